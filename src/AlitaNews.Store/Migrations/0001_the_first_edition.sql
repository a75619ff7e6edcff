-- Everything here is a projection of the content folder, plus what only watching can know: when a file or a text was first
-- seen, which addresses a piece once had, and what a deleted file said. Columns hold what is searched, sorted or joined;
-- what is only shown stands in one JSON document per row, kept as text because nothing here looks into it.

create extension if not exists pg_trgm;

-- One row for each round of ingest and each tick that readers can see. The newest is the current one.
create table edition (
    number          bigint primary key,
    at              timestamptz not null,
    cause           text not null check (cause in ('round', 'tick', 'rebuild')),
    milliseconds    integer not null default 0,
    files_changed   integer not null default 0,
    files_removed   integer not null default 0,
    summary         text not null default '{}'
);

-- What the last look at each file saw, so that the next look reads only what changed. A row stays when its file goes:
-- its address must keep answering.
create table file (
    path            text primary key,
    kind            text not null,
    size            bigint not null,
    modified        bigint not null,    -- nanoseconds since 1970
    changed         bigint not null,    -- inode change time, nanoseconds since 1970: sees edits that keep size and mtime
    inode           bigint not null,
    hash            bytea not null,
    state           text not null check (state in ('live', 'held', 'gone')),
    first_seen      timestamptz not null,
    last_seen       timestamptz not null,
    identity        text,               -- the id at first sight: survives a change of slug where the file names none
    facts           text                -- what the cross-file rules need to know of it, as JSON
);

-- Findings about files, as the desk shows them; replaced whenever a file or something it refers to changes.
create table problem (
    path            text not null,
    line            integer not null,
    col             integer not null,
    severity        text not null check (severity in ('error', 'warning', 'info')),
    code            text not null,
    message         text not null,
    hint            text
);
create index problem_path on problem (path);

create table site (
    only_row        boolean primary key default true check (only_row),
    piece           text not null
);

create table article (
    id              text primary key,
    slug            text not null,
    path            text not null,
    stem            text not null,          -- the file's name without ending, a bundle's folder: how other generators link to it
    title           text not null,
    kind            text not null,
    section         text not null,
    date            timestamptz not null,
    publish         timestamptz not null,
    expires         timestamptz not null default 'infinity',
    updated         timestamptz not null,   -- the last change of body or title, or the newest correction; never a claim's
    text_changed    timestamptz,            -- when a change of body or title was last seen after publication
    draft           boolean not null,
    unlisted        boolean not null,
    noindex         boolean not null,
    removed         timestamptz,            -- set: the address answers 410
    vanished        boolean not null default false, -- the file went without a tombstone; its events stay, its slug is free
    pinned          integer not null default 0,     -- above 0: pinned, higher is earlier
    pinned_until    timestamptz not null default 'infinity',
    primary_claim   text,
    own_status      text,                   -- what this article itself says of its primary claim
    claims          text[] not null,        -- every claim it lists or links
    sources         text[] not null,
    topics          text[] not null,
    links           text[] not null,        -- keys of the internal links in its body, and topics named there (topic:…)
    media           text[] not null,        -- candidate paths of every picture
    authors         text[] not null,
    hero            text[] not null,        -- candidate paths of the lead picture, best first
    card            text not null,          -- what lists show, as JSON
    piece           text not null,          -- what only the page shows, as JSON
    text_hash       bytea not null,         -- of title and body: tells an edit from a touch
    body            text not null           -- HTML with markers (BodyMarkup): holds no status
);
create unique index article_slug on article (slug) where not vanished;
create index article_path on article (path);
create index article_stem on article (stem);
create index article_media on article using gin (media) with (fastupdate = off);

-- Which lists an article stands in: 'all', 'section:film', 'topic:…', 'tag:…', 'author:…', 'source:…', 'claim:…', 'series:…'.
-- Drafts, unlisted and removed pieces have no rows. Ordered by the key, so a page of a list is one short index scan.
create table listing (
    list            text not null,
    publish         timestamptz not null,
    article         text not null,
    until           timestamptz not null default 'infinity',
    primary key (list, publish, article) include (until)
);
create index listing_article on listing (article);

-- Topics, authors, sources, sections, claims and standing pages that have a file of their own.
create table dossier (
    kind            text not null check (kind in ('topic', 'author', 'source', 'section', 'claim', 'page')),
    id              text not null,
    path            text not null unique,
    name            text not null,
    aliases         text[] not null default '{}',
    updated         timestamptz not null,
    links           text[] not null default '{}',
    media           text[] not null default '{}',
    piece           text not null,
    text_hash       bytea not null,
    body            text not null default '',
    primary key (kind, id)
);
create index dossier_alias on dossier using gin (aliases);

