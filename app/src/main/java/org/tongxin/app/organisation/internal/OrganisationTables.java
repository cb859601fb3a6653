package org.tongxin.app.organisation.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.OwnedTables;

@Component
class OrganisationTables implements OwnedTables {

    @Override
    public List<String> names() {
        return List.of(
                "area",
                "member_unit",
                "unit_affiliation",
                "person",
                "duty_post",
                "street_cell",
                "area_past",
                "edition",
                "edition_change");
    }
}
