package org.tongxin.app.dispatch;

import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Person;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.support.TestDistrict;

/** A made-up street of six communities, forty volunteers and eight posts that have to be covered, at 11:00. */
@TestComponent
public class ShiftStreet {

    private static final int COMMUNITIES = 6;
    private static final int PEOPLE = 40;
    private static final int POSTS = 8;

    private final TestDistrict district;
    private final Registry registry;
    private final Ids ids;
    private final DistrictClock clock;
    private final JdbcClient jdbc;

    ShiftStreet(TestDistrict district, Registry registry, Ids ids, DistrictClock clock, JdbcClient jdbc) {
        this.district = district;
        this.registry = registry;
        this.ids = ids;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Nobody has been planned yet. */
    public void open() {
        district.open();
        if (jdbc.sql("select count(*) from duty_post").query(Long.class).single() == 0) {
            build();
        }
        for (String table : List.of(
                "service_record",
                "attendance",
                "assignment",
                "shift_choice",
                "shift_repair",
                "shift_unavailable",
                "coverage_gap",
                "shift_plan",
                "shift_post",
                "shift_state")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("delete from duty_post where kind = 'COMMUNITY_FORCE'").update();
        clock.holdAt(clock.at(TODAY, LocalTime.of(11, 0)));
    }

    private void build() {
        List<Registry.NewArea> areas = new ArrayList<>();
        for (int number = 0; number < COMMUNITIES; number++) {
            areas.add(new Registry.NewArea(
                    new Area(
                            ids.of("area", community(number)),
                            community(number),
                            AreaLevel.COMMUNITY,
                            "RESIDENTS_COMMITTEE",
                            "第" + number + "居",
                            "Community " + number,
                            true,
                            true,
                            31.20 + number / 100.0,
                            121.50),
                    number % 2 == 0 ? "OLD" : "WORK_UNIT",
                    1_000,
                    null,
                    null,
                    null));
        }
        registry.addAreas(areas);
        List<Registry.NewPerson> people = new ArrayList<>();
        for (int number = 0; number < PEOPLE; number++) {
            people.add(Registry.NewPerson.allDay(
                    person(number),
                    "某" + number,
                    Person.Kind.VOLUNTEER,
                    null,
                    community(number % COMMUNITIES),
                    number % 7 == 0 ? "NURSE" : null,
                    true,
                    true));
        }
        registry.addPeople(people);
        List<DutyPost> posts = new ArrayList<>();
        for (int number = 0; number < POSTS; number++) {
            int at = number % COMMUNITIES;
            posts.add(DutyPost.at(
                    post(number),
                    community(at),
                    number % 4 == 3 ? "SCREENING_SITE" : "CHECKPOINT",
                    "岗" + number,
                    "Post " + number,
                    3,
                    2,
                    number % 4 == 3 ? "NURSE" : null,
                    31.20 + at / 100.0,
                    121.50));
        }
        registry.addPosts(posts);
        jdbc.sql("insert into street_coverage (street_path, order_id, since, caused_by) values (?, ?, now(), ?)")
                .params(STREET, ids.of("order", STREET), ids.of("cause", STREET))
                .update();
    }

    public static String community(int number) {
        return STREET + "%03d".formatted(100 + number);
    }

    public UUID person(int number) {
        return ids.of("shift-person", number);
    }

    public UUID post(int number) {
        return ids.of("shift-post", number);
    }
}
