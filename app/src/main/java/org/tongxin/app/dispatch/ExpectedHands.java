package org.tongxin.app.dispatch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.simulation.AdoptedCourse;
import org.tongxin.app.simulation.Outlook;
import org.tongxin.app.simulation.ScenarioResult.Curve;
import org.tongxin.app.simulation.Scenarios;

/**
 * How many people the course adopted last lets expect on each of the next days, beside who is on the roll and who is posted:
 * {@code ${@expectedhands.of(actor)}}. Numbers of the whole district, so for its posts alone; they ask for nobody.
 * Thread-safe.
 */
@Component("expectedhands")
public class ExpectedHands {

    private static final int DAYS = 14;
    private static final String POSTED = "POSTED";
    private static final String VOLUNTEER = "VOLUNTEER";

    private final Scenarios scenarios;
    private final Organisation organisation;
    private final DistrictClock clock;
    private final JdbcClient jdbc;

    ExpectedHands(Scenarios scenarios, Organisation organisation, DistrictClock clock, JdbcClient jdbc) {
        this.scenarios = scenarios;
        this.organisation = organisation;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** One kind of people on a day. @param low90 nine in ten runs lie from here @param high90 to here @param posted for that day */
    public record Hands(double median, double low90, double high90, int posted) {}

    /** A day. */
    public record Day(LocalDate day, Hands staff, Hands volunteers) {}

    /**
     * What the reader sees.
     *
     * @param days from today on; none once the scenario is over
     * @param staff on the roll who can be sent to a post @param volunteers likewise
     */
    public record Seen(AdoptedCourse course, List<Day> days, int staff, int volunteers) {}

    /** Empty where no course is adopted, or the reader is not of the district. */
    public Optional<Seen> of(Actor reader) {
        return organisation
                .findDistrict()
                .filter(district -> reader.covers(district.path()))
                .flatMap(district -> scenarios.adopted())
                .map(this::seen);
    }

    private Seen seen(AdoptedCourse course) {
        Map<String, Integer> roll = roll();
        return new Seen(course, days(course), roll.getOrDefault(POSTED, 0), roll.getOrDefault(VOLUNTEER, 0));
    }

    private List<Day> days(AdoptedCourse course) {
        Curve staff = course.needs().get(Outlook.STAFF);
        Curve volunteers = course.needs().get(Outlook.VOLUNTEERS);
        if (staff == null || volunteers == null) {
            return List.of();
        }
        LocalDate today = clock.today();
        Map<LocalDate, Map<String, Integer>> posted = posted(today);
        List<Day> days = new ArrayList<>();
        for (LocalDate day = today; day.isBefore(today.plusDays(DAYS)); day = day.plusDays(1)) {
            int number = (int) (day.toEpochDay() - course.firstDay().toEpochDay());
            if (number >= 0 && number < staff.median().size()) {
                Map<String, Integer> there = posted.get(day);
                days.add(
                        new Day(day, hands(staff, number, there, POSTED), hands(volunteers, number, there, VOLUNTEER)));
            }
        }
        return days;
    }

    private static Hands hands(Curve curve, int day, @Nullable Map<String, Integer> posted, String kind) {
        return new Hands(
                curve.median().get(day),
                curve.low90().get(day),
                curve.high90().get(day),
                posted == null ? 0 : posted.getOrDefault(kind, 0));
    }

    private record Count(String kind, int people) {}

    private Map<String, Integer> roll() {
        return jdbc
                .sql("select kind, count(*)::int as people from person group by kind")
                .query(Count.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Count::kind, Count::people));
    }

    private record Posted(LocalDate day, String kind, int people) {}

    /** Confirmed or invited, by day and kind. */
    private Map<LocalDate, Map<String, Integer>> posted(LocalDate from) {
        Map<LocalDate, Map<String, Integer>> days = new HashMap<>();
        jdbc.sql("select a.shift_day as day, p.kind, count(*)::int as people from assignment a"
                        + " join person p on p.id = a.person_id where a.shift_day between :from and :to group by 1, 2")
                .param("from", from)
                .param("to", from.plusDays(DAYS))
                .query(Posted.class)
                .list()
                .forEach(each ->
                        days.computeIfAbsent(each.day(), day -> new HashMap<>()).put(each.kind(), each.people()));
        return days;
    }
}
