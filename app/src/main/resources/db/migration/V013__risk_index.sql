-- Versions of the early-warning index. The first one is shipped with the program; each later one was adopted by a person.
create table index_config (
    version     text primary key,
    serial      integer not null unique check (serial > 0),
    settings    jsonb not null,
    -- the answers of the questionnaire and how far they contradict one another; null for the shipped version
    judgements  jsonb,
    consistency double precision check (consistency <= 0.1),
    reason      text not null check (reason <> ''),
    created_by  text not null,
    created_at  timestamptz not null,
    valid_from  date not null,
    check ((judgements is null) = (consistency is null))
);

-- The index of one street on one day, restated when a count of the day is corrected. Streets only: never a community.
create table risk_index (
    id             uuid primary key,
    area_path      text collate "C" not null references area (path) check (length(area_path) = 9),
    data_day       date not null,
    config_version text not null references index_config (version),
    -- what was measured; an indicator that is not known is not in it
    measured       jsonb not null,
    sentences      jsonb not null,
    -- in tenths of a point: the sum of the contributions, exactly
    tenths         integer not null check (tenths between 0 and 1000),
    day_level      text not null,
    floor_rule     text,
    known          double precision not null check (known between 0 and 1.000001),
    q              double precision check (q between 0 and 1),
    completeness   double precision not null check (completeness between 0 and 1),
    -- what the keeper of levels remembers from this day to the next
    level          text not null check (level in ('RED', 'ORANGE', 'YELLOW', 'BLUE', 'NONE', 'INSUFFICIENT')),
    candidate      text not null,
    reached        integer not null,
    days_below     integer not null,
    rated_at       timestamptz not null,
    unique (area_path, data_day)
);
create index risk_index_day on risk_index (data_day);

-- A person sets another level beside the computed one, with a reason and an end of at most 72 hours.
create table rating_override (
    id         uuid primary key,
    area_path  text collate "C" not null references area (path) check (length(area_path) = 9),
    level      text not null check (level in ('RED', 'ORANGE', 'YELLOW', 'BLUE', 'NONE')),
    reason     text not null check (reason <> ''),
    set_by     text not null,
    set_at     timestamptz not null,
    ends_at    timestamptz not null,
    ended_by   text,
    ended_at   timestamptz,
    version    integer not null default 1,
    check (ends_at > set_at and ends_at <= set_at + interval '72 hours')
);
create index rating_override_area on rating_override (area_path, ends_at);

-- An incident rated by likelihood and consequence; the draft comes from the index, a named person confirms it.
create table incident_rating (
    id                uuid primary key,
    number            text not null unique,
    area_path         text collate "C" not null references area (path) check (length(area_path) in (6, 9)),
    title             text not null check (title <> ''),
    likelihood        integer not null check (likelihood between 1 and 5),
    likelihood_known  boolean not null,
    consequence       integer not null check (consequence between 1 and 5),
    consequence_known boolean not null,
    level             text not null check (level in ('RED', 'ORANGE', 'YELLOW', 'BLUE', 'NONE')),
    confidence        text not null check (confidence in ('HIGH', 'MODERATE', 'LOW')),
    what_happened     text not null check (what_happened <> ''),
    why_likely        text not null check (why_likely <> ''),
    why_grave         text not null check (why_grave <> ''),
    -- the index that the draft came from, null where none was there
    draft_tenths      integer,
    rated_by          text not null,
    rated_at          timestamptz not null
);
create index incident_rating_area on incident_rating (area_path, rated_at);
