-- Forms of a superior: the file as it came, and what goes where in it, each version confirmed by a named person. What a form
-- was filled with is not kept.
create sequence form_number;

create table form_template (
    id         uuid primary key,
    number     bigint not null unique,
    name       text not null check (name <> ''),
    issuer     text not null check (issuer <> ''),
    area_path  text collate "C" not null references area (path) on update cascade,
    file_name  text not null,
    workbook   boolean not null,
    -- as it came; deleted with its name when the form is no longer used
    file       bytea check (octet_length(file) > 0),
    kept_by    text not null,
    kept_at    timestamptz not null,
    retired_by text,
    retired_at timestamptz,
    check ((retired_by is null) = (retired_at is null)),
    check ((file is null) = (retired_at is not null))
);
create index form_template_area on form_template (area_path) where retired_at is null;

create table form_mapping (
    form_id      uuid not null references form_template (id),
    version      integer not null check (version >= 1),
    mapping      jsonb not null,
    confirmed_by text not null,
    confirmed_at timestamptz not null,
    primary key (form_id, version)
);
