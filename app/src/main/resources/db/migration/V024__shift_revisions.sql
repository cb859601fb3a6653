-- A revision is given once and never again, also after a failed transaction or when a replay starts anew: what is kept in memory of
-- an earlier one can never be taken for the present one.
create sequence shift_revision;
alter table shift_state alter column revision set default nextval('shift_revision');
update shift_state set revision = nextval('shift_revision');
