-- When an incident is over, what is personal in it is destroyed. The protocol says what, how much, when and by which rule; it holds
-- no personal data, and is signed.
create table destruction (
    activation_id uuid primary key,
    from_at       timestamptz not null,
    to_at         timestamptz not null check (to_at >= from_at),
    signed_by     text,
    signed_at     timestamptz,
    version       integer not null default 1,
    check ((signed_by is null) = (signed_at is null))
);

create table destruction_line (
    activation_id uuid not null references destruction (activation_id),
    relation      text not null,
    fields        text not null,
    purpose       text not null,
    days          integer not null check (days >= 0),
    due_at        timestamptz not null,
    destroyed     integer not null default 0 check (destroyed >= 0),
    destroyed_at  timestamptz,
    primary key (activation_id, relation)
);
create index destruction_line_due on destruction_line (due_at) where destroyed_at is null;

create function destruction_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'A protocol of destruction is kept as it is.'
        using errcode = 'check_violation', constraint = 'destruction_is_kept';
end $$;
create trigger destruction_is_kept before update on destruction
    for each row when (old.signed_at is not null) execute function destruction_is_kept();
create trigger destruction_is_never_deleted before delete on destruction
    for each row execute function destruction_is_kept();
create trigger destruction_line_is_kept before update on destruction_line
    for each row when (old.destroyed_at is not null) execute function destruction_is_kept();
create trigger destruction_line_is_never_deleted before delete on destruction_line
    for each row execute function destruction_is_kept();
