package org.tongxin.app.warning.internal;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.EventFacts;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Inbox;
import org.tongxin.app.platform.Json;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.surveillance.Indicator;
import org.tongxin.app.surveillance.Series;
import org.tongxin.app.surveillance.Signals;
import org.tongxin.app.surveillance.StreamsAssessed;
import org.tongxin.app.surveillance.WindowCount;
import org.tongxin.app.warning.AreaRated;
import org.tongxin.app.warning.RatingLevel;
import org.tongxin.app.warning.RatingPolicy;

/** Rates every area once the day's streams have been looked at, and drafts a warning where one is due. */
@Component
class Assessor {

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Inbox inbox;
    private final Announcer announcer;
    private final Json json;
    private final Organisation organisation;
    private final Series series;
    private final Signals signals;
    private final RatingPolicy policy;
    private final Drafts drafts;

    Assessor(
            JdbcClient jdbc,
            DistrictClock clock,
            Ids ids,
            Inbox inbox,
            Announcer announcer,
            Json json,
            Organisation organisation,
            Series series,
            Signals signals,
            RatingPolicy policy,
            Drafts drafts) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.inbox = inbox;
        this.announcer = announcer;
        this.json = json;
        this.organisation = organisation;
        this.series = series;
        this.signals = signals;
        this.policy = policy;
        this.drafts = drafts;
    }

    @ApplicationModuleListener
    void on(StreamsAssessed assessed) {
        if (!inbox.firstDelivery(assessed.facts().id(), "warning.assessor")) {
            return;
        }
        LocalDate day = latest(assessed.day());
        Area district = organisation.district();
        int orange = 0;
        for (Area street : organisation.taskedStreets(district.path())) {
            RatingLevel level = keep(street, day, policy.rate(figures(street, day)), assessed.facts());
            orange += level.severity() >= RatingLevel.ORANGE.severity() ? 1 : 0;
        }
        keep(district, day, policy.rate(figures(district, day, orange)), assessed.facts());
    }

    /** A correction of an earlier day changes today's windows, so it is the newest day that is rated again. */
    private LocalDate latest(LocalDate day) {
        return jdbc.sql("select greatest(max(data_day), ?) from area_rating")
                .param(day)
                .query(LocalDate.class)
                .single();
    }

    private RatingPolicy.StreetFigures figures(Area street, LocalDate day) {
        WindowCount week = series.window(street.path(), Indicator.ADDRESSES_NAMED, day.minusDays(6), day)
                .orElse(new WindowCount(0, 0, List.of()));
        int standing = signals.standing(street.path(), day.minusDays(2), day).size();
        return new RatingPolicy.StreetFigures(week.total(), week.reportedDays(), standing);
    }

    private RatingPolicy.DistrictFigures figures(Area district, LocalDate day, int orangeStreets) {
        WindowCount community = window(district, Indicator.CASES_IN_COMMUNITY, day);
        WindowCount quarantine = window(district, Indicator.CASES_IN_QUARANTINE, day);
        return new RatingPolicy.DistrictFigures(
                community.total(), quarantine.total(), community.reportedDays(), orangeStreets);
    }

    private WindowCount window(Area district, Indicator indicator, LocalDate day) {
        return series.window(district.path(), indicator, day.minusDays(13), day)
                .orElse(new WindowCount(0, 0, List.of()));
    }

    private RatingLevel keep(Area area, LocalDate day, RatingPolicy.Verdict verdict, EventFacts cause) {
        Optional<RatingLevel> before = jdbc.sql("select level from area_rating where area_path = ? and data_day < ?"
                        + " order by data_day desc limit 1")
                .params(area.path(), day)
                .query(String.class)
                .optional()
                .map(RatingLevel::valueOf);
        RatingLevel level =
                before.map(held -> hold(area, day, held, verdict.level())).orElse(verdict.level());
        boolean changed = before.map(held -> held != level).orElse(level.severity() > 0);
        String key = area.path() + '/' + day + '/' + level;
        EventFacts facts = announcer.facts(
                AreaRated.class,
                key,
                area.path(),
                "system",
                cause.id(),
                Reason.of("areaRated", Reason.name(area.name(), area.nameEn()), level.name(), verdict.rule()));
        UUID id = ids.of("rating", area.path(), day);
        boolean restated = jdbc.sql("select level from area_rating where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .filter(earlier -> !earlier.equals(level.name()))
                .isPresent();
        jdbc.sql("insert into area_rating (id, area_path, data_day, level, computed, previous, changed, rule,"
                        + " rules_version, reasons, lowered_by, figures, rated_at, event_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (area_path, data_day) do update"
                        + " set level = excluded.level, computed = excluded.computed, changed = excluded.changed,"
                        + " rule = excluded.rule, reasons = excluded.reasons, lowered_by = excluded.lowered_by,"
                        + " figures = excluded.figures, rated_at = excluded.rated_at, event_id = excluded.event_id")
                .params(java.util.Arrays.asList(
                        id,
                        area.path(),
                        day,
                        level.name(),
                        verdict.level().name(),
                        before.map(RatingLevel::name).orElse(null),
                        changed,
                        verdict.rule(),
                        RatingPolicy.VERSION,
                        json.parameter(verdict.reasons()),
                        json.parameter(verdict.loweredBy()),
                        json.parameter(verdict.figures()),
                        Timestamp.from(clock.now()),
                        facts.id()))
                .update();
        if (changed || restated) {
            announcer.announce(new AreaRated(facts, level, day));
        }
        drafts.prepare(area, level, verdict, id, facts.id());
        return level;
    }

    /** A level rises at once and falls by one only after a week of days that the rules put below it. */
    private RatingLevel hold(Area area, LocalDate day, RatingLevel held, RatingLevel computed) {
        if (computed == RatingLevel.INSUFFICIENT) {
            return held.severity() > 0 ? held : computed;
        }
        if (computed.severity() >= held.severity()) {
            return computed;
        }
        int below = jdbc.sql("select count(*)::int from (select computed,"
                        + " coalesce(figures ->> 'reportedDays7', figures ->> 'reportedDays14')::int as reported"
                        + " from area_rating where area_path = ? and data_day < ? order by data_day desc limit ?) r"
                        + " where computed = any(?) and reported >= ?")
                .params(
                        area.path(),
                        day,
                        RatingPolicy.DAYS_BEFORE_LOWERING - 1,
                        java.util.Arrays.stream(RatingLevel.values())
                                .filter(held::graverThan)
                                .filter(level -> level != RatingLevel.INSUFFICIENT)
                                .map(RatingLevel::name)
                                .toArray(String[]::new),
                        RatingPolicy.REPORTED_DAYS_FOR_CALM)
                .query(Integer.class)
                .single();
        return below == RatingPolicy.DAYS_BEFORE_LOWERING - 1 ? held.below().orElse(held) : held;
    }
}
