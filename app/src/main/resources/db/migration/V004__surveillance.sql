-- A monitoring point is one series of one place: whose figure it is, what it counts, when it is due.
create table monitoring_point (
    id         uuid primary key,
    code       text not null unique,
    area_path  text collate "C" not null references area (path),
    indicator  text not null check (indicator in
        ('CASES_IN_COMMUNITY', 'CASES_IN_QUARANTINE', 'CONVERSIONS', 'ADDRESSES_NAMED', 'FEVER_VISITS')),
    name       text not null,
    name_en    text not null,
    source     text not null,
    scenario   boolean not null,
    fixed_threshold integer not null check (fixed_threshold >= 0)
);
create index monitoring_point_area on monitoring_point (area_path);

-- One row a revision. Nil is a row with value 0; missing is no row; late is a row reported after due_at.
create table count_report (
    id          uuid primary key,
    point_id    uuid not null references monitoring_point (id),
    event_day   date not null,
    revision    integer not null check (revision >= 1),
    value       integer not null check (value >= 0),
    reported_at timestamptz not null,
    due_at      timestamptz not null,
    reported_by text not null,
    channel     text not null check (channel in ('FORM', 'CSV', 'REST', 'REPLAY')),
    reason      text,
    current     boolean not null default true,
    unique (point_id, event_day, revision),
    check (revision = 1 or reason is not null)
);
create unique index count_report_current on count_report (point_id, event_day) where current;
create index count_report_day on count_report (event_day) where current;

create table count_upload (
    fingerprint text primary key,
    uploaded_at timestamptz not null,
    uploaded_by text not null,
    rows        integer not null
);

create table idempotency_key (
    account     text not null,
    key         text not null,
    fingerprint text not null,
    status      integer not null,
    response    text not null,
    primary key (account, key)
);

create table signal (
    id          uuid primary key,
    point_id    uuid not null references monitoring_point (id),
    area_path   text collate "C" not null references area (path),
    event_day   date not null,
    observed    integer not null,
    expected    double precision,
    upper_bound double precision not null,
    method      text not null,
    window_days integer not null,
    completeness text not null,
    state       text not null default 'OPEN' check (state in ('OPEN', 'CONFIRMED', 'FALSE_ALARM', 'DEFERRED')),
    state_reason text,
    decided_by  text,
    decided_at  timestamptz,
    detected_at timestamptz not null,
    event_id    uuid not null,
    version     integer not null default 1,
    unique (point_id, event_day),
    check (state in ('OPEN', 'CONFIRMED') or state_reason is not null)
);
create index signal_area on signal (area_path, event_day);
