-- A gap is of one post and one day: planning tomorrow leaves the gap of today as it is.
drop index coverage_gap_of_post;
create unique index coverage_gap_of_post_and_day on coverage_gap (post_id, shift_day) where closed_at is null;

-- It counted refusals only, and nobody read it.
alter table shift_post drop column offers_not_taken;

-- Calendars and their entries are known by words derived from the installation's key, and what is cancelled says no more where it was.
-- Feeds are told anew.
delete from calendar_entry;
