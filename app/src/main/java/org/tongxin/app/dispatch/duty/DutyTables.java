package org.tongxin.app.dispatch.duty;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.OwnedTables;

/** The key of the installation and the table of notices stay when a replay starts again. */
@Component
class DutyTables implements OwnedTables {

    @Override
    public List<String> names() {
        return List.of(
                "link_edition",
                "attendance",
                "service_record",
                "service_certificate",
                "calendar_entry",
                "urgent_call",
                "call_taker");
    }
}
