-- A comparison of courses from one situation. Situation, courses and result are kept whole: the same input gives the same result.
create table simulation_scenario (
    id         uuid primary key,
    number     text not null unique,
    area_path  text collate "C" not null references area (path),
    name       text not null check (name <> ''),
    warning_id uuid references warning (id),
    situation  jsonb not null,
    courses    jsonb not null,
    members    integer not null check (members between 4 and 400),
    days       integer not null check (days between 14 and 60),
    scale      double precision not null check (scale > 0 and scale <= 1),
    later      boolean not null,
    capacities jsonb not null,
    seed       bigint not null,
    state      text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'CANCELLED', 'INTERRUPTED', 'FAILED')),
    result     jsonb,
    trouble    text,
    created_by text not null,
    created_at timestamptz not null,
    ended_at   timestamptz,
    caused_by  uuid,
    event_id   uuid,
    version    integer not null default 1,
    check ((state = 'DONE') = (result is not null))
);
create index simulation_scenario_area on simulation_scenario (area_path, created_at desc);

-- What a course lets expect in a community: one row for each, so that a territory is a range of the index.
create table simulation_place (
    scenario_id   uuid not null references simulation_scenario (id),
    course        text not null,
    area_path     text collate "C" not null,
    probability7  real not null,
    probability14 real not null,
    infections7   real not null,
    infections14  real not null,
    primary key (scenario_id, course, area_path)
);

-- What a signatory adopted. Never changed; a later one takes its place.
create table simulation_adoption (
    id          uuid primary key,
    serial      integer not null unique,
    scenario_id uuid not null references simulation_scenario (id),
    area_path   text collate "C" not null references area (path),
    course      text not null,
    reason      text not null check (reason <> ''),
    needs       jsonb not null,
    first_day   date not null,
    adopted_by  text not null,
    adopted_at  timestamptz not null,
    event_id    uuid not null
);
