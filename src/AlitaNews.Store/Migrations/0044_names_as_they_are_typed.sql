-- Names whose words begin with what somebody has typed so far: for suggestions, which are asked for with every letter.
create index dossier_name on dossier using gin (lower(name) gin_trgm_ops) where kind in ('topic', 'source', 'author', 'section');
