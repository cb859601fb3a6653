-- Made once by this installation and never shown: personal links, codes of posts and checksums are derived from it.
create table installation_key (
    name    text primary key,
    secret  bytea not null check (octet_length(secret) = 32),
    made_at timestamptz not null default now()
);

-- Which edition of a link is valid; absent while it is the first. Subject: the id of a person, or the path of a street.
create table link_edition (
    subject text primary key,
    edition integer not null check (edition > 1)
);

-- What a kind of duty asks of those who do it. The district edits the words and says which kinds are dangerous; for these
-- a person must be trained and insured and must have read the risk notice. The texts are suggested ones.
create table duty_notice (
    kind          text primary key,
    dangerous     boolean not null,
    work          text not null check (length(work) between 1 and 200),
    work_en       text not null check (length(work_en) between 1 and 400),
    risk          text not null check (length(risk) between 1 and 200),
    risk_en       text not null check (length(risk_en) between 1 and 400),
    protection    text not null check (length(protection) between 1 and 200),
    protection_en text not null check (length(protection_en) between 1 and 400),
    version       integer not null default 1
);
insert into duty_notice (kind, dangerous, work, work_en, risk, risk_en, protection, protection_en) values
('CHECKPOINT', false, '在卡口值守，指引车辆和行人，只报数，不登记姓名',
 'Stand at the checkpoint and guide vehicles and people; report counts, take no names',
 '与过往的人近距离接触，户外天气', 'Close contact with those who pass; weather',
 '口罩、手套、洗手液由岗位发放，每2小时轮换休息', 'Masks, gloves and hand rub are handed out at the post; a rest every 2 hours'),
('UNMANAGED_ENTRANCE', false, '在小区出入口值守，接转送来的物品，解答问题，只报数，不登记姓名',
 'Stand at the compound''s entrance, pass on deliveries, answer questions; report counts, take no names',
 '与居民近距离接触，户外天气', 'Close contact with residents; weather',
 '口罩、手套、洗手液由岗位发放，每2小时轮换休息', 'Masks, gloves and hand rub are handed out at the post; a rest every 2 hours'),
('SCREENING_SITE', true, '在采样点维持秩序、引导排队，或按所学专业协助',
 'Keep order and guide the queue at the screening site, or assist within your profession',
 '与许多人近距离接触，可能接触感染者', 'Close contact with many people, some of whom may be infected',
 'N95口罩、隔离衣、面屏由岗位发放并有人教穿脱，岗位有医护在场', 'N95 mask, gown and face shield are handed out and shown how to use; medical staff are on site'),
('MEDICAL_TRANSPORT', true, '驾驶或随车，送需要就医的居民去医院',
 'Drive or accompany residents who need a hospital',
 '与病人同车，可能接触感染者；行车风险', 'In one vehicle with patients, some of whom may be infected; traffic',
 'N95口罩、隔离衣、面屏由岗位发放，车内隔断，每趟消毒', 'N95 mask, gown and face shield are handed out; partitioned vehicle, disinfected after each trip'),
('MEDICINE', false, '替行动不便的居民代配药、送药到门口', 'Collect medicine for residents who cannot go out and bring it to the door',
 '步行或骑行的交通风险', 'Traffic on foot or by bicycle', '口罩由社区发放，物品放门口，不进门', 'Masks from the community; leave goods at the door, do not go in'),
('CARRYING', false, '搬运、分拣、送到楼下的物资', 'Carry and sort supplies and bring them to the buildings',
 '负重，可能扭伤', 'Heavy loads; sprains', '手套、推车由社区提供，单件不超过20公斤', 'Gloves and carts from the community; nothing over 20 kg'),
('ENTRANCE_HELP', false, '到门岗临时帮忙，疏导人流', 'Help at an entrance for a while and keep people moving',
 '与居民近距离接触，户外天气', 'Close contact with residents; weather', '口罩、手套由岗位发放', 'Masks and gloves are handed out at the post'),
('ESCORT', true, '陪同需要急送的居民就医', 'Accompany a resident who must get to hospital at once',
 '与病人近距离接触，可能接触感染者', 'Close contact with a patient who may be infected',
 'N95口罩、隔离衣由社区发放；急救由120处理', 'N95 mask and gown from the community; emergency care is for the ambulance service (120)');

