-- Why the ring that passed a task down asked for more or earlier than it was itself asked; empty where it did not.
alter table task add column change_reason text not null default '';

-- Who let an order through above the daily minutes of a community, or asked again for a number already asked, and why.
create table order_override (
    order_id  uuid primary key references task_order (id),
    given_by  text not null,
    reason    text not null check (reason <> ''),
    given_at  timestamptz not null
);

create index task_day on task (area_path, issued_at);
