-- Addresses that search engines are still to be told of (IndexNow). Filled by the transaction that changes them, and only where the site has
-- a key; emptied by the instance that leads. A row that is being sent is due again later, so that a kill loses nothing.
create table announcement (
    path            text primary key,       -- root-relative, decoded
    due             timestamptz not null,
    tries           integer not null default 0
);
create index announcement_due on announcement (due);

-- A claim's change of state changes the pages that show it in their banner.
create index article_primary_claim on article (primary_claim) where primary_claim is not null;
