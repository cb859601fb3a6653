package org.tongxin.app.surveillance.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.OwnedTables;

@Component
class SurveillanceTables implements OwnedTables {

    @Override
    public List<String> names() {
        return List.of(
                "monitoring_point",
                "count_report",
                "count_upload",
                "idempotency_key",
                "signal",
                "assessment",
                "area_signal",
                "scan_cluster",
                "scan_cluster_member",
                "episode",
                "episode_part");
    }
}
