-- What the tracker, the log of changes, the corrections archive and the open data need: an order to walk in, so that the price of a
-- page is that of its twenty rows, and the answer to "what was it before?" in the row itself.

-- True for the rows under an id that was merged into another: pages find them by their id, no list shows them.
alter table claim_state add column alias boolean not null default false;
-- What was displayed before displayed_since; null where nothing was.
alter table claim_state add column was text;

-- When the last of its articles becomes public: after that its topics and sources are secrets no more.
alter table claim add column last_publish timestamptz not null default '-infinity';

update claim c set last_publish = e.last_publish from (select claim, max(publish) as last_publish from claim_event group by claim) e where e.claim = c.id;
update claim_state s set alias = true from claim c where c.id = s.claim and c.merged_into is not null;
update claim_state s set was = w.display
from claim_state w
where w.claim = s.claim and w.until_at = s.displayed_since and w.display <> 'none';

create index claim_merged on claim (merged_into) where merged_into is not null;

-- The lists walk along these and stop; what they include lets a count be made without the rows.
drop index claim_state_changed;
drop index claim_state_display;
create index claim_state_changed on claim_state (changed_at desc, claim) include (from_at, until_at, display) where not alias and display <> 'none';
create index claim_state_display on claim_state (display, changed_at desc, claim) include (from_at, until_at) where not alias and display <> 'none';
create index claim_state_updated on claim_state (updated desc, claim) include (from_at, until_at) where not alias and display <> 'none';
create index claim_state_due on claim_state (due_ends, claim) include (from_at, until_at, display) where due_ends is not null and not alias and display <> 'none';
create index claim_state_overdue on claim_state (changed_at desc, claim) include (from_at, until_at, display) where flags @> '{overdue}' and not alias and display <> 'none';
-- The log: every moment at which readers were shown another state than before.
create index claim_state_moved on claim_state (from_at desc, claim) where from_at = displayed_since and was is not null and not alias and display <> 'none';

-- Corrections, those that editors write and those that follow from a verdict that was reversed. The second kind stands on the page of the
-- article that gave the verdict, and goes when the reversal does; so a row knows who tells it.
create table correction (
    teller          text not null,      -- 'article:…', whose file says so, or 'claim:…', whose fold does
    article         text not null,      -- on whose page it stands
    place           integer not null,
    at              timestamptz not null,
    piece           text not null,      -- what was written, or which verdict became which, as JSON
    primary key (teller, article, place)
);
create index correction_at on correction (at desc, article, place);
create index correction_article on correction (article);

insert into correction (teller, article, place, at, piece)
select 'article:' || a.id, a.id, one.place - 1, (one.piece ->> 'date')::timestamptz, one.piece::text
from article a
cross join lateral jsonb_array_elements(a.piece::jsonb -> 'article' -> 'corrections') with ordinality as one (piece, place);

insert into correction (teller, article, place, at, piece)
select 'claim:' || c.id, one.piece ->> 'article', one.place - 1, (one.piece ->> 'at')::timestamptz, one.piece::text
from claim c
cross join lateral jsonb_array_elements(c.piece::jsonb -> 'wrongVerdicts') with ordinality as one (piece, place)
where c.merged_into is null;

