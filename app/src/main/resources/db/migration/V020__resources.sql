-- Supplies: what there is, where it is, and everything that moves it. Quantities are whole numbers of the base unit.
create table supply_item (
    code       text primary key check (code ~ '^[A-Z0-9][A-Z0-9-]{1,23}$'),
    name       text not null check (name <> ''),
    name_en    text not null check (name_en <> ''),
    kind       text not null check (kind in
        ('PROTECTION', 'TEST', 'MEDICINE', 'DISINFECTION', 'FOOD', 'INFANT', 'DAILY', 'EQUIPMENT')),
    unit       text not null check (unit <> ''),
    unit_en    text not null check (unit_en <> ''),
    shelf_days integer check (shelf_days > 0),
    scenario   boolean not null
);

-- Larger units, each a whole number of base units.
create table supply_unit (
    item_code text not null references supply_item (code),
    name      text not null check (name <> ''),
    name_en   text not null check (name_en <> ''),
    factor    bigint not null check (factor between 2 and 1000000),
    primary key (item_code, name)
);

-- One base unit of item_code stands for stands_for base units of for_code.
create table supply_substitute (
    item_code  text not null references supply_item (code),
    for_code   text not null references supply_item (code),
    stands_for integer not null check (stands_for > 0),
    primary key (item_code, for_code),
    check (item_code <> for_code)
);

-- The accounts of the ledger. Physical ones are places where goods lie; the others are the world outside.
create table supply_holder (
    id        uuid primary key,
    kind      text not null check (kind in ('WAREHOUSE', 'COMMUNITY_STORE', 'UNIT', 'IN_TRANSIT',
        'OPENING', 'DONOR', 'SUPPLIER', 'OTHER_DISTRICT', 'OWNER', 'CONSUMED', 'LOST')),
    physical  boolean not null generated always as
        (kind in ('WAREHOUSE', 'COMMUNITY_STORE', 'UNIT', 'IN_TRANSIT')) stored,
    name      text not null check (name <> ''),
    name_en   text not null check (name_en <> ''),
    area_path text collate "C" not null references area (path),
    scenario  boolean not null,
    unique (id, physical)
);
create index supply_holder_area on supply_holder (area_path);

-- Goods that came in together and keep their origin wherever they go. Lots are never mixed.
create table supply_lot (
    id            uuid primary key,
    number        text not null unique,
    item_code     text not null references supply_item (code),
    origin_id     uuid not null references supply_holder (id),
    source        text not null check (source in ('OPENING', 'DONATION', 'OFFER', 'ORDER', 'TRANSFER', 'REQUISITION')),
    source_number text not null,
    expires_on    date
);
create index supply_lot_source on supply_lot (source, source_number);
create index supply_lot_item on supply_lot (item_code);

create table supply_movement (
    id        uuid primary key,
    serial    bigint generated always as identity unique,
    key       text not null unique,
    kind      text not null check (kind in ('OPENING', 'DONATION', 'ARRIVAL', 'SENDING', 'RECEIPT', 'CONSUMPTION',
        'WRITE_OFF', 'COUNT', 'CORRECTION', 'TRANSFER_OUT', 'TRANSFER_IN', 'REQUISITION', 'REQUISITION_END')),
    at        timestamptz not null,
    who       text not null,
    why       text not null check (why <> ''),
    caused_by uuid,
    reverses  uuid unique references supply_movement (id),
    check ((kind = 'CORRECTION') = (reverses is not null))
);

create table supply_posting (
    movement_id uuid not null references supply_movement (id),
    line        integer not null,
    holder_id   uuid not null references supply_holder (id),
    lot_id      uuid not null references supply_lot (id),
    quantity    bigint not null check (quantity <> 0),
    primary key (movement_id, line)
);
create index supply_posting_holder on supply_posting (holder_id, lot_id);
create index supply_posting_lot on supply_posting (lot_id);

