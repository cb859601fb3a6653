-- An order is one thing asked of many; a task is the order at one place. Street tasks hold community tasks.
create table task_order (
    id         uuid primary key,
    number     text not null unique,
    origin     text not null,
    template   text not null,
    title      text not null,
    title_en   text not null,
    basis      text not null,
    issuer     text not null,
    fields     jsonb not null,
    minutes    integer not null,
    -- calls for people at the posts of the covered streets
    staffing   boolean not null,
    goes_to    text not null check (goes_to in ('DISTRICT', 'STREET', 'COMMUNITY')),
    issued_at  timestamptz not null,
    due_at     timestamptz not null,
    caused_by  uuid,
    check (due_at > issued_at)
);

create table task (
    id         uuid primary key,
    order_id   uuid not null references task_order (id),
    parent_id  uuid references task (id),
    level      text not null check (level in ('DISTRICT', 'STREET', 'COMMUNITY')),
    area_path  text collate "C" not null references area (path),
    state      text not null default 'ISSUED' check (state in ('ISSUED', 'ACKNOWLEDGED', 'REPORTED', 'RETURNED', 'ACCEPTED', 'WITHDRAWN')),
    issue_event uuid not null,
    issued_at  timestamptz not null,
    due_at     timestamptz not null,
    acknowledged_at timestamptz,
    acknowledged_by text,
    reported_at timestamptz,
    accepted_at timestamptz,
    accepted_by text,
    return_reason text,
    reminders  integer not null default 0,
    reminded_at timestamptz,
    escalated_at timestamptz,
    version    integer not null default 1,
    unique (order_id, area_path)
);
create index task_area on task (area_path, state);
create index task_parent on task (parent_id);
create index task_open on task (due_at) where state in ('ISSUED', 'ACKNOWLEDGED', 'RETURNED');

create table task_report (
    id          uuid primary key,
    task_id     uuid not null references task (id),
    revision    integer not null,
    figures     jsonb not null,
    note        text not null default '',
    reported_by text not null,
    reported_at timestamptz not null,
    current     boolean not null default true,
    unique (task_id, revision)
);
create unique index task_report_current on task_report (task_id) where current;
