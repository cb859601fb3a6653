package org.tongxin.app.cooperation.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.OwnedTables;

@Component
class CooperationTables implements OwnedTables {

    @Override
    public List<String> names() {
        return List.of("unit_request", "unit_answer", "unit_follow_up", "unit_order", "unit_desk");
    }
}
