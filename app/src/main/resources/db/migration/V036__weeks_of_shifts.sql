-- What a volunteer wishes for a day to come, said on their own page. No reason is asked; it goes with the day.
create table shift_wish (
    shift_day date not null,
    person_id uuid not null references person (id),
    kind      text not null check (kind in ('WANTS', 'CANNOT')),
    primary key (shift_day, person_id)
);

-- A week of a street's shifts as it was solved. Nobody is told before somebody publishes it.
create table week_plan (
    id           uuid primary key,
    street_path  text collate "C" not null references area (path),
    first_day    date not null,
    planned_at   timestamptz not null,
    planned_by   text not null,
    total        bigint not null,
    bound        bigint not null check (bound <= total),
    engine       text not null,
    slots        integer not null,
    kept         integer not null,
    filled       integer not null,
    published_at timestamptz,
    published_by text,
    check ((published_at is null) = (published_by is null))
);
create unique index week_plan_draft on week_plan (street_path) where published_at is null;
create index week_plan_street on week_plan (street_path, first_day);

-- Who would stand where. Once published these are assignments, to which people answer, and nothing stays here.
create table week_place (
    week_id   uuid not null references week_plan (id) on delete cascade,
    shift_day date not null,
    post_id   uuid not null references duty_post (id),
    person_id uuid not null references person (id),
    metres    integer not null,
    rank      integer not null,
    eligible  integer not null,
    primary key (week_id, shift_day, person_id)
);

-- Why places of the week stay empty, in counts.
create table week_gap (
    week_id   uuid not null references week_plan (id) on delete cascade,
    shift_day date not null,
    post_id   uuid not null references duty_post (id),
    missing   integer not null check (missing > 0),
    below_minimum integer not null,
    listed    integer not null,
    busy      integer not null,
    resting   integer not null,
    full_week integer not null,
    dear      integer not null,
    primary key (week_id, shift_day, post_id)
);

-- Shifts that their owners offer to hand on, or to exchange, by a code they give to whom they choose. Nothing says to whom; gone with the
-- acceptance, the withdrawal or the shift.
create table shift_swap (
    assignment_id uuid primary key references assignment (id) on delete cascade,
    shift_day     date not null,
    code          text not null unique,
    return_from   date,
    return_to     date,
    check ((return_from is null) = (return_to is null))
);

-- That people of a post have changed by agreement, for the duty officer; nothing says who. It goes with the shift.
create table shift_swapped (
    shift_day  date not null,
    post_id    uuid not null references duty_post (id),
    swapped_at timestamptz not null,
    exchanged  boolean not null
);
create index shift_swapped_post on shift_swapped (shift_day, post_id);
