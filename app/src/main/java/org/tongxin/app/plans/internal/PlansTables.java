package org.tongxin.app.plans.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.OwnedTables;

@Component
class PlansTables implements OwnedTables {

    @Override
    public List<String> names() {
        return List.of(
                "plan_change",
                "plan_revision",
                "mode_advice",
                "plan_activation",
                "plan_coverage",
                "measure",
                "measure_support",
                "measure_version",
                "measure_complaint",
                "complaint_contact");
    }
}
