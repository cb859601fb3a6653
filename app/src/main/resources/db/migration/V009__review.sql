create table timeline_entry (
    event_id    uuid primary key,
    occurred_at timestamptz not null,
    kind        text not null,
    business_key text not null,
    area_path   text collate "C" not null,
    actor       text not null,
    caused_by   uuid,
    summary     jsonb not null,
    quantity    integer not null,
    recorded_at timestamptz not null default now(),
    unique (kind, business_key)
);
create index timeline_order on timeline_entry (occurred_at, kind, business_key);
create index timeline_cause on timeline_entry (caused_by);

create table lesson (
    id         uuid primary key,
    finding    text not null check (finding <> ''),
    change     text not null check (change <> ''),
    owner      text not null check (owner <> ''),
    plan_item  text,
    due_day    date not null,
    recorded_by text not null,
    recorded_at timestamptz not null
);
