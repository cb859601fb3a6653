package org.tongxin.app.supervision.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.OwnedTables;

@Component
class SupervisionTables implements OwnedTables {

    @Override
    public List<String> names() {
        return List.of("supervision", "supervision_renewal", "supervision_action", "risk_factor");
    }
}
