-- Where the risk lies, up to several days and with the band of the runs; streets too, since the band of a sum is no sum of bands.
delete from simulation_place;
alter table simulation_place
    drop column probability7,
    drop column probability14,
    drop column infections7,
    drop column infections14,
    add column days        smallint[] not null,
    add column probability real[] not null,
    add column expected    real[] not null,
    add column low90       real[] not null,
    add column high90      real[] not null;

delete from simulation_risk_point;
alter table simulation_risk_point
    add column low90  real not null,
    add column high90 real not null;

-- Results so far hold none of it, nor the harms of measures. Situation and seed are kept, so they can be run again.
update simulation_scenario set state = 'OUTDATED', result = null, version = version + 1 where state = 'DONE';
