package org.tongxin.app.tasks.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.PlacedRecords;

/** A task is to be answered where it was issued, before the place ends. */
@Component
class TasksAtPlaces implements PlacedRecords {

    private final JdbcClient jdbc;

    TasksAtPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Column> goOn() {
        return List.of();
    }

    @Override
    public int unfinished(String path) {
        return jdbc.sql("select count(*) from task where area_path >= :path and area_path < :path || '~'"
                        + " and state in ('ISSUED', 'ACKNOWLEDGED', 'REPORTED', 'RETURNED')")
                .param("path", path)
                .query(Integer.class)
                .single();
    }
}
