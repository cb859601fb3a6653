-- Two orders that ask the same with different terms, or two answers to the same that differ: asked of those who ordered.
create table figure_question (
    id            uuid primary key,
    kind          text not null check (kind in ('ORDERS', 'FIGURES')),
    label         text not null,
    area_path     text collate "C" not null references area (path),
    first_order   uuid not null references task_order (id),
    second_order  uuid not null references task_order (id),
    first_value   bigint,
    second_value  bigint,
    opened_at     timestamptz not null,
    answered_at   timestamptz,
    answer        text not null default '',
    check ((answered_at is null) = (answer = ''))
);
create index figure_question_open on figure_question (opened_at) where answered_at is null;
