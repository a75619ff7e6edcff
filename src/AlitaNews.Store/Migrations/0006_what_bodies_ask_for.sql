-- What the blocks of a body and the keys of an article ask of other tables.

-- The rows of :::timeline blocks: every change of display of a claim, or of the claims of a topic, oldest first. Topics of claims are known
-- to readers only when an article that gave them is.
create function body_timelines(body text, moment timestamptz) returns table (block text, at timestamptz, claim text, text text, display text, note text)
language sql stable as $$
    with block as materialized (
        select distinct m[1] as kind, m[2] as id
        from regexp_matches(case when position(E'\x02timeline\x1f' in body) > 0 then body else '' end, E'\x02timeline\x1f(claim|topic)\x1f([^\x1f\x03]+)', 'g') m
    ), named as materialized (
        select b.kind || ':' || b.id as block, coalesce(c.merged_into, c.id) as claim from block b join claim c on c.id = b.id where b.kind = 'claim'
        union
        select b.kind || ':' || b.id, c.id from block b join claim c on c.topics @> array[b.id] and c.merged_into is null
        where b.kind = 'topic'
          and (c.last_publish <= moment or c.piece::jsonb -> 'file' -> 'topics' ? b.id
               or exists (select from claim_event e join article a on a.id = e.article where e.claim = c.id and e.publish <= moment and b.id = any(a.topics)))
    )
    select n.block, s.from_at, s.claim, coalesce(s.piece::jsonb -> 'wording' ->> 'text', s.claim), s.display,
           (select e.piece::jsonb -> 'entry' ->> 'note' from claim_event e where e.claim = s.claim and e.publish = s.from_at
            order by (e.piece::jsonb -> 'entry' ->> 'status') is null, e.article desc, e.position desc limit 1)
    from named n join claim_state s on s.claim = n.claim
    where s.from_at = s.displayed_since and s.display <> 'none' and s.from_at <= moment
    order by n.block, s.from_at, s.claim
    limit 500
$$;

-- Whether the page of an article shows track records that the asker does not have at hand yet.
create function records_wanted(wanted text, known bigint) returns boolean
language sql stable as $$
    select (select max(number) from edition) <> known
       and exists (select from article a where a.slug = wanted and not a.vanished and cardinality(a.sources) > 0)
$$;

-- The articles that an editor names in "related", by id or slug, in that order; those that lists show.
create function chosen_by_editor(wanted text, moment timestamptz) returns text[]
language sql stable as $$
    select array(
        select o.id
        from article a
        cross join lateral jsonb_array_elements_text(case when a.piece like '%"related":["%' then a.piece::jsonb -> 'article' -> 'related' else '[]' end) with ordinality as r (name, place)
        join article o on o.id = r.name or o.slug = r.name
        join listing l on l.article = o.id and l.list = 'all' and l.publish <= moment and l.until > moment
        where a.slug = wanted and not a.vanished and o.id <> a.id
        group by o.id
        order by min(r.place)
        limit 8)
$$;
