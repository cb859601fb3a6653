create table area_rating (
    id         uuid primary key,
    area_path  text collate "C" not null references area (path),
    data_day   date not null,
    level      text not null check (level in ('RED', 'ORANGE', 'YELLOW', 'BLUE', 'NONE', 'INSUFFICIENT')),
    -- what the rules say of this day alone; the level may still be held higher
    computed   text not null,
    previous   text,
    changed    boolean not null,
    rule       text not null,
    rules_version text not null,
    reasons    jsonb not null,
    lowered_by jsonb not null,
    figures    jsonb not null,
    rated_at   timestamptz not null,
    event_id   uuid not null,
    unique (area_path, data_day)
);

-- The eight statutory fields: kind, level, start, area affected, cautions, measures to take, issuing body, time of issue.
create table warning (
    id           uuid primary key,
    number       text not null unique,
    area_path    text collate "C" not null references area (path),
    kind         text not null,
    level        text not null check (level in ('RED', 'ORANGE', 'YELLOW', 'BLUE')),
    starts_at    timestamptz,
    area_affected text not null default '',
    area_affected_en text not null default '',
    cautions     text not null default '',
    cautions_en  text not null default '',
    actions      text not null default '',
    actions_en   text not null default '',
    issuer       text not null default '',
    issued_at    timestamptz,
    ends_at      timestamptz,
    exercise     boolean not null,
    state        text not null check (state in
        ('DRAFT', 'PROPOSED', 'SUBMITTED', 'ISSUED', 'DECLINED', 'LIFTED', 'SUPERSEDED', 'LAPSED')),
    rating_id    uuid not null references area_rating (id),
    drafted_at   timestamptz not null,
    proposed_by  text, proposed_at  timestamptz, experts integer,
    submitted_by text, submitted_at timestamptz,
    signed_by    text,
    closed_by    text, closed_at    timestamptz, close_reason text,
    returned_by  text, returned_at timestamptz, return_reason text,
    caused_by    uuid,
    event_id     uuid,
    version      integer not null default 1,
    constraint issued_warning_has_eight_fields check (state not in ('ISSUED', 'LIFTED', 'SUPERSEDED', 'LAPSED') or
        (kind <> '' and starts_at is not null and area_affected <> '' and cautions <> '' and actions <> ''
         and issuer <> '' and issued_at is not null and ends_at is not null and ends_at > starts_at
         and signed_by is not null)),
    constraint ended_warning_says_why check (state not in ('DECLINED', 'LIFTED') or close_reason is not null)
);
create unique index warning_in_force on warning (area_path) where state = 'ISSUED';
create unique index warning_in_preparation on warning (area_path) where state in ('DRAFT', 'PROPOSED', 'SUBMITTED');
create index warning_state on warning (state, area_path);
