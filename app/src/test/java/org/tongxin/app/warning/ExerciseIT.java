package org.tongxin.app.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Quiet;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.surveillance.Channel;
import org.tongxin.app.surveillance.CountEntry;
import org.tongxin.app.surveillance.Counts;
import org.tongxin.app.surveillance.Indicator;
import org.tongxin.app.surveillance.MonitoringPoint;
import org.tongxin.app.surveillance.PointRegistry;

/** Nothing that a demonstration drafts can be taken for a real notice. */
@SpringBootTest(properties = "tongxin.mode=demonstration")
@PostgresTest(ownDatabase = true)
class ExerciseIT {

    private static final LocalDate DAY = LocalDate.of(2022, 3, 20);

    @Autowired
    Warnings warnings;

    @Autowired
    Counts counts;

    @Autowired
    Registry registry;

    @Autowired
    PointRegistry points;

    @Autowired
    DistrictClock clock;

    @Autowired
    Quiet quiet;

    @AfterEach
    void realTime() {
        clock.holdAt(null);
    }

    @Test
    void everyWarningOfADemonstrationIsMarkedAsAnExercise() {
        clock.holdAt(Instant.parse("2022-03-21T04:00:00Z"));
        registry.addAreas(List.of(area("990400", AreaLevel.DISTRICT), area("990400001", AreaLevel.STREET)));
        points.add(List.of(
                point("finds", "990400", Indicator.CASES_IN_COMMUNITY),
                point("notice", "990400001", Indicator.ADDRESSES_NAMED)));

        counts.reportAll(
                Actor.system(),
                List.of(CountEntry.of("finds", DAY, 60), CountEntry.of("notice", DAY, 120)),
                Channel.FORM);
        quiet.await(Duration.ofSeconds(30));

        assertThat(warnings.list(WarningState.DRAFT, "990400"))
                .hasSize(2)
                .allMatch(Warning::exercise)
                .allMatch(warning -> warning.level() == RatingLevel.ORANGE);
    }

    private static MonitoringPoint point(String code, String area, Indicator indicator) {
        return new MonitoringPoint(id(code), code, area, indicator, "通报", "Notice", "测试", true, 100_000);
    }

    private static Registry.NewArea area(String path, AreaLevel level) {
        return Registry.NewArea.of(new Area(id(path), path, level, "SUBDISTRICT", path, path, true, true, 31.2, 121.5));
    }

    private static UUID id(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }
}
