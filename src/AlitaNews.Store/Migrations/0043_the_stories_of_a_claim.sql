-- Made anew with all that sitemaps ask of it, so that counting a million stories by month reads no story.
drop index article_primary_claim;
create index article_primary_claim on article (primary_claim) include (publish, expires) where indexable and primary_claim is not null;
