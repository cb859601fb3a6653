package org.tongxin.app.surveillance;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes monitoring points in. */
@Service
public class PointRegistry {

    private final JdbcTemplate jdbc;

    PointRegistry(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void add(List<MonitoringPoint> points) {
        jdbc.batchUpdate(
                "insert into monitoring_point (id, code, area_path, indicator, name, name_en, source, scenario,"
                        + " fixed_threshold) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                points.stream()
                        .map(point -> new Object[] {
                            point.id(),
                            point.code(),
                            point.areaPath(),
                            point.indicator().name(),
                            point.name(),
                            point.nameEn(),
                            point.source(),
                            point.scenario(),
                            point.fixedThreshold()
                        })
                        .toList());
    }
}
