package org.tongxin.app.delegation.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.OwnedTables;

@Component
class DelegationTables implements OwnedTables {

    @Override
    public List<String> names() {
        return List.of("delegation_list", "delegation_row", "delegation_use");
    }
}
