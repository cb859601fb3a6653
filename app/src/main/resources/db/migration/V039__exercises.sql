-- Exercises on a prepared plan. Nothing here is read by anything outside, and nothing outside is written by it but lessons.
create sequence exercise_number;

create table exercise (
    id           uuid primary key,
    number       text not null unique,
    mode         text not null,
    plan_version text not null,
    area_path    text collate "C" not null references area (path),
    scenario     text not null check (scenario <> ''),
    aims         text not null check (aims <> ''),
    -- minutes of the exercise for an hour of the plan
    pace         integer not null check (pace between 1 and 60),
    planned_by   text not null,
    planned_at   timestamptz not null,
    started_at   timestamptz,
    ended_at     timestamptz check (ended_at >= started_at),
    closed_at    timestamptz check (closed_at >= ended_at),
    version      integer not null default 1
);

create table role_card (
    id          uuid primary key,
    exercise_id uuid not null references exercise (id) on delete cascade,
    level       text not null check (level in ('DISTRICT', 'STREET', 'COMMUNITY', 'UNIT')),
    post        text not null,
    -- login of who plays it; gone when the exercise is closed
    player      text,
    unique (exercise_id, level, post)
);

create table exercise_call (
    id          uuid primary key,
    card_id     uuid not null references role_card (id) on delete cascade,
    -- plan item; absent for what the conductor adds
    item        text,
    title       text not null check (title <> ''),
    title_en    text not null,
    fields      jsonb not null,
    expected    text not null,
    minute      integer not null check (minute >= 0),
    due_minute  integer not null check (due_minute > minute),
    answered_at timestamptz,
    figures     jsonb,
    note        text not null default '',
    mark        text check (mark in ('MET', 'PARTLY', 'NOT')),
    remark      text not null default '',
    lesson_id   uuid,
    no_lesson   text not null default '',
    version     integer not null default 1
);
create index exercise_call_card on exercise_call (card_id);

alter table lesson add column exercise text;
