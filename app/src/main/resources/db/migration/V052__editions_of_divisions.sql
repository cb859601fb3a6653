-- A place may get a new code. Whatever names a place by its code follows within the same statement.
do $$
declare
    reference record;
begin
    for reference in
        select conrelid::regclass as owner, conname, pg_get_constraintdef(oid) as definition
        from pg_constraint
        where contype = 'f' and confrelid = 'area'::regclass and confupdtype = 'a'
          and confkey = array [(select attnum from pg_attribute where attrelid = 'area'::regclass and attname = 'path')]
    loop
        execute format('alter table %s drop constraint %I, add constraint %I %s on update cascade',
                       reference.owner, reference.conname, reference.conname, reference.definition);
    end loop;
end
$$;

-- A unit that no longer exists keeps its row, because the past happened there. What stood there goes on in another.
alter table area
    add column ended_on     date,
    add column successor_id uuid references area (id),
    add check (successor_id is null or ended_on is not null),
    add check (ended_on is null or not tasked);

-- What a unit was called and coded before.
create table area_past
(
    area_id uuid not null references area (id),
    code    text collate "C" not null,
    name    text not null,
    name_en text not null,
    until   date not null,
    edition text not null,
    primary key (area_id, edition)
);
create index area_past_code on area_past (code);

-- A published list of units, compared with the units of the district.
create table edition
(
    id          uuid primary key,
    number      text not null unique,
    title       text not null check (title <> ''),
    as_of       date not null,
    units       integer not null check (units > 0),
    state       text not null default 'PROPOSED' check (state in ('PROPOSED', 'APPLIED', 'DISCARDED')),
    uploaded_by text not null,
    uploaded_at timestamptz not null,
    decided_by  text,
    decided_at  timestamptz,
    version     integer not null default 1,
    check ((state = 'PROPOSED') = (decided_at is null))
);
create sequence edition_number;
create unique index edition_proposed on edition (state) where state = 'PROPOSED';

create table edition_change
(
    id         uuid primary key,
    edition_id uuid not null references edition (id),
    kind       text not null check (kind in ('ADDED', 'RENAMED', 'ENDED')),
    area_id    uuid references area (id),
    code       text collate "C" not null,
    name       text not null,
    name_en    text not null,
    former     text not null,
    -- of one that ends: which code goes on with it; an added one is the same unit under a new code
    goes_on    text,
    unique (edition_id, code),
    check ((kind = 'ADDED') = (area_id is null)),
    check (kind = 'ENDED' or goes_on is null)
);
