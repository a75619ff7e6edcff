-- Which program compiled the edition's files: after an upgrade the same bytes may mean another page. Null: one that did not say so yet.
alter table edition add column compiled_by text;
