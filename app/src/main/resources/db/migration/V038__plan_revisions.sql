-- What is learned changes a prepared plan: proposed item by item, each with its why, and signed together as a revision.
create table plan_revision (
    number    integer primary key check (number > 0),
    signed_by text not null,
    signed_at timestamptz not null,
    reason    text not null check (reason <> '')
);

create table plan_change (
    id          uuid primary key,
    book        text not null,
    item        text not null,
    kind        text not null check (kind in ('ADDED', 'CHANGED', 'REMOVED')),
    content     jsonb,
    why         text not null check (why <> ''),
    lesson_id   uuid,
    proposed_by text not null,
    proposed_at timestamptz not null,
    revision    integer references plan_revision (number),
    dropped_by  text,
    dropped_at  timestamptz,
    version     integer not null default 1,
    check ((content is null) = (kind = 'REMOVED')),
    check ((dropped_by is null) = (dropped_at is null)),
    check (revision is null or dropped_at is null)
);
-- One proposal at a time about one item.
create unique index plan_change_open on plan_change (book, item) where revision is null and dropped_at is null;

create function plan_revision_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'A signed revision of the plans is kept as it is.'
        using errcode = 'check_violation', constraint = 'plan_revision_is_kept';
end $$;
create trigger plan_revision_is_kept before update or delete on plan_revision
    for each row execute function plan_revision_is_kept();
create trigger plan_change_is_kept before update or delete on plan_change
    for each row when (old.revision is not null) execute function plan_revision_is_kept();

alter table lesson add column plan_revision integer;
