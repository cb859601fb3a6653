-- Two roles that read and decide nothing.
alter table appointment drop constraint appointment_role_check;
alter table appointment add constraint appointment_role_check
    check (role in ('SIGNATORY', 'DUTY_OFFICER', 'CDC_ANALYST', 'STREET_WORKER', 'COMMUNITY_WORKER', 'ADMINISTRATOR',
                    'REPORTER', 'AUDITOR', 'DATA_PROTECTION'));

-- Temporary help: who opened it may end it, and it ends by itself.
alter table appointment add column opened_by uuid references account;
alter table appointment add constraint help_is_short
    check (opened_by is null or (role = 'COMMUNITY_WORKER' and until <= since + interval '14 days'));

-- A one-time password opens the door once, until password_until (real time); then only a new password leads on.
-- Sessions remember the credential they came in with, so that a new password ends those of the old one.
alter table account add column must_change boolean not null default false;
alter table account add column password_until timestamptz;
alter table account add column credential int not null default 0;
alter table account add constraint only_a_one_time_password_runs_out check (must_change or password_until is null);

-- What the one before wants the next one to know.
create table handover_note
(
    id           uuid primary key,
    account_id   uuid             not null references account,
    from_account uuid             not null references account,
    role         text             not null,
    area_path    text collate "C" not null,
    title        text             not null,
    at           timestamptz      not null,
    text         text             not null check (char_length(text) between 1 and 500),
    read_at      timestamptz
);
create index handover_note_unread_idx on handover_note (account_id) where read_at is null;

-- At most one: the way in while nobody is administrator. Real time, and only its hash.
create table setup_secret
(
    one     boolean primary key default true check (one),
    hash    text        not null,
    expires timestamptz not null,
    used_at timestamptz
);
