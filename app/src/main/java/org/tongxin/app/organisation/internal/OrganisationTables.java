package org.tongxin.app.organisation.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.OwnedTables;
import org.tongxin.app.platform.SpelledTables;

@Component
class OrganisationTables implements OwnedTables, SpelledTables {

    @Override
    public List<String> spelled() {
        return List.of("area", "member_unit", "duty_post");
    }

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
