-- When the first page of a hub or of a source last changed for readers: the newest of what it lists, what is known there, and its own text.
-- One place, so that what the page says and what the sitemap says of it cannot differ.

create function hub_changed(hub_kind text, hub text, moment timestamptz) returns timestamptz
language sql stable as $$
    select greatest(
        (select d.updated from dossier d where d.kind = hub_kind and d.id = hub),
        (select max(greatest(a.updated, s.changed_at, (select max(k.at) from correction k where k.article = a.id and k.teller like 'claim:%' and k.at <= moment)))
         from unnest(newest(hub_kind || ':' || hub, moment, 20)) as n (id)
         join article a on a.id = n.id
         left join claim_state s on s.claim = a.primary_claim and s.from_at <= moment and s.until_at > moment),
        (select max(s.changed_at)
         from claim c
         join claim_state s on s.claim = c.id and s.from_at <= moment and s.until_at > moment
         where hub_kind = 'topic' and c.topics @> array[hub] and c.merged_into is null and s.display <> 'none'))
$$;

create function source_changed(source text, moment timestamptz) returns timestamptz
language sql stable as $$
    select greatest(
        (select d.updated from dossier d where d.kind = 'source' and d.id = source),
        (select max(greatest(a.updated, s.changed_at, (select max(k.at) from correction k where k.article = a.id and k.teller like 'claim:%' and k.at <= moment)))
         from unnest(ids.all_of) as k (id)
         cross join lateral unnest(newest('source:' || k.id, moment, 20)) as n (id)
         join article a on a.id = n.id
         left join claim_state s on s.claim = a.primary_claim and s.from_at <= moment and s.until_at > moment),
        (select max(s.changed_at)
         from claim c
         join claim_state s on s.claim = c.id and s.from_at <= moment and s.until_at > moment
         where c.sources && ids.all_of and c.merged_into is null and s.display <> 'none'))
    from (select array[source] || coalesce((select d.aliases from dossier d where d.kind = 'source' and d.id = source), '{}') as all_of) ids
$$;
