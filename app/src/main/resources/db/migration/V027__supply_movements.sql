-- From one store to another, and back to the warehouse.
alter table supply_movement drop constraint supply_movement_kind_check;
alter table supply_movement add constraint supply_movement_kind_check check (kind in ('OPENING', 'DONATION', 'ARRIVAL',
    'SENDING', 'RECEIPT', 'CONSUMPTION', 'WRITE_OFF', 'COUNT', 'CORRECTION', 'TRANSFER_OUT', 'TRANSFER_IN', 'REQUISITION',
    'REQUISITION_END', 'RELOCATION', 'RETURN'));

-- A unit whose stock is in the ledger offers from that stock, so that nothing enters twice.
alter table supply_offer add column holder_id uuid references supply_holder (id);

-- What is sent may be a stand-in: one base unit of it stands for so many of what was asked for.
alter table supply_delivery add column item_code text references supply_item (code);
alter table supply_delivery add column stands_for integer not null default 1 check (stands_for > 0);
update supply_delivery d set item_code = n.item_code from supply_need n where n.id = d.need_id;
alter table supply_delivery alter column item_code set not null;

-- Units of a need that its place did not want; they are asked for again when the place changes the need. Who said so is not kept.
alter table supply_need add column declined bigint not null default 0 check (declined >= 0);
alter table supply_need drop column source;

-- The plan in force when it was decided, with whose end it ends; why it was closed without being carried out.
alter table supply_requisition add column activation_id uuid;
alter table supply_requisition add column closing_reason text check (closing_reason <> '');
create index supply_requisition_activation on supply_requisition (activation_id);

-- Who may accept and receive for a place, named by the place itself.
create table supply_deputy (
    holder_id uuid not null references supply_holder (id),
    login     text not null check (login <> ''),
    named_by  text not null,
    named_at  timestamptz not null,
    primary key (holder_id, login)
);

create or replace view supply_promise as
    select holder_id, item_code, sum(quantity)::bigint as quantity
    from (select coalesce(d.from_id, o.holder_id) as holder_id, d.item_code, d.quantity
          from supply_delivery d left join supply_offer o on o.id = d.offer_id
          where coalesce(d.from_id, o.holder_id) is not null and d.state in ('PROPOSED', 'ACCEPTED')
          union all
          select t.holder_id, t.item_code, t.quantity
          from supply_transfer t where t.direction = 'OUT' and t.state = 'APPROVED') promised
    group by holder_id, item_code;
