-- Lists that people send: a file, and its rows as they are kept between the preview and taking them. The rows are deleted when
-- they were taken or cancelled, and after a day.
create sequence import_number;

create table import_file (
    id          uuid primary key,
    number      bigint not null unique,
    kind        text not null,
    title       text not null,
    fingerprint text not null,
    state       text not null check (state in ('STAGING', 'READY', 'APPLYING', 'APPLIED', 'CANCELLED', 'EXPIRED', 'STOPPED')),
    uploaded_by text not null,
    uploaded_at timestamptz not null,
    total       integer not null check (total >= 0),
    added       integer not null default 0 check (added >= 0),
    changed     integer not null default 0 check (changed >= 0),
    same        integer not null default 0 check (same >= 0),
    rejected    integer not null default 0 check (rejected >= 0),
    ended_by    text,
    ended_at    timestamptz,
    -- why taking it failed last: a code, and its values as a JSON list
    refused     text,
    refused_for text
);
create index import_file_of on import_file (uploaded_by, number desc);
create index import_file_fingerprint on import_file (kind, fingerprint) where state = 'APPLIED';

create table import_row (
    import_id uuid not null references import_file (id),
    line      bigint not null check (line > 1),
    -- column to text, as JSON
    cells     text not null,
    change    text check (change in ('ADDED', 'CHANGED', 'SAME')),
    -- of a rejected row: where, which code, and its values as a JSON list
    field     text,
    code      text,
    arguments text,
    primary key (import_id, line),
    check ((change is null) = (code is not null))
);
create index import_row_rejected on import_row (import_id, line) where change is null;
