-- One row: where the replay stands. The clock is kept before a phase acts, so that a phase repeated after a crash acts
-- at the same time.
create table replay (
    only_row   boolean primary key default true check (only_row),
    state      text not null check (state in ('STARTING', 'RUNNING', 'PAUSED', 'WAITING', 'FINISHED')),
    day        date not null,
    phase      integer not null,
    clock      timestamptz not null,
    scripted_duty boolean not null,
    seconds_per_day double precision not null,
    trouble    text
);
