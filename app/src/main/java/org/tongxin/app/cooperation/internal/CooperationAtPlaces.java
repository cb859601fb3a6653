package org.tongxin.app.cooperation.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.PlacedRecords;

/** What is asked for a place is asked for its successor. */
@Component
class CooperationAtPlaces implements PlacedRecords {

    @Override
    public List<Column> goOn() {
        return List.of(new Column("unit_request", "area_path"));
    }
}
