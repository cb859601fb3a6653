-- Shifts that were called off before they began, because no order calls for their posts any more: for the people's own pages, until the
-- day is over. Nobody answered anything by it.
create table shift_called_off (
    shift_day     date not null,
    person_id     uuid not null references person (id),
    post_id       uuid not null references duty_post (id),
    called_off_at timestamptz not null,
    primary key (shift_day, person_id)
);
