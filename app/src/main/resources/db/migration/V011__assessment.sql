-- What the default detector said of a reported day: one row a point and day, restated when the count is corrected.
create table assessment (
    point_id    uuid not null references monitoring_point (id),
    event_day   date not null,
    observed    integer not null check (observed >= 0),
    expected    double precision,
    -- the band in which 95 of 100 single counts lie
    lower       double precision,
    upper       double precision,
    threshold   double precision not null,
    window_days integer not null,
    window_observed integer not null,
    window_expected double precision,
    model_p     double precision,
    p           double precision,
    quiet_days  integer not null,
    calibrated  boolean not null,
    smallest_outbreak double precision,
    history_days integer not null,
    method      text not null,
    detector    text not null,
    reason      text not null,
    alarm       boolean not null,
    assessed_at timestamptz not null,
    primary key (point_id, event_day),
    check (p is null or (p >= 0 and p <= 1)),
    check (expected is not null or method = 'FIXED_THRESHOLD')
);
create index assessment_day on assessment (event_day) where alarm;
