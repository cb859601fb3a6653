-- Each milder way that was weighed, with why it is not enough: [{"way": ..., "whyNotEnough": ...}], at least one.
alter table measure drop constraint measure_alternatives_check;
alter table measure alter column alternatives type jsonb
    using jsonb_build_array(jsonb_build_object('way', alternatives, 'whyNotEnough', '（与办法一并写明）'));
alter table measure add constraint measure_weighed_milder_ways check (
    jsonb_array_length(alternatives) > 0
    and not jsonb_path_exists(alternatives, '$[*] ? (!(@.way != "") || !(@.whyNotEnough != ""))'));

-- 72 hours after its start a measure must have been reviewed, or it is stopped. What runs at the upgrade gets a day.
alter table measure add column review_due_at timestamptz, add column reviewed_at timestamptz;
update measure set review_due_at = greatest(in_force_at + interval '72 hours', now() + interval '24 hours')
    where state = 'IN_FORCE';
create index measure_review on measure (review_due_at) where closed_at is null and reviewed_at is null;

-- What was decided about a measure, one after the other. Never rewritten.
create table measure_version (
    measure_id uuid not null references measure (id),
    number     integer not null check (number > 0),
    act        text not null check (act in ('DECIDED', 'RENEWED', 'CONTINUED', 'CHANGED')),
    content    text not null check (content <> ''),
    ends_at    timestamptz not null,
    reason     text not null check (reason ~ '\S'),
    decided_by text not null,
    decided_at timestamptz not null,
    primary key (measure_id, number),
    constraint the_first_version_decides check ((number = 1) = (act = 'DECIDED'))
);
insert into measure_version (measure_id, number, act, content, ends_at, reason, decided_by, decided_at)
    select id, 1, 'DECIDED', content, ends_at, explanation, decided_by, decided_at from measure;

create function measure_version_is_never_rewritten() returns trigger language plpgsql as $$
begin
    raise exception 'The history of a measure is never rewritten.'
        using errcode = 'check_violation', constraint = 'measure_version_is_never_rewritten';
end $$;
create trigger measure_version_is_never_rewritten before update or delete on measure_version
    for each row execute function measure_version_is_never_rewritten();

-- Content and end of a measure are those of its newest version; a later end is a renewal, by at most the first length again.
create function measure_follows_its_versions() returns trigger language plpgsql as $$
declare
    newest measure_version;
    first_end timestamptz;
begin
    select * into newest from measure_version where measure_id = new.id order by number desc limit 1;
    if newest is null or newest.content <> new.content or newest.ends_at <> new.ends_at
       or new.starts_at <> old.starts_at then
        raise exception 'Measure % changes only by a decision that is kept.', new.id
            using errcode = 'check_violation', constraint = 'measure_follows_its_versions';
    end if;
    select ends_at into first_end from measure_version where measure_id = new.id and number = 1;
    if new.ends_at > old.ends_at
       and (newest.act <> 'RENEWED' or new.ends_at - old.ends_at > first_end - new.starts_at) then
        raise exception 'Measure % is renewed by at most its first length.', new.id
            using errcode = 'check_violation', constraint = 'measure_follows_its_versions';
    end if;
    return new;
end $$;
create trigger measure_follows_its_versions before update of content, starts_at, ends_at on measure
    for each row execute function measure_follows_its_versions();

-- Complaints about measures, for the body that decided them. Without account or name; of the code only a hash is kept.
create sequence measure_complaint_number;
create table measure_complaint (
    id          uuid primary key,
    number      text not null unique,
    measure_id  uuid not null references measure (id),
    code_hash   text not null,
    text        text check (length(text) between 1 and 1000),
    received_at timestamptz not null,
    due_at      timestamptz not null check (due_at > received_at),
    outcome     text check (outcome in ('ENDED', 'CHANGED', 'NOT_UPHELD', 'OUTSIDE_COMPETENCE')),
    answer      text check (answer ~ '\S' and length(answer) <= 2000),
    answered_by text,
    answered_at timestamptz,
    destroyed_at timestamptz,
    version     integer not null default 1,
    constraint complaint_answer_whole check ((outcome is null) = (answered_at is null)
        and (outcome is null) = (answered_by is null)),
    constraint complaint_words_until_destroyed check (case when destroyed_at is null
        then text is not null and (outcome is null) = (answer is null)
        else text is null and answer is null end)
);
create index measure_complaint_measure on measure_complaint (measure_id);
create index measure_complaint_open on measure_complaint (due_at) where outcome is null;

-- How the complainant can be reached, where they said so: apart from the complaint, for one purpose, until a day.
create table complaint_contact (
    complaint_id uuid primary key references measure_complaint (id),
    contact      text not null check (contact ~ '\S' and length(contact) <= 100),
    purpose      text not null default 'ANSWER_TO_COMPLAINT' check (purpose = 'ANSWER_TO_COMPLAINT'),
    destroy_by   date not null
);
create index complaint_contact_destroy on complaint_contact (destroy_by);

-- Who may read complaints: the deciding body. Whoever carries measures out may not, whatever asks for it.
create function reads_complaints(role text, territory text) returns boolean language sql immutable as $$
    select role in ('SIGNATORY', 'DUTY_OFFICER') and length(territory) = 6
$$;
