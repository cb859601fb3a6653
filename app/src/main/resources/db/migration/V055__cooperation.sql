-- What a member unit is under, by which source and for how long. Where none holds on a day, the unit is under nobody here.
create table unit_affiliation (
    id          uuid primary key,
    unit_id     uuid not null references member_unit (id) on delete cascade,
    affiliation text not null check (affiliation in ('DISTRICT', 'STREET', 'CITY', 'CENTRAL', 'MILITARY', 'PRIVATE')),
    source      text not null check (length(source) between 1 and 200),
    valid_from  date not null,
    valid_until date not null check (valid_until >= valid_from),
    set_by      text not null,
    set_at      timestamptz not null,
    unique (unit_id, valid_from)
);
insert into unit_affiliation (id, unit_id, affiliation, source, valid_from, valid_until, set_by, set_at)
select id, id, 'DISTRICT', '名单原有标注', date '2020-01-01', date '2027-06-30', 'system', now()
from member_unit where under_district;
alter table member_unit drop column under_district;

alter table appointment drop constraint appointment_role_check;
alter table appointment add constraint appointment_role_check
    check (role in ('SIGNATORY', 'DUTY_OFFICER', 'CDC_ANALYST', 'STREET_WORKER', 'COMMUNITY_WORKER', 'ADMINISTRATOR',
                    'REPORTER', 'AUDITOR', 'DATA_PROTECTION', 'MEMBER_UNIT'));

-- Which account sits at the desk of a unit. It ends on a date, like every post.
create table unit_desk (
    unit_id   uuid not null,
    login     text not null,
    since     timestamptz not null,
    until     timestamptz not null check (until > since),
    opened_by text not null,
    primary key (unit_id, login, since)
);
create index unit_desk_login on unit_desk (login, until);

-- Requests to units. Nothing here is due: there is no deadline for an answer and no count of those without one.
create table unit_request (
    id          uuid primary key,
    number      text not null unique,
    unit_id     uuid not null,
    area_path   text collate "C" not null,
    asked       text not null,
    why         text not null,
    basis       text not null,
    until       timestamptz not null,
    contact     text not null,
    signer      text not null check (signer in ('SIGNATORY', 'DUTY_OFFICER')),
    state       text not null default 'DRAFT' check (state in ('DRAFT', 'SENT', 'WITHDRAWN')),
    drafted_by  text not null,
    drafted_at  timestamptz not null,
    sent_by     text,
    sent_at     timestamptz,
    reminded_at timestamptz,
    version     integer not null default 1,
    check ((sent_by is null) = (sent_at is null)),
    check (state <> 'SENT' or sent_at is not null)
);
create index unit_request_area on unit_request (area_path);
create index unit_request_unit on unit_request (unit_id);

-- What a unit said, one answer at a time: an answer that is taken back is gone.
create table unit_answer (
    request_id uuid primary key references unit_request (id) on delete cascade,
    kind       text not null check (kind in ('AGREES', 'PARTLY', 'ASKS', 'DECLINES')),
    words      text not null,
    given_by   text not null,
    given_at   timestamptz not null,
    reply      text,
    replied_by text,
    replied_at timestamptz,
    check (kind = 'DECLINES' or words <> '')
);

-- What became of what was agreed.
create table unit_follow_up (
    request_id uuid not null references unit_request (id) on delete cascade,
    position   integer not null,
    kind       text not null check (kind in ('OFFER', 'POST', 'DELIVERY')),
    reference  text not null,
    added_by   text not null,
    added_at   timestamptz not null,
    primary key (request_id, position)
);

-- Orders name the affiliation they rest on: the database takes none to a unit that is not under the district.
create table unit_order (
    id          uuid primary key,
    unit_id     uuid not null,
    affiliation text not null check (affiliation in ('DISTRICT', 'STREET')),
    area_path   text collate "C" not null,
    order_id    uuid not null,
    asked       text not null,
    basis       text not null,
    due_at      timestamptz not null,
    ordered_by  text not null,
    ordered_at  timestamptz not null
);
create index unit_order_unit on unit_order (unit_id);
