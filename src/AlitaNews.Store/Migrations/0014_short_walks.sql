-- The front page asks for the few stories an editor pinned beside the newest, without looking at every story for it.
create index article_pinned on article (pinned_until) where pinned > 0;

-- A page of a list is short. Of a function the planner believes a thousand rows where it is not told, and then reads every claim to join them.
alter function claim_page(timestamptz, text[], text, text, text, text, timestamptz, timestamptz, timestamptz, text, integer, integer) rows 20;
alter function card(text[], timestamptz) rows 20;
alter function where_now(text, timestamptz) rows 1;