-- The sum of the postings of a place and lot, kept by a trigger. A physical place never goes below nothing.
create table supply_balance (
    holder_id uuid not null,
    lot_id    uuid not null references supply_lot (id),
    physical  boolean not null,
    quantity  bigint not null,
    primary key (holder_id, lot_id),
    foreign key (holder_id, physical) references supply_holder (id, physical),
    constraint supply_never_below_nothing check (quantity >= 0 or not physical)
);
create index supply_balance_lot on supply_balance (lot_id);

create function supply_keep_balance() returns trigger language plpgsql as $$
begin
    update supply_balance set quantity = quantity + new.quantity
        where holder_id = new.holder_id and lot_id = new.lot_id;
    if not found then
        insert into supply_balance (holder_id, lot_id, physical, quantity)
            select new.holder_id, new.lot_id, physical, new.quantity from supply_holder where id = new.holder_id
            on conflict (holder_id, lot_id) do update set quantity = supply_balance.quantity + excluded.quantity;
    end if;
    return null;
end $$;
create trigger supply_keep_balance after insert on supply_posting
    for each row execute function supply_keep_balance();

-- Double entry: what leaves one account arrives in another, lot by lot, within the same movement.
create function supply_postings_balance() returns trigger language plpgsql as $$
begin
    if (select coalesce(sum(quantity), 0) from supply_posting
            where movement_id = new.movement_id and lot_id = new.lot_id) <> 0 then
        raise exception 'The postings of movement % do not add up to nothing for lot %.', new.movement_id, new.lot_id
            using errcode = 'check_violation', constraint = 'supply_postings_balance';
    end if;
    return null;
end $$;
create constraint trigger supply_postings_balance after insert on supply_posting
    deferrable initially deferred for each row execute function supply_postings_balance();

create function supply_movement_has_postings() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from supply_posting where movement_id = new.id) then
        raise exception 'Movement % moves nothing.', new.id
            using errcode = 'check_violation', constraint = 'supply_movement_has_postings';
    end if;
    return null;
end $$;
create constraint trigger supply_movement_has_postings after insert on supply_movement
    deferrable initially deferred for each row execute function supply_movement_has_postings();

create function supply_never_rewritten() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger is never rewritten: a mistake is mended by a counter-movement.'
        using errcode = 'check_violation', constraint = 'supply_never_rewritten';
end $$;
create trigger supply_movement_never_rewritten before update or delete on supply_movement
    for each row execute function supply_never_rewritten();
create trigger supply_posting_never_rewritten before update or delete on supply_posting
    for each row execute function supply_never_rewritten();
create trigger supply_lot_never_rewritten before update or delete on supply_lot
    for each row execute function supply_never_rewritten();

-- Last number given out, by letter.
create table supply_number (
    letter text primary key,
    last   integer not null
);

-- What a warehouse should not fall below, and what it is filled up to.
create table supply_floor (
    holder_id   uuid not null references supply_holder (id),
    item_code   text not null references supply_item (code),
    minimum     bigint not null check (minimum > 0),
    target      bigint not null,
    below_since timestamptz,
    primary key (holder_id, item_code),
    check (target >= minimum)
);

create table supply_supplier (
    id        uuid primary key,
    name      text not null check (name <> ''),
    name_en   text not null check (name_en <> ''),
    -- an office and its public number, never a person
    contact   text not null check (contact <> ''),
    area_path text collate "C" not null references area (path),
    scenario  boolean not null
);

create table supply_agreement (
    id          uuid primary key,
    number      text not null unique,
    supplier_id uuid not null references supply_supplier (id),
    item_code   text not null references supply_item (code),
    price_fen   bigint not null check (price_fen > 0),
    per_day     bigint not null check (per_day > 0),
    total       bigint not null check (total > 0),
    lead_days   integer not null check (lead_days between 0 and 365),
    valid_from  date not null,
    valid_to    date not null check (valid_to >= valid_from)
);
create index supply_agreement_item on supply_agreement (item_code);

