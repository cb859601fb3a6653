package org.tongxin.app.simulation.internal;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.simulation.RunFinished;
import org.tongxin.app.simulation.Scenario;
import org.tongxin.app.simulation.ScenarioResult;
import org.tongxin.app.simulation.ScenarioState;

/** What the background writes of a scenario: begun, done, failed, interrupted. Each in one transaction. */
@Component
class RunRecord {

    private final ScenarioStore store;
    private final Jobs jobs;
    private final DistrictClock clock;
    private final Announcer announcer;

    RunRecord(ScenarioStore store, Jobs jobs, DistrictClock clock, Announcer announcer) {
        this.store = store;
        this.jobs = jobs;
        this.clock = clock;
        this.announcer = announcer;
    }

    /** Marks what ran as interrupted, and takes up again what still waits. */
    @Transactional
    void interruptAll() {
        store.interrupted(now());
        store.queued()
                .forEach(each -> jobs.addAfterCommit(
                        each.id(), ScenarioEngine.runs(each.courses(), each.members(), each.later())));
    }

    /** Empty when it was cancelled meanwhile. */
    @Transactional
    Optional<Scenario> begin(UUID id) {
        return store.move(id, List.of(ScenarioState.QUEUED), ScenarioState.RUNNING, null)
                ? store.find(id, "")
                : Optional.empty();
    }

    /** Keeps the result and announces it; nothing of one that was cancelled or emptied away meanwhile. */
    @Transactional
    void finish(UUID id, ScenarioResult result, List<PlaceRow> places, List<RiskPointRow> riskPoints) {
        if (!store.done(id, result, now())) {
            return;
        }
        store.places(id, places);
        store.riskPoints(id, riskPoints);
        Scenario done = store.find(id, "").orElseThrow();
        String best = result.courses().getFirst().code();
        RunFinished event = new RunFinished(
                announcer.facts(
                        RunFinished.class,
                        done.number() + '/' + done.version(),
                        done.areaPath(),
                        done.createdBy(),
                        done.causedBy(),
                        Reason.of("runFinished", done.number(), result.members(), "COURSE_" + best)),
                id,
                best);
        store.event(id, event.facts().id());
        announcer.announce(event);
    }

    @Transactional
    void fail(UUID id, String trouble) {
        store.failed(id, trouble, now());
    }

    private Timestamp now() {
        return Timestamp.from(clock.now());
    }
}
