package org.tongxin.app.warning.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.OwnedTables;

@Component
class WarningTables implements OwnedTables {

    @Override
    public List<String> names() {
        return List.of(
                "area_rating",
                "warning",
                "risk_index",
                "index_config",
                "rating_override",
                "incident_rating",
                "incident_grade",
                "incident_report",
                "received_notice");
    }
}