-- When the risk notice was confirmed, and whether it was read on the own page or read out on the telephone.
alter table assignment add column risk_read_at timestamptz;
alter table assignment add column risk_read_by text check (risk_read_by in ('SELF', 'READ_OUT'));
alter table assignment add constraint risk_read_whole check ((risk_read_at is null) = (risk_read_by is null));

-- Who is or was at a post in a shift. Goes with the assignments; the minutes stay in service_record.
create table attendance (
    shift_day date not null,
    person_id uuid not null references person (id),
    post_id   uuid not null references duty_post (id),
    came_at   timestamptz not null,
    came_by   text not null check (came_by in ('CODE', 'HAND')),
    left_at   timestamptz,
    left_by   text check (left_by in ('CODE', 'HAND', 'SHIFT_END')),
    primary key (shift_day, person_id, post_id),
    check ((left_at is null) = (left_by is null)),
    check (left_at >= came_at)
);
create index attendance_post on attendance (shift_day, post_id);
create index attendance_open on attendance (shift_day) where left_at is null;
create unique index attendance_one_place on attendance (shift_day, person_id) where left_at is null;

-- Minutes served: for the person's own certificate and the insurance. No time of day, nothing on how it was done.
create table service_record (
    shift_day  date not null,
    person_id  uuid not null references person (id),
    post_id    uuid not null references duty_post (id),
    minutes    integer not null check (minutes between 0 and 1440),
    -- set where the end is the end of the shift, because leaving was not noted
    assumed_end boolean not null,
    purpose    text not null default 'CERTIFICATE_AND_INSURANCE' check (purpose = 'CERTIFICATE_AND_INSURANCE'),
    destroy_by date not null,
    primary key (shift_day, person_id, post_id)
);
create index service_record_person on service_record (person_id, shift_day);
create index service_record_destroy on service_record (destroy_by);

-- What a certificate says, so that a reader can have it confirmed.
create table service_certificate (
    number     text primary key,
    person_id  uuid not null references person (id),
    name       text not null,
    from_day   date not null,
    to_day     date not null check (to_day >= from_day),
    shifts     integer not null check (shifts > 0),
    minutes    integer not null check (minutes >= 0),
    issued_on  date not null,
    destroy_by date not null
);

-- What a calendar was told of an entry, so that a change raises its sequence and one that is gone is told as cancelled.
create table calendar_entry (
    calendar text not null,
    uid      text not null,
    last_day date not null,
    sequence integer not null default 0,
    changed_at timestamptz not null,
    starts_at timestamptz not null,
    ends_at  timestamptz not null,
    summary  text not null,
    place    text not null,
    state    text not null check (state in ('CONFIRMED', 'TENTATIVE', 'CANCELLED')),
    primary key (calendar, uid)
);

-- A call to everyone near for something that cannot wait for a plan. After its end only the counts remain.
create table urgent_call (
    id        uuid primary key,
    number    text not null unique,
    area_path text collate "C" not null references area (path),
    post_id   uuid references duty_post (id),
    latitude  double precision not null,
    longitude double precision not null,
    kind      text not null references duty_notice (kind),
    what      text not null check (length(what) between 1 and 60),
    skill     text check (skill in ('NURSE', 'DRIVER', 'ELECTRICIAN', 'SOCIAL_WORKER')),
    wanted    integer not null check (wanted between 1 and 50),
    radius_metres integer not null check (radius_metres between 300 and 3000),
    reached   integer not null check (reached >= 0),
    taken     integer not null default 0 check (taken between 0 and wanted),
    opened_by text not null,
    opened_at timestamptz not null,
    ends_at   timestamptz not null,
    ended_at  timestamptz,
    check (ends_at > opened_at and ends_at <= opened_at + interval '120 minutes')
);
create index urgent_call_open on urgent_call (ends_at) where ended_at is null;

-- Who comes; deleted when the call has ended. Nothing is kept of those who did not answer.
create table call_taker (
    call_id   uuid not null references urgent_call (id),
    person_id uuid not null references person (id),
    taken_at  timestamptz not null,
    primary key (call_id, person_id)
);
