package org.tongxin.app.callers.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.OpenWork;
import org.tongxin.app.platform.PlacedRecords;

/** What was asked in a community is answered in its successor, and stays with the place when its post changes hands. */
@Component
class CallersAtPlaces implements PlacedRecords, OpenWork {

    private final JdbcClient jdbc;

    CallersAtPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Column> goOn() {
        return List.of(new Column("resident_request", "area_path"));
    }

    @Override
    public int count(String territory) {
        return jdbc.sql("select count(*)::int from resident_request where answered is null"
                        + " and area_path >= :territory and area_path < :territory || '~'")
                .param("territory", territory)
                .query(Integer.class)
                .single();
    }
}
