package org.tongxin.app.dispatch.duty;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.OwnedTables;

/**
 * The key of the installation, the editions of links and the table of notices stay when a replay starts again: a link that was made
 * worthless must never open anything again.
 */
@Component
class DutyTables implements OwnedTables {

    @Override
    public List<String> names() {
        return List.of(
                "attendance", "service_record", "service_certificate", "calendar_entry", "urgent_call", "call_taker");
    }
}
