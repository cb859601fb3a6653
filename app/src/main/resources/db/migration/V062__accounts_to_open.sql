-- Accounts that a list proposes. Nobody comes in by a row of this table: it holds no password, and goes when its account is opened,
-- when it is withdrawn, or on the day kept_until, whichever is first.
create table account_proposal
(
    id          uuid primary key,
    login       text             not null unique check (login ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
    name        text             not null check (name <> ''),
    role        text             not null check (role <> 'OBSERVER'),
    area_path   text collate "C" not null check (area_path ~ '^[0-9]{6}[0-9A-Z]*$'),
    title       text             not null check (title <> ''),
    -- null: the day on which the account is opened
    first_day   date,
    last_day    date             not null,
    proposed_by text             not null,
    proposed_at timestamptz      not null,
    kept_until  timestamptz      not null,
    check (first_day is null or first_day <= last_day)
);
create index account_proposal_area_path_idx on account_proposal (area_path);

-- Since when lists of posts and accounts name the holder for this place. Who was shown such a list earlier was not shown them. Of
-- the appointments of before, the time of making was not kept: their beginning stands for it.
alter table appointment add column named_since timestamptz;
update appointment set named_since = since;
alter table appointment alter column named_since set not null;
