-- What hubs, the search and the sources' records need.

-- List keys are compared byte by byte on every server, so that the lists of one kind (tag:a … tag:z) lie side by side in the index
-- and their names are found without reading what stands in them.
alter table listing alter column list type text collate "C";

-- The names of lists of one kind ('tag:') that show something now, without the prefix: one probe of the index a list.
create function hub_ids(prefix text, moment timestamptz) returns setof text
language sql stable as $$
    with recursive walk (list) as (
        (select l.list from listing l where l.list > prefix collate "C" order by l.list limit 1)
        union all
        select (select l.list from listing l where l.list > w.list order by l.list limit 1)
        from walk w where left(w.list, length(prefix)) = prefix
    )
    select substr(w.list, length(prefix) + 1) from walk w
    where left(w.list, length(prefix)) = prefix
      and exists (select from listing l where l.list = w.list and l.publish <= moment and l.until > moment)
$$;

-- Words as they stand: "It" and "Us" are films, so no word is too common to be looked for. Endings are taken off as in English.
create text search dictionary news_stem (template = snowball, language = english);
create text search configuration news (copy = pg_catalog.english);
alter text search configuration news alter mapping replace english_stem with news_stem;

-- Articles that were added, changed or removed and whose words are not in the index yet. Written with the edition, so that a crash
-- forgets none; the writer of the vectors takes them out in the transaction that indexes them.
create table search_queue (
    article         text primary key
);
insert into search_queue select id from article;

-- Made anew: a vector outlives the article's row, which every edition replaces, and is kept where the words are the same.
drop table search_vector;
create table search_vector (
    article         text primary key,
    words_hash      bytea not null,
    publish         timestamptz not null,
    until           timestamptz not null,
    claim           text,               -- the primary claim
    vector          tsvector not null   -- with marks beside the words ('=topic:x', '=source:x', '=all'): filters are answered by the same index
) with (toast_tuple_target = 128);
-- Vectors lie apart and as they are: a scan of the rows stays short, and reading one needs no unpacking.
alter table search_vector alter column vector set storage external;
-- A short list of pending entries: readers have to read all of it.
create index search_vector_words on search_vector using gin (vector) with (gin_pending_list_limit = 256);

-- Words of titles, topics and names: what a mistyped word may have meant.
create table search_word (
    word            text primary key
);
create index search_word_parts on search_word using gin (word gin_trgm_ops);

-- The best of the newest stories that match. Left to itself the planner reads the whole table for a common word and unpacks every
-- vector; the index alone tells all matches (loose has single words only, so nothing need be looked up), and only the newest of them
-- are unpacked, to be ranked and, for phrases, to be looked at again.
create function ranked_stories(loose tsquery, exact tsquery, moment timestamptz, since timestamptz, before timestamptz, state text, most integer)
returns table (article text, publish timestamptz, rank real)
language sql stable
set enable_seqscan = off
as $$
    select m.article, m.publish, case when exact is null then 0 else ts_rank(m.vector, exact, 1) end
    from (
        select v.article, v.publish, v.vector
        from search_vector v
        where v.vector @@ loose and v.publish <= moment and v.publish >= since and v.publish < before and v.until > moment
          and (state is null or v.claim in (select s.claim from claim_state s where s.display = state and s.from_at <= moment and s.until_at > moment))
        order by v.publish desc, v.article
        limit most
    ) m
    -- Vectors follow an edition by up to a second: what was pulled meanwhile must not be found.
    join listing l on l.list = 'all' and l.publish = m.publish and l.article = m.article and l.until > moment
    where exact is null or m.vector @@ exact
$$;

