-- A link by name (Hugo's ref, wiki links) finds standing pages too, after articles; a link by path finds .markdown, and pictures, which
-- are served under their whole path.
create or replace function link_target(key text, moment timestamptz) returns text
language sql stable as $$
    select case
        when key like 'path:%' then coalesce(
            (select '/news/' || a.slug from article a
             where a.path = any(array[substr(key, 6), substr(key, 6) || '.md', substr(key, 6) || '.markdown', substr(key, 6) || '/index.md', substr(key, 6) || '/index.markdown'])
               and not a.vanished and not a.draft and a.publish <= moment limit 1),
            (select case d.kind when 'page' then '/' || d.id else '/' || d.kind || 's/' || d.id end from dossier d
             where d.path = any(array[substr(key, 6), substr(key, 6) || '.md', substr(key, 6) || '.markdown', substr(key, 6) || '/_index.md', substr(key, 6) || '/_index.markdown']) limit 1),
            (select '/media/' || replace(regexp_replace(m.path, '^media/', ''), ' ', '%20') from media m where m.path = substr(key, 6)))
        when key like 'name:%' then coalesce(
            (select '/news/' || a.slug from article a
             where a.stem = substr(key, 6) and not a.vanished and not a.draft and a.publish <= moment
             order by a.publish desc limit 1),
            (select '/' || d.id from dossier d where d.kind = 'page' and d.id = substr(key, 6)))
        when key like 'url:/news/%' then coalesce(
            (select '/news/' || a.slug from article a where a.slug = rtrim(substr(key, 11), '/') and not a.vanished and not a.draft and a.publish <= moment),
            (select '/news/' || a.slug from address o join article a on a.id = o.article where o.path = rtrim(substr(key, 5), '/') and a.publish <= moment limit 1))
        when key ~ '^url:/[^/]+$' then coalesce(
            (select '/' || d.id from dossier d where d.kind = 'page' and d.id = substr(key, 6)),
            (select coalesce('/news/' || a.slug, o.location) from address o left join article a on a.id = o.article where o.path = substr(key, 5) limit 1),
            substr(key, 5))
        when key like 'url:/%' then coalesce(
            (select coalesce('/news/' || a.slug, o.location) from address o left join article a on a.id = o.article
             where o.path = any(array[substr(key, 5), rtrim(substr(key, 5), '/')]) limit 1),
            case when key ~ '^url:/(sections|topics|tags|authors|archive|claims|sources|media|status|corrections|rumours|feed)' then substr(key, 5) end)
    end
$$;
