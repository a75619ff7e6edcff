-- The newest edition in which a track record may have become another: what follows from every claim is read again only then, and not after every
-- save. The editions so far do not say; the newest of them is as good as any.
alter table edition add column records bigint not null default 0;
update edition set records = (select max(number) from edition);

create function records_moved(known bigint) returns boolean
language plpgsql stable as $$
begin
    return (select e.records from edition e order by e.number desc limit 1) <> known;
end
$$;

-- Whether the page of an article shows track records that the asker does not have at hand yet.
create or replace function records_wanted(wanted text, known bigint) returns boolean
language plpgsql stable as $$
begin
    return records_moved(known) and exists (select from article a where a.slug = wanted and not a.vanished and cardinality(a.sources) > 0);
end
$$;
