-- The audit as a chain: each seal holds the hash of the one before it and of its entry. Sealed in order after the entries
-- are committed, so that two acts at once need not wait for each other.
create table audit_seal (
    number bigint primary key check (number > 0),
    -- of audit_entry; no foreign key, so that a seal tells of an entry that is gone
    entry  bigint not null unique,
    hash   bytea not null check (length(hash) = 32)
);
create trigger audit_seal_is_append_only
    before update or delete or truncate
    on audit_seal
    for each statement
execute function refuse_change_of_audit();
