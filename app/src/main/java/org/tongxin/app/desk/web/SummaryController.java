package org.tongxin.app.desk.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongxin.app.replay.Replay;
import org.tongxin.app.replay.ReplaySettings;
import org.tongxin.app.replay.ReplayState;
import org.tongxin.app.replay.ReplayStatus;
import org.tongxin.app.review.Timeline;

/** The replay in numbers since its start; open in demonstration mode only. */
@RestController
class SummaryController {

    private final Replay replay;
    private final Timeline timeline;

    SummaryController(Replay replay, Timeline timeline) {
        this.replay = replay;
        this.timeline = timeline;
    }

    /** Whole numbers since the start of the replay. @param day the day whose figures are being worked on */
    record Summary(
            ReplayState state,
            LocalDate day,
            long reports,
            long signals,
            long ratingsChanged,
            long warningsIssued,
            long plansActivated,
            long tasksIssued,
            long tasksReported,
            long peopleDispatched,
            long gapsOpened,
            long gapsClosed,
            long gapsOpen) {}

    @GetMapping("/api/desk/summary")
    Summary summary() {
        Optional<ReplayStatus> status = replay.status();
        Map<String, Long> totals = timeline.totals("");
        long opened = totals.getOrDefault("CoverageLost", 0L);
        long closed = totals.getOrDefault("CoverageRestored", 0L);
        return new Summary(
                status.map(ReplayStatus::state).orElse(ReplayState.STARTING),
                status.map(ReplayStatus::day).orElse(ReplaySettings.FIRST_DAY),
                totals.getOrDefault("CountsReported", 0L),
                totals.getOrDefault("SignalDetected", 0L),
                totals.getOrDefault("AreaRated", 0L),
                totals.getOrDefault("WarningIssued", 0L),
                totals.getOrDefault("PlanActivated", 0L),
                totals.getOrDefault("TaskIssued", 0L),
                totals.getOrDefault("TaskReported", 0L),
                totals.getOrDefault("Dispatched", 0L),
                opened,
                closed,
                opened - closed);
    }
}
