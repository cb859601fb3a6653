-- One person, or one rule of a demonstration, per account. What an account may do is not written here: see appointment.
create extension if not exists btree_gist;

create table account
(
    id            uuid primary key,
    login         text        not null unique check (login ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
    name          text        not null check (name <> ''),
    password_hash text,
    scripted      boolean     not null default false,
    demonstration boolean     not null default false,
    created_at    timestamptz not null,
    disabled_at   timestamptz,
    version       int         not null default 0,
    -- what a script does must never be taken for what a person did
    check (not scripted or (password_hash is null and not demonstration))
);

-- The account follows the post: rights come from the appointment of the moment, and end with it.
create table appointment
(
    id         uuid primary key,
    account_id uuid             not null references account,
    role       text             not null check (role in ('SIGNATORY', 'DUTY_OFFICER', 'CDC_ANALYST', 'STREET_WORKER',
                                                         'COMMUNITY_WORKER', 'ADMINISTRATOR', 'REPORTER')),
    area_path  text collate "C" not null check (area_path ~ '^[0-9]{6}[0-9A-Z]*$'),
    title      text             not null,
    since      timestamptz      not null,
    until      timestamptz      not null check (until >= since),
    exclude using gist (account_id with =, tstzrange(since, until) with &&)
);
create index appointment_area_path_idx on appointment (area_path);

-- Tries to log in that failed, of known and unknown logins alike. Real time: a replay must not reopen a door.
create table login_failure
(
    login text        not null,
    at    timestamptz not null default now()
);
create index login_failure_login_idx on login_failure (login, at);

create table api_token
(
    id         uuid primary key,
    account_id uuid        not null references account,
    purpose    text        not null,
    hash       text        not null unique,
    issued_at  timestamptz not null default now(),
    expires    timestamptz not null,
    revoked_at timestamptz
);

create table audit_entry
(
    seq      bigserial primary key,
    at       timestamptz not null,
    wall     timestamptz not null default now(),
    login    text        not null,
    name     text        not null,
    scripted boolean     not null,
    action   text        not null,
    subject  text        not null,
    details  jsonb       not null
);
create index audit_entry_subject_idx on audit_entry (subject, seq);
create index audit_entry_login_idx on audit_entry (login, seq);

create function refuse_change_of_audit() returns trigger
    language plpgsql as
$$
begin
    raise exception 'The audit is append-only: % is refused.', tg_op using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_is_append_only
    before update or delete or truncate
    on audit_entry
    for each statement
execute function refuse_change_of_audit();
