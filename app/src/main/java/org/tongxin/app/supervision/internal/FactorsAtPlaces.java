package org.tongxin.app.supervision.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.PlacedRecords;

/** What is known of a place stands in its successor. */
@Component
class FactorsAtPlaces implements PlacedRecords {

    @Override
    public List<Column> goOn() {
        return List.of(new Column("risk_factor", "area_path"));
    }
}
