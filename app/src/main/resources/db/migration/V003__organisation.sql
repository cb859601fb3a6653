-- Areas in rings: district, street, community, grid and compound. The id never changes; the path is the national code
-- (6, 9 or 12 digits), then G01 for a grid or C001 for a compound. Paths sort by bytes, so that a prefix is a range.
create table area (
    id             uuid primary key,
    path           text collate "C" not null unique check (path ~ '^[0-9]{6}([0-9]{3}([0-9]{3}([GC][0-9]{2,3})?)?)?$'),
    level          text not null check (level in ('DISTRICT', 'STREET', 'COMMUNITY', 'GRID', 'COMPOUND')),
    kind           text not null,
    name           text not null,
    name_en        text not null,
    tasked         boolean not null,
    scenario       boolean not null,
    latitude       double precision,
    longitude      double precision,
    community_type text check (community_type in ('WORK_UNIT', 'COMMERCIAL', 'REDEVELOPED_VILLAGE', 'OLD', 'VILLAGE')),
    households     integer check (households >= 0),
    managed        boolean,
    committee      text check (committee in ('OWNERS', 'PROPERTY', 'COURTYARD')),
    grid_path      text collate "C" references area (path),
    check ((level = 'COMPOUND') = (managed is not null)),
    check (level = 'COMPOUND' or grid_path is null)
);
create index area_level on area (level, path);

create table member_unit (
    id          uuid primary key,
    name        text not null,
    name_en     text not null,
    kind        text not null,
    network     text not null check (network in ('RESIDENTIAL', 'NEW_ORGANISATION', 'STATIONED_UNIT')),
    area_path   text collate "C" not null references area (path),
    -- a unit that is not under the district gets a request, never an order
    under_district boolean not null
);

-- Posted staff are named by their unit; volunteers came by themselves. The home is a community, never an address.
create table person (
    id        uuid primary key,
    name      text not null,
    kind      text not null check (kind in ('POSTED', 'VOLUNTEER')),
    unit_id   uuid references member_unit (id),
    home_path text collate "C" not null references area (path),
    skill     text check (skill in ('NURSE', 'DRIVER', 'ELECTRICIAN', 'SOCIAL_WORKER')),
    trained   boolean not null,
    insured   boolean not null,
    check ((kind = 'POSTED') = (unit_id is not null))
);
create index person_home on person (home_path);

create table duty_post (
    id         uuid primary key,
    area_path  text collate "C" not null references area (path),
    kind       text not null check (kind in ('CHECKPOINT', 'UNMANAGED_ENTRANCE', 'SCREENING_SITE', 'MEDICAL_TRANSPORT')),
    name       text not null,
    name_en    text not null,
    places     integer not null check (places > 0),
    minimum    integer not null check (minimum between 0 and places),
    skill      text,
    latitude   double precision not null,
    longitude  double precision not null
);
create index duty_post_area on duty_post (area_path);

-- Outlines of streets for the map: cells, not borders. Share-alike, see data/PROVENANCE.md.
create table street_cell (
    path    text collate "C" primary key references area (path),
    outline text not null,
    tile_row    integer not null,
    tile_column integer not null
);
