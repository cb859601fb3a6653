package org.tongxin.app.protection.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.OwnedTables;

@Component
class ProtectionTables implements OwnedTables {

    @Override
    public List<String> names() {
        return List.of("destruction", "destruction_line");
    }
}