create table supply_order (
    id           uuid primary key,
    number       text not null unique,
    agreement_id uuid not null references supply_agreement (id),
    holder_id    uuid not null references supply_holder (id),
    quantity     bigint not null check (quantity > 0),
    due_on       date not null,
    ordered_on   date not null,
    state        text not null default 'ORDERED' check (state in ('ORDERED', 'ARRIVED', 'CANCELLED')),
    arrived      bigint check (arrived between 0 and quantity),
    note         text,
    ordered_by   text not null,
    ordered_at   timestamptz not null,
    closed_by    text,
    closed_at    timestamptz,
    version      integer not null default 1,
    check ((state = 'ORDERED') = (closed_by is null and closed_at is null)),
    check ((state = 'ARRIVED') = (arrived is not null))
);

create table supply_need (
    id        uuid primary key,
    number    text not null unique,
    holder_id uuid not null references supply_holder (id),
    item_code text not null references supply_item (code),
    quantity  bigint not null check (quantity > 0),
    received  bigint not null default 0 check (received >= 0),
    priority  text not null check (priority in ('LIFE', 'URGENT', 'ORDINARY')),
    until     timestamptz not null,
    people    integer not null check (people >= 0),
    source    text not null check (source in ('REQUESTED', 'FORECAST', 'IMPORTED')),
    why       text not null check (why <> '' and length(why) <= 400),
    state     text not null default 'OPEN' check (state in ('OPEN', 'MET', 'WITHDRAWN', 'LAPSED')),
    asked_by  text not null,
    asked_at  timestamptz not null,
    closed_at timestamptz,
    caused_by uuid,
    version   integer not null default 1,
    check ((state = 'OPEN') = (closed_at is null))
);
create index supply_need_state on supply_need (state, until);
create index supply_need_holder on supply_need (holder_id);

create table supply_offer (
    id         uuid primary key,
    number     text not null unique,
    giver      text not null check (giver in ('UNIT', 'DONOR', 'RESIDENTS')),
    -- null for who does not want to be named: the name is not kept at all
    name       text check (name <> ''),
    area_path  text collate "C" not null references area (path),
    item_code  text not null references supply_item (code),
    quantity   bigint not null check (quantity > 0),
    expires_on date,
    until      timestamptz not null,
    state      text not null default 'OPEN' check (state in ('OPEN', 'WITHDRAWN', 'LAPSED')),
    offered_by text not null,
    offered_at timestamptz not null,
    version    integer not null default 1
);
create index supply_offer_state on supply_offer (state, item_code);

