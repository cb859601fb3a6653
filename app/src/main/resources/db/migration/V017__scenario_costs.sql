-- What the measures of a scenario are assumed to cost, in yuan.
alter table simulation_scenario add column costs jsonb;
update simulation_scenario
    set costs = '{"perHeldDay": 200, "perTest": 20, "perStaffDay": 300, "perBedDay": 1500}'::jsonb;
alter table simulation_scenario alter column costs set not null;

-- Results so far know neither cost nor the people beyond the beds. Situation and seed are kept, so they can be run again.
delete from simulation_place where scenario_id in (select id from simulation_scenario where state = 'DONE');
delete from simulation_risk_point where scenario_id in (select id from simulation_scenario where state = 'DONE');
update simulation_scenario set state = 'INTERRUPTED', result = null, version = version + 1 where state = 'DONE';
