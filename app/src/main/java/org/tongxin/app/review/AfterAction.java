package org.tongxin.app.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is told after a response: from the activation of a plan to its stand-down, or to now while it runs. Speaks of posts,
 * streets and steps; of persons it names those alone who decided.
 *
 * @param begun the activation
 * @param ended the stand-down; {@code null} while the plan is active
 * @param until end of what is told
 * @param causes what led to the activation, cause first, the activation last
 * @param decisions what was decided, oldest first
 * @param totals how much happened, by kind of event
 * @param lessons recorded in earnest from the activation until the next one
 */
public record AfterAction(
        TimelineEntry begun,
        @Nullable TimelineEntry ended,
        Instant until,
        List<TimelineEntry> causes,
        List<TimelineEntry> decisions,
        List<StepDelay> delays,
        List<Reviews.Shortage> shortages,
        Map<String, Long> totals,
        List<Lesson> lessons) {

    public AfterAction {
        causes = List.copyOf(causes);
        decisions = List.copyOf(decisions);
        delays = List.copyOf(delays);
        shortages = List.copyOf(shortages);
        totals = Map.copyOf(totals);
        lessons = List.copyOf(lessons);
    }
}
