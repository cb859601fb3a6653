-- A result of an earlier way of computing is outdated, which is no interruption. Situation and seed are kept, so it can be run again.
alter table simulation_scenario drop constraint simulation_scenario_state_check;
alter table simulation_scenario add constraint simulation_scenario_state_check
    check (state in ('QUEUED', 'RUNNING', 'DONE', 'CANCELLED', 'INTERRUPTED', 'FAILED', 'OUTDATED'));

-- V017 took away results of an earlier kind: what had announced a result and has none was not interrupted.
update simulation_scenario set state = 'OUTDATED', version = version + 1 where state = 'INTERRUPTED' and event_id is not null;

-- Results so far do not hold the ratio of means that heads the page.
delete from simulation_place where scenario_id in (select id from simulation_scenario where state = 'DONE');
delete from simulation_risk_point where scenario_id in (select id from simulation_scenario where state = 'DONE');
update simulation_scenario set state = 'OUTDATED', result = null, version = version + 1 where state = 'DONE';