-- Words as they may have been meant; null where none of them looks mistyped. A word that occurs may still be another's misspelling,
-- so it must be nearer to that one than a word that does not.
create function nearest_words(words text[]) returns text
language sql stable
set enable_seqscan = off
set pg_trgm.similarity_threshold = 0.4
as $$
    select case when bool_or(n.word is not null) then string_agg(coalesce(n.word, w.word), ' ' order by w.place) end
    from (
        select u.word, u.place,
               exists (select from search_word k where k.word = u.word)
               or exists (select from search_vector v where v.vector @@ plainto_tsquery('news', u.word)) as occurs
        from unnest(words) with ordinality as u (word, place)
    ) w
    left join lateral (
        select k.word from search_word k
        where k.word % w.word and length(w.word) > 3 and similarity(k.word, w.word) >= case when w.occurs then 0.6 else 0.4 end
          and plainto_tsquery('news', k.word) <> plainto_tsquery('news', w.word)
        order by similarity(k.word, w.word) desc, abs(length(k.word) - length(w.word)), k.word
        limit 1
    ) n on true
$$;

-- Stories for a search; where there are few, those for the nearest words as well, and which words these are.
create function find_stories(
    loose tsquery, exact tsquery, marks tsquery, words text[], moment timestamptz, since timestamptz, before timestamptz, state text, most integer)
returns table (article text, publish timestamptz, rank real, meant text)
language plpgsql stable as $$
declare
    found_before integer;
    near text;
begin
    return query select r.article, r.publish, r.rank, null::text from ranked_stories(loose && marks, exact, moment, since, before, state, most) r;
    get diagnostics found_before = row_count;
    if found_before < 5 and cardinality(words) > 0 then
        near := nearest_words(words);
        if near is not null then
            return query select r.article, r.publish, r.rank, near
            from ranked_stories(plainto_tsquery('news', near) && marks, plainto_tsquery('news', near), moment, since, before, state, most) r;
        end if;
    end if;
end
$$;

-- A claim as the sources' records see it, through time, under its own id only. What was decided when follows from its state.
create table scored_claim (
    claim           text not null,
    from_at         timestamptz not null,
    until_at        timestamptz not null,
    type            text,
    outcome         text not null check (outcome in ('leftout', 'open', 'expired', 'true', 'half', 'false')),
    decided_at      timestamptz,
    primary key (claim, from_at)
);
insert into scored_claim (claim, from_at, until_at, type, outcome, decided_at)
select claim, from_at, until_at, type, outcome,
       case outcome when 'leftout' then null when 'open' then null
                    when 'expired' then (piece ->> 'firstDueEnds')::timestamptz else (piece ->> 'settledAt')::timestamptz end
from (
    select s.claim, s.from_at, s.until_at, j.piece -> 'wording' ->> 'type' as type, j.piece,
           case
               when s.display in ('none', 'withdrawn', 'superseded', 'disputed') then 'leftout'
               when s.display in ('debunked', 'missed') then 'false'
               when s.display in ('confirmed', 'partly') and s.flags @> '{slipped}'
                    and (j.piece ->> 'settledAt')::timestamptz >= (j.piece ->> 'firstDueEnds')::timestamptz then 'false'
               when s.display = 'confirmed' then 'true'
               when s.display = 'partly' then 'half'
               when (j.piece ->> 'expiredUnsettled')::boolean then 'expired'
               else 'open'
           end as outcome
    from claim_state s
    join claim c on c.id = s.claim and c.merged_into is null
    cross join lateral (select s.piece::jsonb as piece) j
) scored;

-- That a source said so, or said no, by one of our articles. Repeating others is no assertion and has no row.
create table assertion (
    claim           text not null,
    source          text not null,
    article         text not null,
    role            text not null check (role in ('origin', 'corroborates', 'denies')),
    at              timestamptz not null,   -- what counts: the later of the date given and the publication
    publish         timestamptz not null
);
create index assertion_claim on assertion (claim);
insert into assertion (claim, source, article, role, at, publish)
select e.claim, v.voice ->> 'source', e.article, lower(v.voice ->> 'role'),
       greatest(coalesce((j.piece -> 'entry' ->> 'asOf')::timestamptz, (j.piece ->> 'date')::timestamptz), e.publish), e.publish
from claim_event e
cross join lateral (select e.piece::jsonb as piece) j
cross join lateral jsonb_array_elements(j.piece -> 'voices') as v (voice)
where lower(v.voice ->> 'role') <> 'relay';
