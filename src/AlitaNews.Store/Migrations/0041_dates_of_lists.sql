-- When what a list shows first last changed for readers: the newest stories, with their claims and their corrections.
-- One place, so that what the page of a hub says and what the sitemap says of it cannot differ.
create function stories_changed(wanted text, moment timestamptz) returns timestamptz
language sql stable as $$
    select max(greatest(a.updated, s.changed_at, (select max(k.at) from correction k where k.article = a.id and k.teller like 'claim:%' and k.at <= moment)))
    from (
        select l.article as id from listing l
        where l.list = wanted and l.publish <= moment and l.until > moment
        order by l.publish desc, l.article
        limit 20
    ) n
    join article a on a.id = n.id
    left join claim_state s on s.claim = a.primary_claim and s.from_at <= moment and s.until_at > moment
$$;

-- When what is known of one topic was last shown differently.
create function topic_changed(topic text, moment timestamptz) returns timestamptz
language sql stable as $$
    select max(s.changed_at)
    from claim c
    join claim_state s on s.claim = c.id and s.from_at <= moment and s.until_at > moment
    where c.topics @> array[topic] and c.merged_into is null and s.display <> 'none'
$$;

-- When something that a source said, under any of its names, was last shown differently.
create function said_changed(names text[], moment timestamptz) returns timestamptz
language sql stable as $$
    select max(s.changed_at)
    from claim c
    join claim_state s on s.claim = c.id and s.from_at <= moment and s.until_at > moment
    where c.sources && names and c.merged_into is null and s.display <> 'none'
$$;

-- The same for all of them at once: one walk over the claims costs less than as many as there are topics.
create function known_changed_of_all(of_sources boolean, moment timestamptz) returns table (id text, changed timestamptz)
language sql stable as $$
    select coalesce((select d.id from dossier d where of_sources and d.kind = 'source' and d.aliases @> array[said.id] limit 1), said.id), max(said.changed)
    from (
        select named.id, max(s.changed_at) as changed
        from claim_state s
        join claim c on c.id = s.claim and c.merged_into is null
        cross join unnest(case when of_sources then c.sources else c.topics end) as named (id)
        where s.from_at <= moment and s.until_at > moment and s.display <> 'none'
        group by named.id
    ) said
    group by 1
$$;
