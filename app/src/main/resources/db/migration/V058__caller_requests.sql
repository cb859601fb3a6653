-- What residents ask by telephone or at the door, written down by a worker. Nothing says who asks: a way back is optional,
-- lives in a row of its own and is destroyed with the answer.
create sequence resident_request_number start 1001;

create table resident_request (
    id          uuid primary key,
    number      text not null unique,
    area_path   text collate "C" not null references area (path) on update cascade,
    kind        text not null check (kind in ('GOODS', 'MEDICINE', 'DOCTOR', 'REPAIR', 'QUESTION', 'OTHER')),
    text        text check (length(text) between 1 and 400),
    filed_by    text not null,
    filed_at    timestamptz not null,
    answered    text check (answered in ('BY_PHONE', 'AT_THE_DOOR')),
    answered_as text,
    answered_at timestamptz,
    -- of the words: a long way off while nobody has answered, a short one afterwards
    destroy_by  date not null,
    need_number text,
    version     integer not null default 1,
    check ((answered is null) = (answered_at is null) and (answered is null) = (answered_as is null))
);
create index resident_request_open on resident_request (area_path, filed_at) where answered is null;
create index resident_request_destroy on resident_request (destroy_by) where text is not null;

create table caller_contact (
    request_id uuid primary key references resident_request (id),
    contact    text not null check (contact ~ '\S' and length(contact) <= 60),
    purpose    text not null default 'ANSWER_TO_CALLER' check (purpose = 'ANSWER_TO_CALLER'),
    destroy_by date not null
);
create index caller_contact_destroy on caller_contact (destroy_by);
