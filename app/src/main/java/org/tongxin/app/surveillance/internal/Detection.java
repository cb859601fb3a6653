package org.tongxin.app.surveillance.internal;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.EventFacts;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Inbox;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.surveillance.CountsReported;
import org.tongxin.app.surveillance.DayCount;
import org.tongxin.app.surveillance.MonitoringPoint;
import org.tongxin.app.surveillance.Series;
import org.tongxin.app.surveillance.SignalDetected;
import org.tongxin.app.surveillance.StreamsAssessed;
import org.tongxin.core.stream.Assessment;

/** Looks at each series that has reported, keeps a signal where one rises, and says when all have been looked at. */
@Component
class Detection {

    /** Days before the signal whose completeness is shown with it. */
    private static final int COMPLETENESS_DAYS = 14;

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Inbox inbox;
    private final Announcer announcer;
    private final Series series;
    private final DetectionPolicy policy;
    private final StreamHistory history;
    private final AssessmentStore store;

    Detection(
            JdbcClient jdbc,
            DistrictClock clock,
            Ids ids,
            Inbox inbox,
            Announcer announcer,
            Series series,
            DetectionPolicy policy,
            StreamHistory history,
            AssessmentStore store) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.inbox = inbox;
        this.announcer = announcer;
        this.series = series;
        this.policy = policy;
        this.history = history;
        this.store = store;
    }

    @ApplicationModuleListener
    void on(CountsReported reported) {
        if (!inbox.firstDelivery(reported.facts().id(), "surveillance.detection")) {
            return;
        }
        LocalDate day = reported.day();
        Map<UUID, StreamHistory.Past> past = history.of(reported.points(), day);
        List<AssessmentStore.Row> rows = new ArrayList<>();
        int signals = 0;
        for (UUID id : reported.points()) {
            MonitoringPoint point = series.findPoint(id, "").orElseThrow();
            StreamHistory.Past known = Objects.requireNonNull(past.get(id), "read above");
            Assessment found = policy.detector(point)
                    .assess(known.counts(), StreamHistory.COUNT_DAYS, known.modelP(), known.outbreak());
            rows.add(new AssessmentStore.Row(id, day, found));
            boolean raised = found.alarm() ? keep(point, day, found, reported.facts()) : withdraw(point, day, found);
            signals += raised ? 1 : 0;
        }
        store.keep(rows, clock.now());
        EventFacts cause = reported.facts();
        announcer.announce(new StreamsAssessed(
                announcer.facts(
                        StreamsAssessed.class,
                        cause.key(),
                        cause.areaPath(),
                        "system",
                        cause.id(),
                        Reason.of(
                                "streamsAssessed",
                                reported.day(),
                                reported.points().size(),
                                signals)),
                reported.day(),
                signals));
    }

    private boolean keep(MonitoringPoint point, LocalDate day, Assessment found, EventFacts cause) {
        UUID id = ids.of("signal", point.code(), day);
        List<DayCount> days = series.days(point.id(), day.minusDays(COMPLETENESS_DAYS), day.minusDays(1));
        long reportedDays = days.stream().filter(each -> !each.missing()).count();
        int observed = (int) found.observed();
        EventFacts facts = announcer.facts(
                SignalDetected.class,
                point.code() + '/' + day,
                point.areaPath(),
                "system",
                cause.id(),
                Reason.of(
                        "signalDetected",
                        Reason.name(point.name(), point.nameEn()),
                        day,
                        observed,
                        String.format(Locale.ROOT, "%.1f", found.threshold())));
        // A corrected count that is still a signal keeps its signal, with the new figures.
        boolean fresh = jdbc.sql(
                        "insert into signal (id, point_id, area_path, event_day, observed, expected, upper_bound,"
                                + " method, window_days, completeness, detected_at, event_id)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (point_id, event_day) do update set observed = excluded.observed,"
                                + " expected = excluded.expected, upper_bound = excluded.upper_bound,"
                                + " method = excluded.method, completeness = excluded.completeness,"
                                + " state = case when signal.decided_by = 'system' then 'OPEN' else signal.state end,"
                                + " state_reason = case when signal.decided_by = 'system' then null"
                                + " else signal.state_reason end,"
                                + " version = signal.version + 1 where signal.observed <> excluded.observed"
                                + " returning xmax = 0 as fresh")
                .params(java.util.Arrays.asList(
                        id,
                        point.id(),
                        point.areaPath(),
                        day,
                        observed,
                        Double.isNaN(found.expected()) ? null : found.expected(),
                        found.threshold(),
                        found.method().name(),
                        found.history(),
                        reportedDays + "/" + COMPLETENESS_DAYS,
                        Timestamp.from(clock.now()),
                        facts.id()))
                .query(Boolean.class)
                .optional()
                .orElse(false);
        if (fresh) {
            announcer.announce(new SignalDetected(facts, id, day));
        }
        return true;
    }

    /** A corrected count may no longer be a signal: an open one is closed with the corrected value as its reason. */
    private boolean withdraw(MonitoringPoint point, LocalDate day, Assessment found) {
        jdbc.sql("update signal set state = 'FALSE_ALARM', state_reason = ?, decided_by = 'system', decided_at = ?,"
                        + " version = version + 1 where point_id = ? and event_day = ? and state = 'OPEN'")
                .params("corrected to " + (int) found.observed(), Timestamp.from(clock.now()), point.id(), day)
                .update();
        return false;
    }
}
