-- Close watch of a street: an internal list. It ends on a date or by decision, at most 14 days ahead, renewed with reasons.
create table supervision (
    id         uuid primary key,
    number     text not null unique,
    area_path  text collate "C" not null references area (path) check (length(area_path) = 9),
    why        text not null check (why <> ''),
    -- whether the index had suggested it
    suggested  boolean not null,
    owner      text not null,
    opened_by  text not null,
    opened_at  timestamptz not null,
    ends_at    timestamptz not null,
    renewed_at timestamptz,
    state      text not null default 'OPEN' check (state in ('OPEN', 'ENDED')),
    outcome    text check (outcome in ('RESOLVED', 'HANDED_TO_WARNING', 'NOT_CONFIRMED', 'LAPSED')),
    outcome_note text,
    ended_by   text,
    ended_at   timestamptz,
    version    integer not null default 1,
    check (ends_at > opened_at and ends_at <= coalesce(renewed_at, opened_at) + interval '14 days'),
    check ((state = 'ENDED') = (outcome is not null and ended_by is not null and ended_at is not null))
);
create unique index supervision_open on supervision (area_path) where state = 'OPEN';

create table supervision_renewal (
    id             uuid primary key,
    supervision_id uuid not null references supervision (id),
    ends_at        timestamptz not null,
    reason         text not null check (reason <> ''),
    decided_by     text not null,
    decided_at     timestamptz not null
);

-- One thing to do. Its area tells the lowest ring that can do it; passing it up makes the area one ring wider.
create table supervision_action (
    id             uuid primary key,
    supervision_id uuid not null references supervision (id),
    area_path      text collate "C" not null references area (path) check (length(area_path) in (6, 9, 12)),
    what           text not null check (what <> ''),
    state          text not null default 'OPEN' check (state in ('OPEN', 'DONE')),
    passed_from    text collate "C",
    pass_reason    text,
    done_by        text,
    done_at        timestamptz,
    version        integer not null default 1,
    check ((state = 'DONE') = (done_by is not null and done_at is not null)),
    check ((passed_from is null) = (pass_reason is null))
);
create index supervision_action_area on supervision_action (area_path);

-- What makes a place vulnerable, as seen by those who work there. Facts of places; the program refuses personal data.
create table risk_factor (
    id          uuid primary key,
    number      text not null unique,
    area_path   text collate "C" not null references area (path),
    kind        text not null check (kind in ('UNMANAGED_COMPOUND', 'CROWDED_SITE', 'SHARED_KITCHEN_OR_BATH',
        'SUPPLY_SHORTAGE', 'ELDERLY_ALONE', 'CONSTRUCTION_SITE', 'OTHER')),
    description text not null check (description <> '' and length(description) <= 400),
    affected    text not null check (affected in ('UNDER_10', 'FROM_10', 'FROM_50', 'FROM_200', 'FROM_1000')),
    state       text not null default 'OPEN' check (state in ('OPEN', 'BEING_SOLVED', 'SOLVED', 'PASSED_UP')),
    -- the ring that has it now, and the one that solved it
    ring        text not null check (ring in ('COMMUNITY', 'STREET', 'DISTRICT')),
    solved_ring text check (solved_ring in ('COMMUNITY', 'STREET', 'DISTRICT')),
    owner       text not null,
    due_day     date not null,
    reported_by text not null,
    reported_at timestamptz not null,
    note        text,
    changed_by  text not null,
    changed_at  timestamptz not null,
    version     integer not null default 1,
    check ((state = 'SOLVED') = (solved_ring is not null))
);
create index risk_factor_area on risk_factor (area_path, state);