-- The conditions under which a claim stands in a list; its parameters are $1 to $8 below. What is not asked for is not in the text, so that the
-- planner sees only what matters. A claim's row knows its topics and sources, scheduled ones included: nobody may hear of those early.
-- (Written with "limit 1" so that the rare look at a claim's articles is never planned as a look at all articles.)
create function claim_filter(states text[], topic text, source text, kind text, due text, due_before timestamptz, updated_since timestamptz) returns text
language sql immutable as $$
    select 'not s.alias and s.display <> ''none'' and s.from_at <= $1 and s.until_at > $1'
        || case when states is null then '' else ' and s.display = any($2)' end
        || case when topic is null then '' else '
            and exists (select from claim c where c.id = s.claim and c.topics @> array[$3] and (
                c.last_publish <= $1
                or (select true from claim_event e join article a on a.id = e.article where e.claim = c.id and e.publish <= $1 and $3 = any(a.topics) limit 1)
                or c.piece::jsonb -> ''file'' -> ''topics'' ? $3))' end
        || case when source is null then '' else '
            and exists (select from claim c where c.id = s.claim and c.sources @> array[$4] and (
                c.last_publish <= $1
                or s.piece::jsonb -> ''wording'' -> ''voices'' @> jsonb_build_array(jsonb_build_object(''source'', $4))))' end
        || case when kind is null then '' else ' and exists (select from claim c where c.id = s.claim and c.type = $5)' end
        || case due
               when 'overdue' then ' and s.flags @> ''{overdue}'''
               when 'soon' then ' and s.display in (''rumour'', ''unverified'') and s.due_ends <= $6'
               when 'any' then ' and s.due_ends is not null'
               else '' end
        || case when due_before is null then '' else ' and s.due_ends <= $7' end
        || case when updated_since is null then '' else ' and s.updated >= $8' end
$$;

-- A page of a list of claims, as lists show them. Made from text, because one plan for every filter would be a bad plan for each. sort: changed, updated or due.
create function claim_page(
    moment timestamptz, states text[] default null, topic text default null, source text default null, kind text default null, due text default null,
    soon timestamptz default null, due_before timestamptz default null, updated_since timestamptz default null, sort text default 'changed', first integer default 0, most integer default 20)
returns table (claim text, merged_into text, piece text, was text, articles bigint, place bigint)
language plpgsql stable as $$
begin
    return query execute '
        select p.claim, null::text, s.piece, s.was, (select count(*) from listing l where l.list = ''claim:'' || p.claim and l.publish <= $1), p.place
        from (select s.claim, s.from_at, row_number() over (order by '
            || case sort when 'updated' then 's.updated desc, s.claim' when 'due' then 's.due_ends, s.claim' else 's.changed_at desc, s.claim' end
            || ') as place from claim_state s where '
            || claim_filter(states, topic, source, kind, due, due_before, updated_since)
            || case sort when 'updated' then ' and s.updated <= $1' when 'due' then '' else ' and s.changed_at <= $1' end
            || ' order by '
            || case sort when 'updated' then 's.updated desc, s.claim' when 'due' then 's.due_ends, s.claim' else 's.changed_at desc, s.claim' end
            || ' offset $9 limit $10) p
        join claim_state s on s.claim = p.claim and s.from_at = p.from_at
        order by p.place'
        using moment, states, topic, source, kind, soon, due_before, updated_since, first, most;
end
$$;

-- How many claims of such a list are in which state.
create function claim_balance(
    moment timestamptz, states text[] default null, topic text default null, source text default null, kind text default null, due text default null,
    soon timestamptz default null, due_before timestamptz default null, updated_since timestamptz default null)
returns table (display text, count integer)
language plpgsql stable as $$
begin
    return query execute 'select s.display, count(*)::integer from claim_state s where '
        || claim_filter(states, topic, source, kind, due, due_before, updated_since)
        || ' group by s.display'
        using moment, states, topic, source, kind, soon, due_before, updated_since;
end
$$;

-- As before, and a verdict that was reversed moves the date of the page that carried it, as any correction does.
create or replace function card(ids text[], moment timestamptz) returns table (
    id text, slug text, title text, kind text, section text, section_name text, publish timestamptz, expires timestamptz,
    updated timestamptz, own_status text, authors text[], card text, claim_state text, path text,
    picture text, picture_hash bytea, picture_format text, picture_width integer, picture_height integer, picture_colour text, picture_embedded text, picture_sidecar text
)
language sql stable as $$
    select a.id, a.slug, a.title, a.kind, a.section, s.name, a.publish, a.expires,
           greatest(a.updated, st.changed_at, (select max(k.at) from correction k where k.article = a.id and k.teller like 'claim:%' and k.at <= moment)), a.own_status,
           array(select coalesce(d.name, named.id)
                 from unnest(a.authors) with ordinality as named (id, place)
                 left join dossier d on d.kind = 'author' and d.id = named.id
                 order by named.place),
           a.card, st.piece, a.path,
           p.path, p.hash, p.format, p.width, p.height, p.colour, p.embedded, c.facts
    from unnest(ids) with ordinality as wanted (id, place)
    join article a on a.id = wanted.id
    left join dossier s on s.kind = 'section' and s.id = a.section
    left join claim_state st on st.claim = a.primary_claim and st.from_at <= moment and st.until_at > moment
    left join lateral (
        select m.path, m.hash, m.format, m.width, m.height, m.colour, m.embedded
        from unnest(a.hero) with ordinality as candidate (path, place)
        join media m on m.path = candidate.path
        order by candidate.place
        limit 1
    ) p on true
    left join sidecar c on c.picture = p.path
    order by wanted.place
$$;
