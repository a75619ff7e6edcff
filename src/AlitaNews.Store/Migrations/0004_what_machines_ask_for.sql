-- Feeds, sitemaps and old addresses.

-- Of two pieces that once had one address, the later owner answers for it.
alter table address add column since timestamptz not null default now();

-- What a sitemap may name: public, wanted by its editor, and at home here. Kept apart so that a million articles are counted by an index.
alter table article add column indexable boolean not null default false;
update article
set indexable = not draft and not unlisted and not noindex and removed is null and not vanished
    and piece <> '' and (piece::jsonb #>> '{article,canonical}') is null and (piece::jsonb #>> '{article,redirectTo}') is null;
create index article_indexable on article (publish, id) include (expires, updated, primary_claim) where indexable;

-- What was pulled: feeds say so for a month.
create index article_removed on article (removed) where removed is not null;

-- The newest articles of a list, as many as asked for; null: all of them.
create function newest(wanted text, moment timestamptz, size integer) returns text[]
language sql stable as $$
    select coalesce(array_agg(n.article order by n.publish desc, n.article), '{}')
    from (
        select l.article, l.publish from listing l
        where l.list = wanted and l.publish <= moment and l.until > moment
        order by l.publish desc, l.article
        limit size
    ) n
$$;
