package org.tongxin.app.surveillance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the streams of streets say together, restricted to a territory. Thread-safe. */
@Component
public class AreaSignals {

    private static final String SELECT = "select s.*, a.name as area_name, a.name_en as area_name_en"
            + " from area_signal s join area a on a.path = s.area_path"
            + " where s.area_path >= :territory and s.area_path < :territory || '~'";

    private final JdbcClient jdbc;

    AreaSignals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest day that any street of the territory was judged on. */
    public Optional<LocalDate> lastDay(String territory) {
        return jdbc.sql("select max(event_day) from area_signal where area_path >= :territory"
                        + " and area_path < :territory || '~' having max(event_day) is not null")
                .param("territory", territory)
                .query(LocalDate.class)
                .optional();
    }

    /** Streets of a day, the least likely first, those that are not calibrated last. */
    public List<AreaSignal> ofDay(String territory, LocalDate day) {
        return jdbc.sql(SELECT + " and s.event_day = :day order by s.q nulls last, s.p, s.area_path")
                .param("territory", territory)
                .param("day", day)
                .query(AreaSignal.class)
                .list();
    }

    /** One street on one day; empty where none of its streams had a probability. */
    public Optional<AreaSignal> find(String areaPath, LocalDate day) {
        return ofDay(areaPath, day).stream()
                .filter(signal -> signal.areaPath().equals(areaPath))
                .findFirst();
    }
}
