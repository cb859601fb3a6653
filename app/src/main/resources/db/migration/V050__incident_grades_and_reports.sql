-- An incident may be graded anew; what it was before is kept with who graded it and why it changed.
alter table incident_rating add column version integer not null default 1;

create table incident_grade (
    incident_id       uuid not null references incident_rating (id),
    version           integer not null,
    likelihood        integer not null,
    likelihood_known  boolean not null,
    consequence       integer not null,
    consequence_known boolean not null,
    level             text not null,
    graded_by         text not null,
    graded_at         timestamptz not null,
    -- what came instead, and why
    new_level         text not null,
    reason            text not null check (char_length(reason) between 1 and 300),
    changed_by        text not null,
    changed_at        timestamptz not null,
    primary key (incident_id, version)
);

-- The reports of an incident to the level above. The clock starts when the district learned of it; whether a report was late is
-- a fact of the report.
alter table incident_rating add column learned_at timestamptz;
alter table incident_rating add column first_hours integer check (first_hours in (2, 24));
alter table incident_rating add column over_at timestamptz;
alter table incident_rating add constraint reporting_is_whole check ((learned_at is null) = (first_hours is null));
alter table incident_rating add constraint over_after_learned check (over_at is null or over_at >= learned_at);

create table incident_report (
    incident_id uuid not null references incident_rating (id),
    serial      integer not null,
    kind        text not null check (kind in ('FIRST', 'FOLLOW_UP', 'FINAL')),
    due_at      timestamptz not null,
    reported_at timestamptz not null,
    content     text not null check (char_length(content) between 1 and 1000),
    noted_by    text not null,
    primary key (incident_id, serial)
);
create unique index incident_report_once on incident_report (incident_id, kind) where kind <> 'FOLLOW_UP';

create function incident_history_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'Former grades and reports of an incident are kept as they are.'
        using errcode = 'check_violation', constraint = 'incident_history_is_kept';
end $$;
create trigger incident_grade_is_kept before update or delete on incident_grade
    for each row execute function incident_history_is_kept();
create trigger incident_report_is_kept before update or delete on incident_report
    for each row execute function incident_history_is_kept();
