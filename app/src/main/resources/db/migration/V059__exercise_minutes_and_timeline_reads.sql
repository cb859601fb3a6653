-- The minutes of an exercise are counted in real time: the district's clock may be held, or jump, while a replay runs.

alter table exercise
    add column minute_zero timestamptz,
    add column last_minute int;

alter table exercise_call add column answered_second int;

-- Until now they were counted by the district's clock; what has been played keeps its minutes.
update exercise_call c
set answered_second = ceil(extract(epoch from c.answered_at - e.started_at))
from role_card r join exercise e on e.id = r.exercise_id
where r.id = c.card_id and c.answered_at is not null;

-- Where nothing is replayed both times are the same; starting a replay anew empties these tables.
update exercise
set minute_zero = started_at, last_minute = floor(extract(epoch from ended_at - started_at) / 60)
where started_at is not null;

-- The delays of the review join effects to their causes: most entries have none, and are not looked through for them.
drop index timeline_cause;
create index timeline_cause on timeline_entry (caused_by, kind) where caused_by is not null;

-- Its totals of a whole district are counted from an index in the order of the kinds.
create index timeline_kind on timeline_entry (kind, area_path) include (quantity);
