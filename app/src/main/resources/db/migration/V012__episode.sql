-- What the streams of a street say of a day together: their calibrated probabilities combined, ranked among the street's
-- own earlier days, and judged with all streets of the day. q is null as long as the combined value is not calibrated.
create table area_signal (
    area_path   text collate "C" not null references area (path),
    event_day   date not null,
    streams     integer not null check (streams >= 1),
    combined_p  double precision not null check (combined_p between 0 and 1),
    p           double precision not null check (p between 0 and 1),
    quiet_days  integer not null,
    calibrated  boolean not null,
    q           double precision check (q between 0 and 1),
    grade       text not null check (grade in ('QUIET', 'WATCH', 'ALARM', 'NOT_CALIBRATED')),
    assessed_at timestamptz not null,
    primary key (area_path, event_day),
    check (calibrated = (q is not null))
);
create index area_signal_day on area_signal (event_day);

-- Places and a stretch of the last days with more than chance explains. A later report of the day can make one vanish:
-- then it is no longer current, and stays readable.
create table scan_cluster (
    id          uuid primary key,
    event_day   date not null,
    model       text not null check (model in ('PERMUTATION', 'EXPECTATION')),
    centre_path text collate "C" not null references area (path),
    radius_km   double precision not null,
    first_day   date not null,
    observed    integer not null,
    expected    double precision not null,
    llr         double precision not null,
    p           double precision not null check (p > 0 and p <= 1),
    recurrence_days double precision not null,
    news        text not null check (news in ('NEW', 'GROWN', 'KNOWN')),
    period_days integer not null,
    current     boolean not null,
    assessed_at timestamptz not null,
    unique (event_day, model, centre_path)
);

create table scan_cluster_member (
    cluster_id uuid not null references scan_cluster (id),
    area_path  text collate "C" not null references area (path),
    km         double precision not null,
    observed   integer not null,
    expected   double precision not null,
    primary key (cluster_id, area_path)
);
create index scan_cluster_member_area on scan_cluster_member (area_path);

-- Alarms of neighbouring places and days that are one matter. The number is given once and never again.
create table episode (
    id          uuid primary key,
    number      integer not null unique check (number >= 1),
    state       text not null check (state in ('WAITING', 'NOTIFIED', 'CLOSED', 'LAPSED', 'MERGED')),
    opened_at   timestamptz not null,
    first_day   date not null,
    last_day    date not null,
    -- null where no part has a probability
    smallest_p  double precision,
    notified_at timestamptz,
    -- the ISO week whose budget it used; null where it used none
    notified_week text,
    owner       text,
    taken_at    timestamptz,
    outcome     text check (outcome in ('TRUE_OUTBREAK', 'FALSE_ALARM', 'EXERCISE')),
    outcome_reason text,
    closed_by   text,
    closed_at   timestamptz,
    snoozed_until date,
    snooze_reason text,
    merged_into uuid references episode (id),
    event_id    uuid not null,
    version     integer not null default 1,
    check ((state = 'CLOSED') = (outcome is not null)),
    check ((state = 'MERGED') = (merged_into is not null)),
    check (outcome is null or closed_by is not null),
    check (snoozed_until is null or snooze_reason is not null),
    check ((owner is null) = (taken_at is null))
);
create index episode_state on episode (state);
create index episode_week on episode (notified_week);

-- What joined: a signal, a street of grade alarm, or a street of a cluster.
create table episode_part (
    key        text primary key,
    episode_id uuid not null references episode (id),
    kind       text not null check (kind in ('SIGNAL', 'PLACE', 'CLUSTER')),
    -- the signal or the cluster; null for a street
    subject    uuid,
    area_path  text collate "C" not null references area (path),
    event_day  date not null,
    p          double precision,
    check ((kind = 'PLACE') = (subject is null))
);
create index episode_part_episode on episode_part (episode_id);
create index episode_part_subject on episode_part (subject);
create index episode_part_area on episode_part (area_path);