-- Pictures, with what their headers, their sidecars and their embedded metadata say.
create table media (
    path            text primary key,
    hash            bytea not null,
    format          text not null,
    width           integer not null,
    height          integer not null,
    bytes           bigint not null,
    embedded        text,
    colour          text            -- of the placeholder, as #rrggbb
);

create table sidecar (
    picture         text primary key,
    path            text not null unique,
    facts           text not null
);

-- Old addresses: a slug that changed, an alias, a line of redirects.yaml. A live page always beats a row here.
create table address (
    path            text not null,
    origin          text not null check (origin in ('redirect', 'gone', 'alias', 'was')),
    file            text not null,          -- the file that says so, or that once stood there
    article         text,                   -- answers with this article's present address …
    location        text,                   -- … or with this one
    reason          text,                   -- of a 410
    primary key (path, origin, file)
);
create index address_article on address (article);
create index address_file on address (file);

-- A claim, under its own id and again under every id that was merged into it.
create table claim (
    id              text primary key,
    topics          text[] not null default '{}',
    sources         text[] not null default '{}',
    type            text,
    merged_into     text,
    piece           text not null           -- relations and the claim file, as JSON
);
create index claim_topics on claim using gin (topics);
create index claim_sources on claim using gin (sources);

-- One row for each thing an article says about a claim.
create table claim_event (
    claim           text not null,
    article         text not null,
    path            text not null,
    position        integer not null,
    publish         timestamptz not null,
    piece           text not null,
    primary key (claim, article, position)
);
create index claim_event_article on claim_event (article);

-- A claim's state as a function of time: each row holds from from_at until until_at. Rows of the future are there already
-- (a due date that will pass, an article that is scheduled), so a reader's page asks for the row of now and no tick writes.
create table claim_state (
    claim           text not null references claim (id) on delete cascade deferrable initially deferred,
    from_at         timestamptz not null,
    until_at        timestamptz not null default 'infinity',
    status          text,           -- null: only mentioned
    display         text not null,
    flags           text[] not null default '{}',
    held            boolean not null default false,
    due             text,
    first_due       text,
    due_ends        timestamptz,
    changed_at      timestamptz not null,   -- the newest change of display, label or due flag: moves the date of pages with its banner
    displayed_since timestamptz not null,
    updated         timestamptz not null,   -- the newest thing said of it: moves the date of its own page
    version         bigint not null,        -- rises when display, flags, due date or wording change
    piece           text not null,          -- the whole state, as JSON
    primary key (claim, from_at),
    check (from_at < until_at)
);
create index claim_state_display on claim_state (display, changed_at desc);
create index claim_state_changed on claim_state (changed_at desc);

-- Every instant of the future at which a page changes by itself. The midnights of the site's zone come on top.
create table tick (
    at              timestamptz not null,
    subject         text not null,
    primary key (subject, at)
);
create index tick_at on tick (at);

-- Filled behind the edition; a row of another text_hash is out of date and is made again.
create table search_vector (
    article         text primary key references article (id) on delete cascade,
    text_hash       bytea not null,
    vector          tsvector not null
);
create index search_vector_words on search_vector using gin (vector);

-- What a list shows of each of some articles, in the order given. One place for the joins that every list needs; the state of
-- the primary claim is that of the moment asked for.
create function card(ids text[], moment timestamptz) returns table (
    id text, slug text, title text, kind text, section text, section_name text, publish timestamptz, expires timestamptz,
    updated timestamptz, own_status text, authors text[], card text, claim_state text, path text,
    picture text, picture_hash bytea, picture_format text, picture_width integer, picture_height integer, picture_colour text, picture_embedded text, picture_sidecar text
)
language sql stable as $$
    select a.id, a.slug, a.title, a.kind, a.section, s.name, a.publish, a.expires,
           greatest(a.updated, st.changed_at), a.own_status,
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

-- Where an internal link leads today: the address of what its key names, or null where nothing stands. Keys are path:… (a file of the
-- content folder), name:… (a file's stem) and url:… (an address as written).
create function link_target(key text, moment timestamptz) returns text
language sql stable as $$
    select case
        when key like 'path:%' then coalesce(
            (select '/news/' || a.slug from article a
             where a.path = any(array[substr(key, 6), substr(key, 6) || '.md', substr(key, 6) || '/index.md'])
               and not a.vanished and not a.draft and a.publish <= moment limit 1),
            (select case d.kind when 'page' then '/' || d.id else '/' || d.kind || 's/' || d.id end from dossier d
             where d.path = any(array[substr(key, 6), substr(key, 6) || '.md', substr(key, 6) || '/_index.md']) limit 1))
        when key like 'name:%' then
            (select '/news/' || a.slug from article a
             where a.stem = regexp_replace(regexp_replace(substr(key, 6), '^.*/', ''), '\.(md|markdown)$', '')
               and not a.vanished and not a.draft and a.publish <= moment
             order by a.publish desc limit 1)
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
