package org.tongxin.app.simulation.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.OwnedTables;

@Component
class SimulationTables implements OwnedTables {

    @Override
    public List<String> names() {
        return List.of("simulation_scenario", "simulation_place", "simulation_risk_point", "simulation_adoption");
    }
}
