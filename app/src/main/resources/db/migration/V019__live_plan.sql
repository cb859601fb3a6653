-- A plan follows what happens. Each change of a shift's plan has a number; what is kept in memory is good for that number only.
create table shift_state (
    shift_day date primary key,
    revision  bigint not null default 0
);

-- What the duty officer decided beforehand: this person here, or this person not here. No reason is kept; it goes with the shift.
create table shift_choice (
    shift_day  date not null,
    post_id    uuid not null references duty_post (id),
    person_id  uuid not null references person (id),
    kind       text not null check (kind in ('FIXED', 'LEFT_OUT')),
    decided_by text not null,
    decided_at timestamptz not null,
    primary key (shift_day, post_id, person_id)
);
create unique index shift_choice_fixed on shift_choice (shift_day, person_id) where kind = 'FIXED';

-- How a place that became empty was filled again. It says nothing of who left it; it goes with the shift.
create table shift_repair (
    id          uuid primary key,
    shift_day   date not null,
    repaired_at timestamptz not null,
    number      integer not null,
    post_id     uuid not null references duty_post (id),
    area_path   text collate "C" not null,
    filled      boolean not null,
    effect      bigint not null,
    steps       jsonb not null
);
create index shift_repair_day on shift_repair (shift_day, repaired_at, number);

-- Posts without a place: services given online, at their own hours, by people who are free then.
alter table duty_post
    add column online boolean not null default false,
    add column starts time,
    add column ends   time,
    add check ((starts is null) = (ends is null)),
    drop constraint duty_post_kind_check,
    add constraint duty_post_kind_check check (kind in ('CHECKPOINT', 'UNMANAGED_ENTRANCE', 'SCREENING_SITE',
        'MEDICAL_TRANSPORT', 'COMMUNITY_FORCE', 'ONLINE_CONSULTATION', 'ONLINE_COUNSELLING', 'ONLINE_TUTORING'));
alter table person
    add column free_from time,
    add column free_to   time,
    add check ((free_from is null) = (free_to is null)),
    drop constraint person_skill_check,
    add constraint person_skill_check check (skill in ('NURSE', 'DRIVER', 'ELECTRICIAN', 'SOCIAL_WORKER', 'DOCTOR',
        'COUNSELLOR', 'TEACHER'));
