create table mode_advice (
    id          uuid primary key,
    mode        text not null,
    advised_at  timestamptz not null,
    indicators  jsonb not null,
    likeness    jsonb not null,
    reasons     jsonb not null,
    would_change jsonb not null,
    caused_by   uuid,
    state       text not null default 'OPEN' check (state in ('OPEN', 'FOLLOWED', 'OVERRULED')),
    event_id    uuid not null,
    version     integer not null default 1
);
create unique index mode_advice_open on mode_advice (state) where state = 'OPEN';

create table plan_activation (
    id          uuid primary key,
    mode        text not null,
    playbook_version text not null,
    area_path   text collate "C" not null references area (path),
    advice_id   uuid references mode_advice (id),
    reason      text not null,
    response_level integer not null check (response_level between 1 and 4),
    matters     text not null,
    activated_at timestamptz not null,
    activated_by text not null,
    expected_end timestamptz not null check (expected_end > activated_at),
    stood_down_at timestamptz,
    stood_down_by text,
    stand_down_reason text,
    caused_by   uuid,
    event_id    uuid not null,
    version     integer not null default 1,
    check ((stood_down_at is null) = (stand_down_reason is null))
);
create unique index plan_active on plan_activation (area_path) where stood_down_at is null;

create table plan_coverage (
    activation_id uuid not null references plan_activation (id),
    street_path   text collate "C" not null references area (path),
    since         timestamptz not null,
    caused_by     uuid,
    primary key (activation_id, street_path)
);

-- Who may decide what. A measure outside this table cannot be written.
create table measure_competence (
    kind  text not null,
    body  text not null,
    limits_movement boolean not null,
    basis text not null,
    primary key (kind, body),
    unique (kind, body, limits_movement)
);
insert into measure_competence (kind, body, limits_movement, basis) values
    ('LIMIT_GATHERINGS', 'DISTRICT_GOVERNMENT', false, '突发公共卫生事件应对法 第39条'),
    ('LIMIT_GATHERINGS', 'DISTRICT_COMMAND', false, '突发公共卫生事件应对法 第14、39条'),
    ('LIMIT_VENUE', 'DISTRICT_GOVERNMENT', false, '突发公共卫生事件应对法 第39条'),
    ('LIMIT_VENUE', 'DISTRICT_COMMAND', false, '突发公共卫生事件应对法 第14、39条'),
    ('LIMIT_COMPOUND_ACCESS', 'DISTRICT_GOVERNMENT', true, '传染病防治法 第63、67条'),
    ('LIMIT_COMPOUND_ACCESS', 'DISTRICT_COMMAND', true, '传染病防治法 第63、67条；突发公共卫生事件应对法 第14条'),
    ('REQUISITION', 'DISTRICT_GOVERNMENT', false, '突发公共卫生事件应对法 第44条');

create table measure (
    id         uuid primary key,
    kind       text not null,
    decided_body text not null,
    limits_movement boolean not null,
    area_path  text collate "C" not null references area (path),
    content    text not null check (content <> ''),
    basis      text not null check (basis <> ''),
    explanation text not null check (explanation <> ''),
    alternatives text not null check (alternatives <> ''),
    starts_at  timestamptz not null,
    ends_at    timestamptz not null,
    decided_by text not null,
    decided_at timestamptz not null,
    state      text not null check (state in ('DECIDED', 'IN_FORCE', 'LAPSED', 'ENDED')),
    in_force_at timestamptz,
    closed_at  timestamptz,
    closed_by  text,
    close_reason text,
    activation_id uuid references plan_activation (id),
    caused_by  uuid,
    version    integer not null default 1,
    constraint measure_has_an_end check (ends_at > starts_at),
    constraint measure_is_within_competence
        foreign key (kind, decided_body, limits_movement) references measure_competence (kind, body, limits_movement)
);
create index measure_state on measure (state, area_path);

-- The six supports that must stand before a measure that limits movement may start.
create table measure_support (
    measure_id uuid not null references measure (id),
    item       text not null check (item in
        ('FOOD_AND_WATER', 'MEDICAL_ACCESS', 'SPECIAL_GROUPS', 'HELP_LINE', 'PSYCHOLOGICAL_AID', 'FIRE_EXITS')),
    arrangement text not null check (arrangement <> ''),
    filled_by  text not null,
    filled_at  timestamptz not null,
    primary key (measure_id, item)
);

create function measure_needs_support() returns trigger language plpgsql as $$
begin
    if new.state = 'IN_FORCE' and new.limits_movement
       and (select count(*) from measure_support where measure_id = new.id) < 6 then
        raise exception 'Measure % limits movement and its support list is not complete.', new.id
            using errcode = 'check_violation', constraint = 'measure_needs_support';
    end if;
    return new;
end $$;
create trigger measure_needs_support before insert or update on measure
    for each row execute function measure_needs_support();
