-- Of the units of an adopted plan, those that rest on what had yet to be made or to come: advice, for which nothing was proposed.
alter table supply_plan add column advised bigint not null default 0 check (advised >= 0);
alter table supply_plan add constraint supply_plan_proposes_something check (advised < units);
