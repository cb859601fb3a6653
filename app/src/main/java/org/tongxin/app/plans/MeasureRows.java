package org.tongxin.app.plans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.Json;
import tools.jackson.core.type.TypeReference;

/** How measures are read from the database. Thread-safe. */
@Component
class MeasureRows {

    /** Measures of a territory; further conditions may follow. */
    static final String SELECT = """
            select m.*, a.name as area_name, a.name_en as area_name_en,
                   array(select item from measure_support s where s.measure_id = m.id order by item) as support
            from measure m join area a on a.path = m.area_path
            where m.area_path >= :territory and m.area_path < :territory || '~'
            """;

    private static final TypeReference<List<Alternative>> ALTERNATIVES = new TypeReference<>() {};

    private final Json json;

    MeasureRows(Json json) {
        this.json = json;
    }

    Measure map(ResultSet row, int number) throws SQLException {
        return new Measure(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("decided_body"),
                row.getBoolean("limits_movement"),
                row.getString("area_path"),
                row.getString("area_name"),
                row.getString("area_name_en"),
                row.getString("content"),
                row.getString("basis"),
                row.getString("explanation"),
                json.read(row.getString("alternatives"), ALTERNATIVES),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getString("decided_by"),
                row.getTimestamp("decided_at").toInstant(),
                row.getString("state"),
                instant(row.getTimestamp("in_force_at")),
                instant(row.getTimestamp("review_due_at")),
                instant(row.getTimestamp("reviewed_at")),
                instant(row.getTimestamp("closed_at")),
                row.getString("closed_by"),
                row.getString("close_reason"),
                List.of((String[]) row.getArray("support").getArray()),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp value) {
        return value == null ? null : value.toInstant();
    }
}
