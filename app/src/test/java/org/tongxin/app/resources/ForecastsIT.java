package org.tongxin.app.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxin.app.support.TestDistrict.DISTRICT;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.EventFacts;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.simulation.CourseAdopted;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** What an adopted course lets expect of the items. */
@SpringBootTest(properties = "tongxin.mode=operation")
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, Storehouse.class})
class ForecastsIT {

    @Autowired
    TestDistrict district;

    @Autowired
    Storehouse house;

    @Autowired
    Forecasts forecasts;

    @Autowired
    Needs needs;

    @Autowired
    SupplyPlanning planning;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    DistrictClock clock;

    /** Events of one test are not those of another: which were handled is remembered for good. */
    private static int events;

    @BeforeEach
    void open() {
        house.open();
        jdbc.sql("delete from simulation_adoption").update();
        jdbc.sql("delete from simulation_scenario").update();
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    /** A scenario begun yesterday, three days long, with so many masks a day by the median and twice so many at most. */
    private CourseAdopted adopt(int serial, int masksADay) {
        UUID scenario = new UUID(serial, ++events);
        jdbc.sql(
                        "insert into simulation_scenario (id, number, area_path, name, situation, courses, members, days, scale,"
                                + " later, capacities, seed, state, created_by, created_at, costs) values (?, ?, ?, '情景', '{}', '[]',"
                                + " 8, 14, 1, false, '{}', 1, 'INTERRUPTED', 'analyst', now(), '{}')")
                .params(scenario, "S-" + serial, DISTRICT)
                .update();
        jdbc.sql(
                        "insert into simulation_adoption (id, serial, scenario_id, area_path, course, reason, needs, first_day,"
                                + " adopted_by, adopted_at, event_id) values (?, ?, ?, ?, 'TRACE', '限制最少', cast(? as jsonb), ?,"
                                + " 'signatory', now(), ?)")
                .params(scenario, serial, scenario, DISTRICT, needs(masksADay), TODAY.minusDays(1), scenario)
                .update();
        return new CourseAdopted(
                new EventFacts(
                        scenario,
                        clock.now(),
                        null,
                        DISTRICT,
                        "S-" + serial + "/" + events,
                        "signatory",
                        Reason.of("courseAdopted", "S-" + serial, "COURSE_TRACE")),
                scenario,
                "TRACE");
    }

    private static String needs(int a) {
        String curve = Map.of("low90", 0, "low50", a / 2, "median", a, "high50", a, "high90", 2 * a).entrySet().stream()
                .map(entry -> "\"%s\":[%s]"
                        .formatted(
                                entry.getKey(),
                                Stream.generate(() -> "" + entry.getValue())
                                        .limit(3)
                                        .collect(Collectors.joining(","))))
                .collect(Collectors.joining(",", "{", "}"));
        return "{\"MASKS\":%s,\"PARCELS\":%s,\"STAFF\":%s}".formatted(curve, curve, curve);
    }

    private void announce(CourseAdopted event) {
        transaction.executeWithoutResult(status -> publisher.publishEvent(event));
        district.settle();
    }

    @Test
    void anAdoptedCourseIsExpectedApartFromWhatWasAskedFor() {
        house.stock("s", Storehouse.MASK, 150, null);
        announce(adopt(1, 100));

        assertThat(forecasts.list()).singleElement().satisfies(masks -> {
            assertThat(masks.itemCode()).isEqualTo(Storehouse.MASK);
            assertThat(masks.scenario()).isEqualTo("S-1");
            assertThat(masks.stock()).isEqualTo(150);
            assertThat(masks.days())
                    .as("yesterday is over")
                    .containsExactly(
                            new ForecastDay(TODAY, 0, 50, 100, 100, 200),
                            new ForecastDay(TODAY.plusDays(1), 0, 50, 100, 100, 200));
            assertThat(masks.shortOn()).contains(TODAY.plusDays(1));
            assertThat(masks.shortOnAtMost()).contains(TODAY);
        });
        assertThat(needs.open(DISTRICT, 100)).isEmpty();
        assertThat(planning.plan(district.actor("officer"), GoodsPlan.Rule.TIERS)
                        .orThrow()
                        .wanted())
                .isZero();
    }

    @Test
    void theNextAdoptionTakesItsPlaceAndALateAnnouncementDoesNotBringTheOldOneBack() {
        CourseAdopted first = adopt(1, 100);
        CourseAdopted second = adopt(2, 30);
        announce(second);
        announce(second);
        announce(first);
        assertThat(forecasts.list()).singleElement().satisfies(masks -> {
            assertThat(masks.scenario()).isEqualTo("S-2");
            assertThat(masks.days()).extracting(ForecastDay::median).containsExactly(30.0, 30.0);
        });
    }

    @Test
    void nothingIsExpectedAfterTheLastDayOfTheScenario() {
        announce(adopt(1, 100));
        assertThat(forecasts.list()).hasSize(1);
        clock.holdAt(clock.at(TODAY.plusDays(2), java.time.LocalTime.NOON));
        assertThat(forecasts.list()).isEmpty();
    }

    @Test
    void whatIsPromisedIsNotCountedAsStock() {
        house.stock("s", Storehouse.MASK, 150, null);
        house.ask("street", STREET, Storehouse.MASK, 40);
        planning.adopt(
                        district.actor("officer"),
                        planning.plan(district.actor("officer"), GoodsPlan.Rule.TIERS)
                                .orThrow()
                                .id(),
                        GoodsPlan.Rule.TIERS)
                .orThrow();
        announce(adopt(1, 10));
        assertThat(forecasts.list())
                .singleElement()
                .satisfies(masks -> assertThat(masks.stock()).isEqualTo(110));
    }
}
