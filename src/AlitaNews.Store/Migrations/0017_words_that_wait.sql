-- How many new words may wait outside the index is said by whoever writes them: few after a save, since every search reads them; more in an
-- import, where taking in a few at a time costs half of its work.
alter index search_vector_words reset (gin_pending_list_limit);

-- Nobody looks for articles by these, so nobody needs to know how their values are spread: counting a large round reads half as much.
alter table article alter column body set statistics 0, alter column piece set statistics 0, alter column card set statistics 0, alter column text_hash set statistics 0;
alter table claim_state alter column piece set statistics 0;
alter table claim_event alter column piece set statistics 0;
alter table file alter column facts set statistics 0, alter column hash set statistics 0;
