package org.tongxin.app.surveillance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads monitoring points and their series, restricted to a territory. Thread-safe. */
@Component
public class Series {

    private final JdbcClient jdbc;

    Series(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<MonitoringPoint> points(String territory) {
        return jdbc.sql("select * from monitoring_point where area_path >= :territory"
                        + " and area_path < :territory || '~' order by indicator, area_path, code")
                .param("territory", territory)
                .query(MonitoringPoint.class)
                .list();
    }

    public Optional<MonitoringPoint> findPoint(UUID id, String territory) {
        return jdbc.sql("select * from monitoring_point where id = :id and area_path >= :territory"
                        + " and area_path < :territory || '~'")
                .param("id", id)
                .param("territory", territory)
                .query(MonitoringPoint.class)
                .optional();
    }

    public Optional<MonitoringPoint> findPoint(String code, String territory) {
        return jdbc.sql("select * from monitoring_point where code = :code and area_path >= :territory"
                        + " and area_path < :territory || '~'")
                .param("code", code)
                .param("territory", territory)
                .query(MonitoringPoint.class)
                .optional();
    }

    /** All that was ever reported for one day of a point, first report first. */
    public List<CountRevision> revisions(UUID point, LocalDate day) {
        return jdbc.sql(
                        "select revision, value, reported_at, reported_at > due_at as late, reported_by, channel, reason"
                                + " from count_report where point_id = ? and event_day = ? order by revision")
                .params(point, day)
                .query(CountRevision.class)
                .list();
    }

    /** The newest day for which any point of the territory has reported. */
    public Optional<LocalDate> lastDay(String territory) {
        return jdbc.sql("select max(last.event_day) from monitoring_point p cross join lateral"
                        + " (select r.event_day from count_report r where r.point_id = p.id"
                        + " order by r.event_day desc limit 1) last"
                        + " where p.area_path >= :territory and p.area_path < :territory || '~'"
                        + " having max(last.event_day) is not null")
                .param("territory", territory)
                .query(LocalDate.class)
                .optional();
    }

    /** Every day from {@code from} to {@code to}, both included, reported or not, oldest first. */
    public List<DayCount> days(UUID point, LocalDate from, LocalDate to) {
        return jdbc.sql("select d::date as day, r.value, coalesce(r.reported_at > r.due_at, false) as late,"
                        + " coalesce(r.revision, 0) as revision"
                        + " from generate_series(cast(:from as date), cast(:to as date), interval '1 day') d"
                        + " left join count_report r on r.point_id = :point and r.event_day = d::date and r.current"
                        + " order by d")
                .param("from", from)
                .param("to", to)
                .param("point", point)
                .query(DayCount.class)
                .list();
    }

    /** The same days of an indicator for every area that has it, by path. */
    public Map<String, List<DayCount>> recent(Indicator indicator, LocalDate from, LocalDate to) {
        Map<String, List<DayCount>> byArea = new TreeMap<>();
        jdbc.sql("select p.area_path, d::date as day, r.value, coalesce(r.reported_at > r.due_at, false) as late,"
                        + " coalesce(r.revision, 0) as revision from monitoring_point p"
                        + " cross join generate_series(cast(:from as date), cast(:to as date), interval '1 day') d"
                        + " left join count_report r on r.point_id = p.id and r.event_day = d::date and r.current"
                        + " where p.indicator = :indicator order by p.area_path, p.code, d")
                .param("from", from)
                .param("to", to)
                .param("indicator", indicator.name())
                .query((row, number) -> {
                    Integer value = row.getObject("value", Integer.class);
                    DayCount day = new DayCount(
                            row.getObject("day", LocalDate.class),
                            value,
                            row.getBoolean("late"),
                            row.getInt("revision"));
                    return Map.entry(row.getString("area_path"), day);
                })
                .list()
                .forEach(entry -> byArea.computeIfAbsent(entry.getKey(), path -> new ArrayList<>())
                        .add(entry.getValue()));
        return byArea;
    }

    /** The sum of an indicator of one area over a window, both days included; empty when the area has no such series. */
    public Optional<WindowCount> window(String areaPath, Indicator indicator, LocalDate from, LocalDate to) {
        return jdbc.sql("select id from monitoring_point where area_path = ? and indicator = ? order by code limit 1")
                .params(areaPath, indicator.name())
                .query(UUID.class)
                .optional()
                .map(point -> sum(days(point, from, to)));
    }

    private static WindowCount sum(List<DayCount> days) {
        int total = days.stream()
                .mapToInt(day -> day.value() == null ? 0 : day.value())
                .sum();
        List<LocalDate> missing =
                days.stream().filter(DayCount::missing).map(DayCount::day).toList();
        return new WindowCount(total, days.size() - missing.size(), missing);
    }

    /** The first day for which the area's indicator was ever reported. */
    public Optional<LocalDate> firstDay(String areaPath, Indicator indicator) {
        return jdbc.sql("select min(r.event_day) from count_report r join monitoring_point p on p.id = r.point_id"
                        + " where p.area_path = ? and p.indicator = ? having min(r.event_day) is not null")
                .params(areaPath, indicator.name())
                .query(LocalDate.class)
                .optional();
    }

    /** How many points of the territory have reported a day, of how many. */
    public Completeness completeness(String territory, LocalDate day) {
        return jdbc.sql("select count(r.id)::int as reported, count(*)::int as expected from monitoring_point p"
                        + " left join count_report r on r.point_id = p.id and r.event_day = :day and r.current"
                        + " where p.area_path >= :territory and p.area_path < :territory || '~'")
                .param("day", day)
                .param("territory", territory)
                .query(Completeness.class)
                .single();
    }

    private record StreetCompleteness(String street, int reported, int expected) {}

    /** Likewise by the path of the street; a street without points is absent. */
    public Map<String, Completeness> completenessByStreet(String territory, LocalDate day) {
        Map<String, Completeness> byStreet = new LinkedHashMap<>();
        jdbc.sql("select substr(p.area_path, 1, 9) as street, count(r.id)::int as reported, count(*)::int as expected"
                        + " from monitoring_point p"
                        + " left join count_report r on r.point_id = p.id and r.event_day = :day and r.current"
                        + " where p.area_path >= :territory and p.area_path < :territory || '~' group by 1 order by 1")
                .param("day", day)
                .param("territory", territory)
                .query(StreetCompleteness.class)
                .list()
                .forEach(each -> byStreet.put(each.street(), new Completeness(each.reported(), each.expected())));
        return byStreet;
    }

    /** Codes of the points that have reported a day. */
    public List<String> reportedCodes(LocalDate day) {
        return jdbc.sql("select p.code from monitoring_point p join count_report r on r.point_id = p.id"
                        + " where r.event_day = ? and r.current order by p.code")
                .param(day)
                .query(String.class)
                .list();
    }

    /** Reported of expected points. */
    public record Completeness(int reported, int expected) {}
}
