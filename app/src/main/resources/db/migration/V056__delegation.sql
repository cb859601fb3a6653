-- What streets and communities may decide by themselves: one list at a time, signed, with an end.
create table delegation_list (
    id          uuid primary key,
    number      text not null unique,
    basis       text not null,
    state       text not null default 'PROPOSED' check (state in ('PROPOSED', 'SIGNED', 'DROPPED')),
    proposed_by text not null,
    proposed_at timestamptz not null,
    signed_by   text,
    valid_from  timestamptz,
    valid_until timestamptz not null,
    ended_at    timestamptz,
    ended_by    text,
    end_reason  text,
    version     integer not null default 1,
    check ((state = 'SIGNED') = (signed_by is not null and valid_from is not null)),
    check (ended_at is null or state = 'SIGNED')
);
create unique index delegation_list_proposed on delegation_list (state) where state = 'PROPOSED';

-- One row an act. DISTRICT says that it is not delegated.
create table delegation_row (
    list_id      uuid not null references delegation_list (id) on delete cascade,
    act          text not null check (act in ('URGENT_CALL', 'EMERGENCY_ORDER', 'HAND_OUT')),
    ring         text not null check (ring in ('DISTRICT', 'STREET', 'COMMUNITY')),
    most         bigint not null check (most >= 0),
    times_a_day  integer not null check (times_a_day >= 0),
    report_hours integer not null check (report_hours between 0 and 168),
    primary key (list_id, act)
);

-- What was decided under a list, by the place that decided; who it was stands in the audit.
create table delegation_use (
    id            uuid primary key,
    list_id       uuid not null references delegation_list (id) on delete cascade,
    act           text not null,
    area_path     text collate "C" not null,
    amount        bigint not null,
    reference     text not null,
    used_at       timestamptz not null,
    report_by     timestamptz,
    report        text,
    reported_at   timestamptz,
    check ((report is null) = (reported_at is null))
);
create index delegation_use_area on delegation_use (area_path, used_at);
