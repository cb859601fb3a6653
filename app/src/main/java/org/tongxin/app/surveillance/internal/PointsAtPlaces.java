package org.tongxin.app.surveillance.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.PlacedRecords;

/** A monitoring point goes on with its series in the successor. */
@Component
class PointsAtPlaces implements PlacedRecords {

    @Override
    public List<Column> goOn() {
        return List.of(new Column("monitoring_point", "area_path"));
    }
}
