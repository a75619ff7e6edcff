-- What became of an address, in one place for requests and for links. One hop after another inside the server, so that readers are sent on
-- once, and links not at all: an address that stands for an article ends where the article is now, one that leads to another old address goes
-- on from there. What was passed already ends the walk: a circle leads nowhere. No row: nobody knows the address, or a page stands there.
create function where_now(asked text, moment timestamptz) returns table (location text, removed text, gone boolean, reason text)
language sql stable as $$
    with recursive hop (path, tail, seen, location, removed, gone, reason) as (
        select asked, ''::text, '{}'::text[], null::text, null::text, false, null::text
        union all
        select coalesce(substring(step.next from '^(/[^?#]*)'), hop.path),
               coalesce(substring(step.next from '[?#].*$'), hop.tail),
               hop.seen || hop.path,
               case
                   when step.removed is not null or step.gone then null
                   when step.next is null then case when cardinality(hop.seen) > 0 then hop.path || hop.tail end
                   when step.next !~ '^/' then step.next
               end,
               step.removed, coalesce(step.gone, false), step.reason
        from hop
        left join lateral (
            select known.next, known.removed, known.gone, known.reason
            from (
                select 0 as place, a.publish as since, a.piece::jsonb #>> '{article,redirectTo}' as next,
                       case when a.removed is not null then a.id end as removed, false as gone, null::text as reason
                from article a
                where hop.path like '/news/%' and a.slug = substr(hop.path, 7) and not a.vanished and not a.draft and a.publish <= moment
                union all
                select 1, d.updated, null, null, false, null
                from dossier d
                where d.kind = 'page' and d.id = substr(hop.path, 2)
                union all
                select case o.origin when 'redirect' then 2 when 'gone' then 3 when 'alias' then 4 else 5 end, o.since,
                       case when a.removed is null then coalesce('/news/' || a.slug, o.location) end,
                       case when a.removed is not null then a.id end,
                       o.origin = 'gone', o.reason
                from address o
                left join article a on a.id = o.article and not a.draft and a.publish <= moment
                where o.path = hop.path and (o.origin = 'gone' or a.id is not null or o.location is not null)
                union all
                select 6, a.removed, null, a.id, false, null
                from article a
                where hop.path like '/news/%' and a.slug = substr(hop.path, 7) and a.vanished
            ) known
            order by known.place, known.since desc
            limit 1
        ) step on true
        where hop.location is null and hop.removed is null and not hop.gone and hop.path <> all(hop.seen)
    )
    select location, removed, gone, reason from hop where location is not null or removed is not null or gone
$$;

-- What a link names, as it was written; and where that leads today.
alter function link_target(text, timestamptz) rename to link_named;

create function link_target(key text, moment timestamptz) returns text
language sql stable as $$
    select case
        when exists (select from address o where o.path = named.target)
          or exists (select from article a
                     where named.target like '/news/%' and a.slug = substr(named.target, 7) and not a.vanished and not a.indexable
                       and a.piece like '%"redirectTo":%')
        then coalesce((select w.location from where_now(named.target, moment) w limit 1), named.target)
        else named.target
    end
    from (select link_named(key, moment) as target) named
$$;
