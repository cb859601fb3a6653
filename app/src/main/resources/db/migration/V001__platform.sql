-- Chinese text is searched by trigrams.
create extension if not exists pg_trgm;

-- Spring Modulith's registry of events that wait for their listeners (its schema, second generation).
create table event_publication
(
    id                     uuid                     not null,
    listener_id            text                     not null,
    event_type             text                     not null,
    serialized_event       text                     not null,
    publication_date       timestamp with time zone not null,
    completion_date        timestamp with time zone,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamp with time zone,
    primary key (id)
);
create index event_publication_serialized_event_hash_idx on event_publication using hash (serialized_event);
create index event_publication_by_completion_date_idx on event_publication (completion_date);

-- The registry delivers at least once; here each listener remembers what it has handled.
create table handled_event
(
    event_id   uuid        not null,
    listener   text        not null,
    handled_at timestamptz not null default now(),
    primary key (event_id, listener)
);
