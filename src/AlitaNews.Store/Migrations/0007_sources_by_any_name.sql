-- The filter by source follows the other names a source has, as its page does.

create function source_names(wanted text) returns text[]
language sql stable as $$
    select array[wanted] || coalesce(
        (select array_append(d.aliases, d.id) from dossier d where d.kind = 'source' and (d.id = wanted or d.aliases @> array[wanted]) limit 1), '{}')
$$;

create or replace function claim_filter(states text[], topic text, source text, kind text, due text, due_before timestamptz, updated_since timestamptz) returns text
language sql immutable as $$
    select 'not s.alias and s.display <> ''none'' and s.from_at <= $1 and s.until_at > $1'
        || case when states is null then '' else ' and s.display = any($2)' end
        || case when topic is null then '' else '
            and exists (select from claim c where c.id = s.claim and c.topics @> array[$3] and (
                c.last_publish <= $1
                or (select true from claim_event e join article a on a.id = e.article where e.claim = c.id and e.publish <= $1 and $3 = any(a.topics) limit 1)
                or c.piece::jsonb -> ''file'' -> ''topics'' ? $3))' end
        || case when source is null then '' else '
            and exists (select from claim c where c.id = s.claim and c.sources && (select source_names($4)) and (
                c.last_publish <= $1
                or (select true from unnest(source_names($4)) as n (id)
                    where s.piece::jsonb -> ''wording'' -> ''voices'' @> jsonb_build_array(jsonb_build_object(''source'', n.id)) limit 1)))' end
        || case when kind is null then '' else ' and exists (select from claim c where c.id = s.claim and c.type = $5)' end
        || case due
               when 'overdue' then ' and s.flags @> ''{overdue}'''
               when 'soon' then ' and s.display in (''rumour'', ''unverified'') and s.due_ends <= $6'
               when 'any' then ' and s.due_ends is not null'
               else '' end
        || case when due_before is null then '' else ' and s.due_ends <= $7' end
        || case when updated_since is null then '' else ' and s.updated >= $8' end
$$;
