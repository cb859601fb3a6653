-- Plans of goods that a duty officer adopted, and the deliveries that each proposed.
create table supply_plan (
    id          uuid primary key,
    number      text not null unique,
    rule        text not null check (rule in ('TIERS', 'FLAT')),
    tables      text not null check (tables <> ''),
    day         date not null,
    wanted      bigint not null check (wanted > 0),
    units       bigint not null check (units between 1 and wanted),
    unit_metres bigint not null check (unit_metres >= 0),
    worst       double precision not null check (worst between 0 and 1),
    adopted_by  text not null,
    adopted_at  timestamptz not null
);

create table supply_plan_line (
    plan_id     uuid not null references supply_plan (id),
    delivery_id uuid primary key references supply_delivery (id)
);
create index supply_plan_line_plan on supply_plan_line (plan_id);

-- What the scenario adopted last lets expect of an item on a day. Not asked for by anybody; replaced by the next adoption.
create table supply_forecast (
    item_code text not null references supply_item (code),
    day       date not null,
    low90     double precision not null check (low90 >= 0),
    low50     double precision not null check (low50 >= low90),
    median    double precision not null check (median >= low50),
    high50    double precision not null check (high50 >= median),
    high90    double precision not null check (high90 >= high50),
    adoption  uuid not null,
    scenario  text not null check (scenario <> ''),
    primary key (item_code, day)
);
