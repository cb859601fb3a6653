package org.tongxin.app.callers.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.OwnedTables;

@Component
class CallerTables implements OwnedTables {

    @Override
    public List<String> names() {
        return List.of("caller_contact", "resident_request");
    }
}
