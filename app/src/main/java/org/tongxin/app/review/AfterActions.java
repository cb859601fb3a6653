package org.tongxin.app.review;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.DistrictClock;

/** Composes the report after a response from the timeline alone. Thread-safe. */
@Component
public class AfterActions {

    private static final String BEGUN = "PlanActivated";
    private static final String ENDED = "PlanStoodDown";

    /** What somebody decided and signed, or declined to go on with. */
    private static final List<String> DECISIONS = List.of(
            "WarningIssued",
            BEGUN,
            "PlanCoverageExtended",
            "CourseAdopted",
            "MeasureDecided",
            "MeasureInForce",
            "MeasureReviewed",
            "MeasureEnded",
            "TransferDecided",
            "RequisitionDecided",
            "RequisitionClosed",
            "WarningEnded",
            ENDED);

    private final JdbcClient jdbc;
    private final Timeline timeline;
    private final Reviews reviews;
    private final DistrictClock clock;

    AfterActions(JdbcClient jdbc, Timeline timeline, Reviews reviews, DistrictClock clock) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** Activations that the territory covers, newest first. */
    public List<TimelineEntry> list(String territory) {
        return timeline.newest(territory, List.of(BEGUN), 100);
    }

    /** The report on an activation; none where the territory does not cover it. */
    public Optional<AfterAction> find(String territory, String activation) {
        return timeline.find(BEGUN, activation)
                .filter(begun -> begun.areaPath().startsWith(territory))
                .map(begun -> compose(
                        territory, begun, timeline.find(ENDED, activation).orElse(null)));
    }

    private AfterAction compose(String territory, TimelineEntry begun, @Nullable TimelineEntry ended) {
        Instant until = ended == null ? clock.now() : ended.occurredAt();
        Span span = new Span(begun.occurredAt(), until);
        List<TimelineEntry> causes = new ArrayList<>(timeline.causes(begun.eventId()));
        Collections.reverse(causes);
        return new AfterAction(
                begun,
                ended,
                until,
                causes,
                timeline.between(territory, span, DECISIONS),
                reviews.delays(territory, span),
                reviews.shortages(territory, span),
                timeline.totals(territory, span),
                lessons(territory, begun));
    }

    private List<Lesson> lessons(String territory, TimelineEntry begun) {
        Instant next = jdbc
                .sql("select min(occurred_at) from timeline_entry where kind = ? and occurred_at > ?")
                .params(BEGUN, Timestamp.from(begun.occurredAt()))
                .query((row, number) -> row.getTimestamp(1))
                .list()
                .stream()
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .map(Timestamp::toInstant)
                .orElse(Span.ALWAYS.to());
        return reviews.lessons(territory).stream()
                .filter(lesson -> lesson.exercise() == null)
                .filter(lesson -> !lesson.recordedAt().isBefore(begun.occurredAt()))
                .filter(lesson -> lesson.recordedAt().isBefore(next))
                .toList();
    }
}
