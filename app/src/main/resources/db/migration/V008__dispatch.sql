-- Streets whose posts must be covered, since an order called for it.
create table street_coverage (
    street_path text collate "C" primary key references area (path),
    order_id    uuid not null,
    since       timestamptz not null,
    caused_by   uuid not null
);

create table shift_plan (
    id         uuid primary key,
    shift_day  date not null,
    run        integer not null,
    planned_at timestamptz not null,
    total_cost bigint not null,
    pairs      integer not null,
    proved     boolean not null,
    reason     text not null,
    unique (shift_day, run)
);

-- Posts that the plan covers on a day. Offers not taken are one count, deleted with the shift.
create table shift_post (
    shift_day date not null,
    post_id   uuid not null references duty_post (id),
    area_path text collate "C" not null,
    offers_not_taken integer not null default 0,
    primary key (shift_day, post_id)
);

create table assignment (
    id         uuid primary key,
    shift_day  date not null,
    post_id    uuid not null references duty_post (id),
    person_id  uuid not null references person (id),
    state      text not null check (state in ('INVITED', 'CONFIRMED')),
    metres     integer not null,
    rank       integer not null,
    eligible   integer not null,
    nearer_elsewhere integer not null,
    assigned_at timestamptz not null,
    unique (shift_day, person_id),
    foreign key (shift_day, post_id) references shift_post (shift_day, post_id)
);
create index assignment_post on assignment (shift_day, post_id);

-- Who cannot come on a day, for whatever reason: it says nothing of an offer, and goes with the shift.
create table shift_unavailable (
    shift_day date not null,
    person_id uuid not null references person (id),
    primary key (shift_day, person_id)
);

-- A post below its minimum, from the shift in which it was first seen until it is covered again.
create table coverage_gap (
    id         uuid primary key,
    shift_day  date not null,
    post_id    uuid not null references duty_post (id),
    area_path  text collate "C" not null,
    missing    integer not null check (missing > 0),
    opened_at  timestamptz not null,
    closed_at  timestamptz,
    reasons    jsonb not null
);
create unique index coverage_gap_of_post on coverage_gap (post_id) where closed_at is null;
create index coverage_gap_open on coverage_gap (area_path) where closed_at is null;
