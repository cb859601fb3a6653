package org.tongxin.app.organisation.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.PlacedRecords;

/** People live on, posts and units stand on, in the successor. */
@Component
class OrganisationAtPlaces implements PlacedRecords {

    @Override
    public List<Column> goOn() {
        return List.of(
                new Column("person", "home_path"),
                new Column("duty_post", "area_path"),
                new Column("member_unit", "area_path"));
    }
}
