package org.tongxin.app.resources.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.PlacedRecords;

/** Stores, suppliers, producers and open offers go on; an open need is to be met or withdrawn first. */
@Component
class SuppliesAtPlaces implements PlacedRecords {

    private final JdbcClient jdbc;

    SuppliesAtPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Column> goOn() {
        return List.of(
                new Column("supply_holder", "area_path"),
                new Column("supply_supplier", "area_path"),
                new Column("supply_producer", "area_path"),
                new Column("supply_offer", "area_path"));
    }

    @Override
    public int unfinished(String path) {
        return jdbc.sql("select count(*) from supply_need n join supply_holder h on h.id = n.holder_id"
                        + " where h.area_path >= :path and h.area_path < :path || '~' and n.state = 'OPEN'")
                .param("path", path)
                .query(Integer.class)
                .single();
    }
}
