-- Places through which infections pass when nothing new is done: schools, workplaces, compounds, checkpoints of the synthetic district.
create table simulation_risk_point (
    scenario_id uuid not null references simulation_scenario (id),
    rank        integer not null,
    kind        text not null check (kind in ('SCHOOL', 'WORKPLACE', 'COMPOUND', 'CHECKPOINT')),
    number      integer not null,
    area_path   text collate "C" not null,
    direct      real not null,
    through     real not null,
    share       real not null check (share between 0 and 1),
    primary key (scenario_id, rank)
);
create index simulation_risk_point_area on simulation_risk_point (scenario_id, area_path);
