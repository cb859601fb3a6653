package org.tongxin.app.plans.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.OwnedTables;

@Component
class PlansTables implements OwnedTables {

    @Override
    public List<String> names() {
        return List.of("mode_advice", "plan_activation", "plan_coverage", "measure", "measure_support");
    }
}