-- One answer to one need: from a warehouse or from an offer, never both.
create table supply_delivery (
    id          uuid primary key,
    number      text not null unique,
    need_id     uuid not null references supply_need (id),
    from_id     uuid references supply_holder (id),
    offer_id    uuid references supply_offer (id),
    quantity    bigint not null check (quantity > 0),
    state       text not null default 'PROPOSED' check (state in
        ('PROPOSED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'SENT', 'RECEIVED')),
    -- what the receiver would rather have; who declined is not kept
    wish        text,
    received    bigint check (received between 0 and quantity),
    loss_reason text check (loss_reason <> ''),
    proposed_by text not null,
    proposed_at timestamptz not null,
    sent_at     timestamptz,
    received_at timestamptz,
    version     integer not null default 1,
    check ((from_id is null) <> (offer_id is null)),
    check ((state = 'RECEIVED') = (received is not null)),
    check (received is null or received = quantity or loss_reason is not null)
);
create index supply_delivery_need on supply_delivery (need_id);
create index supply_delivery_from on supply_delivery (from_id, state);
create index supply_delivery_offer on supply_delivery (offer_id);

create table supply_donation (
    id          uuid primary key,
    number      text not null unique,
    -- null for who does not want to be named: the name is not kept at all
    donor       text check (donor <> ''),
    item_code   text not null references supply_item (code),
    quantity    bigint not null check (quantity > 0),
    holder_id   uuid not null references supply_holder (id),
    received_by text not null,
    received_at timestamptz not null,
    wish        text not null
);
create index supply_donation_at on supply_donation (received_at);

create table supply_producer (
    id         uuid primary key,
    name       text not null check (name <> ''),
    name_en    text not null check (name_en <> ''),
    area_path  text collate "C" not null references area (path),
    item_code  text not null references supply_item (code),
    per_day    bigint not null check (per_day > 0),
    contact    text not null check (contact <> ''),
    checked_on date not null,
    scenario   boolean not null
);
create index supply_producer_area on supply_producer (area_path);

-- What keeps a producer from its capacity, and who clears it.
create table supply_block (
    id          uuid primary key,
    producer_id uuid not null references supply_producer (id),
    kind        text not null check (kind in ('APPROVAL', 'RAW_MATERIAL', 'STAFF', 'EQUIPMENT', 'TRANSPORT')),
    what        text not null check (what <> ''),
    per_day     bigint not null check (per_day > 0),
    clearer     text not null check (clearer <> ''),
    due_on      date not null,
    opened_by   text not null,
    opened_at   timestamptz not null,
    cleared_by  text,
    cleared_at  timestamptz,
    how         text,
    version     integer not null default 1,
    check ((cleared_at is null) = (cleared_by is null) and (cleared_at is null) = (how is null))
);
create index supply_block_producer on supply_block (producer_id);

create table supply_transfer (
    id          uuid primary key,
    number      text not null unique,
    direction   text not null check (direction in ('OUT', 'IN')),
    gift        boolean not null,
    partner     text not null check (partner <> ''),
    item_code   text not null references supply_item (code),
    quantity    bigint not null check (quantity > 0),
    moved       bigint check (moved between 1 and quantity),
    holder_id   uuid not null references supply_holder (id),
    why         text not null check (why <> ''),
    priority    text not null check (priority in ('FIRST', 'SECOND', 'THIRD')),
    valid_until timestamptz not null,
    state       text not null default 'PROPOSED' check (state in ('PROPOSED', 'APPROVED', 'REFUSED', 'DONE', 'LAPSED')),
    proposed_by text not null,
    proposed_at timestamptz not null,
    decided_by  text,
    decided_at  timestamptz,
    note        text,
    done_at     timestamptz,
    version     integer not null default 1,
    check (state in ('PROPOSED', 'LAPSED') or (decided_by is not null and decided_at is not null)),
    check ((state = 'DONE') = (moved is not null and done_at is not null))
);

create table supply_requisition (
    id          uuid primary key,
    number      text not null unique,
    owner       text not null check (owner <> ''),
    basis       text not null check (basis <> ''),
    why         text not null check (why <> ''),
    item_code   text not null references supply_item (code),
    quantity    bigint not null check (quantity > 0),
    taken       bigint check (taken between 0 and quantity),
    holder_id   uuid not null references supply_holder (id),
    from_on     date not null,
    until_on    date not null check (until_on >= from_on),
    return_by   date not null check (return_by >= until_on),
    state       text not null default 'DECIDED' check (state in ('DECIDED', 'IN_USE', 'CLOSED')),
    decided_by  text not null,
    decided_at  timestamptz not null,
    taken_at    timestamptz,
    closed_by   text,
    closed_at   timestamptz,
    version     integer not null default 1,
    check (state <> 'IN_USE' or taken is not null),
    check ((state = 'CLOSED') = (closed_at is not null))
);

-- What became of what was taken: given back, or not and paid for.
create table supply_settlement (
    id             uuid primary key,
    requisition_id uuid not null references supply_requisition (id),
    kind           text not null check (kind in ('RETURNED', 'DAMAGED', 'USED_UP')),
    quantity       bigint not null check (quantity > 0),
    amount_fen     bigint not null check (amount_fen >= 0),
    note           text not null,
    settled_by     text not null,
    settled_at     timestamptz not null,
    check (kind = 'RETURNED' or amount_fen > 0)
);
create index supply_settlement_of on supply_settlement (requisition_id);

create function supply_requisition_ends_settled() returns trigger language plpgsql as $$
begin
    if new.state = 'CLOSED' and coalesce(new.taken, 0) >
            (select coalesce(sum(quantity), 0) from supply_settlement where requisition_id = new.id) then
        raise exception 'Requisition % is neither returned nor compensated in full.', new.number
            using errcode = 'check_violation', constraint = 'supply_requisition_ends_settled';
    end if;
    return new;
end $$;
create trigger supply_requisition_ends_settled before insert or update on supply_requisition
    for each row execute function supply_requisition_ends_settled();
