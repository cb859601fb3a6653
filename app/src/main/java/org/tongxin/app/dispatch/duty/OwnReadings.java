package org.tongxin.app.dispatch.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tongxin.app.identity.Reading;
import org.tongxin.app.identity.Readings;

/**
 * Who was shown somebody's data, for themselves: readings of the places and days at which they stand or stood, as long as that is
 * kept, of the people of where they live, and of the calls they come to. Thread-safe.
 */
@Service
public class OwnReadings {

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Readings readings;

    OwnReadings(JdbcClient jdbc, Readings readings) {
        this.jdbc = jdbc;
        this.readings = readings;
    }

    private record Stand(String areaPath, LocalDate day) {}

    /** Newest first, at most {@value #MOST}. */
    public List<Reading> of(UUID person) {
        List<Reading> all = new ArrayList<>();
        days(person)
                .forEach((place, days) ->
                        readings.around(Readings.Kind.DUTY, place, days.first(), days.last(), MOST).stream()
                                .filter(reading -> days.stream()
                                        .anyMatch(day -> !day.isBefore(reading.from()) && !day.isAfter(reading.to())))
                                .forEach(all::add));
        jdbc.sql("select home_path from person where id = ?")
                .param(person)
                .query(String.class)
                .optional()
                .ifPresent(home -> all.addAll(readings.around(Readings.Kind.PEOPLE, home, MOST)));
        jdbc.sql("select c.number from call_taker k join urgent_call c on c.id = k.call_id where k.person_id = ?")
                .param(person)
                .query(String.class)
                .list()
                .forEach(number -> all.addAll(readings.of(Readings.Kind.CALL, number, MOST)));
        return all.stream()
                .distinct()
                .sorted(Comparator.comparing(Reading::at).reversed())
                .limit(MOST)
                .toList();
    }

    private Map<String, TreeSet<LocalDate>> days(UUID person) {
        Map<String, TreeSet<LocalDate>> days = new TreeMap<>();
        jdbc.sql("select p.area_path, a.shift_day as day from assignment a join duty_post p on p.id = a.post_id"
                        + " where a.person_id = :person"
                        + " union select p.area_path, t.shift_day from attendance t join duty_post p on p.id = t.post_id"
                        + " where t.person_id = :person"
                        + " union select p.area_path, c.shift_day from shift_called_off c"
                        + " join duty_post p on p.id = c.post_id where c.person_id = :person")
                .param("person", person)
                .query(Stand.class)
                .list()
                .forEach(stand -> days.computeIfAbsent(stand.areaPath(), place -> new TreeSet<>())
                        .add(stand.day()));
        return days;
    }
}
