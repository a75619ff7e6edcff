-- `offset 0` keeps the inner query whole. Without it the planner puts `link_named` into each of the five places that name its result, and every
-- link of a page is looked up five times.
create or replace function link_target(key text, moment timestamptz) returns text
language sql stable as $$
    select case
        when exists (select from address o where o.path = named.target)
          or exists (select from article a
                     where named.target like '/news/%' and a.slug = substr(named.target, 7) and not a.vanished and not a.indexable
                       and a.piece like '%"redirectTo":%')
        then coalesce((select w.location from where_now(named.target, moment) w limit 1), named.target)
        else named.target
    end
    from (select link_named(key, moment) as target offset 0) named
$$;

-- The functions that pages ask for, word for word as they stand, but kept by the session with their plans. A function in SQL that can't be put into
-- the query around it is parsed and planned anew by every statement, a prepared one too: that was most of the time of an article's page.
do $do$
declare
    kept regprocedure;
    body text;
begin
    foreach kept in array array[
        'card(text[], timestamptz)', 'newest(text, timestamptz, integer)', 'chosen_by_editor(text, timestamptz)', 'records_wanted(text, bigint)',
        'link_named(text, timestamptz)', 'link_target(text, timestamptz)', 'where_now(text, timestamptz)',
        'stories_changed(text, timestamptz)', 'topic_changed(text, timestamptz)', 'said_changed(text[], timestamptz)']::regprocedure[]
    loop
        select case when p.proretset then 'return query ' || p.prosrc || ';' else 'return (' || p.prosrc || ');' end into body from pg_proc p where p.oid = kept;
        execute replace(
            replace(pg_get_functiondef(kept), 'LANGUAGE sql', 'LANGUAGE plpgsql'),
            (select p.prosrc from pg_proc p where p.oid = kept),
            E'\n#variable_conflict use_column\nbegin\n' || body || E'\nend\n');
    end loop;
end
$do$;
