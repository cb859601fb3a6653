-- Notices of other bodies in the Common Alerting Protocol: what arrived, once each, and what was read out of it.
create table received_notice (
    id           uuid primary key,
    sender       text not null,
    identifier   text not null,
    sent         timestamptz not null,
    status       text not null check (status in ('Actual', 'Exercise', 'System', 'Test', 'Draft')),
    kind         text not null check (kind in ('Alert', 'Update', 'Cancel', 'Ack', 'Error')),
    scope        text not null check (scope in ('Public', 'Restricted', 'Private')),
    event        text not null,
    headline     text not null,
    area         text not null,
    severity     text not null,
    instruction  text not null,
    expires      timestamptz,
    -- as it came, in whatever encoding
    message      bytea not null,
    replaced_by  uuid references received_notice (id),
    received_at  timestamptz not null,
    received_by  text not null,
    unique (sender, identifier, sent)
);
create index received_notice_order on received_notice (received_at desc, id);
