-- A post that signs, or that opens accounts, is opened by two people: until the second confirmed who holds it, it does nothing.
alter table account add column waiting_since timestamptz;

-- Failures count by where they come from: a stranger's do not close the door to who sits elsewhere. A hash, for minutes.
alter table login_failure add column source text not null default '';
drop index login_failure_login_idx;
create index login_failure_login_idx on login_failure (login, source, at);

-- Browsers in which a login succeeded before, by the hash of what they keep. No address, no place.
create table login_device
(
    hash  text        not null,
    login text        not null,
    until timestamptz not null,
    primary key (hash, login)
);

-- A key holds for the territory for which it was issued, wherever its account goes.
alter table api_token add column area_path text collate "C" not null default '';
update api_token t
set area_path = p.area_path
from appointment p
where p.account_id = t.account_id and p.since <= now() and p.until > now();
