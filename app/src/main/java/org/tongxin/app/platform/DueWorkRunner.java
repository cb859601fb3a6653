package org.tongxin.app.platform;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets every module do what has become due, and delivers again what a listener failed to handle: each half minute in
 * operation, at set times of the day in a replay. One module's failure does not hold up the others.
 */
@Component
@EnableScheduling
public class DueWorkRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DueWorkRunner.class);
    private static final Duration AGE = Duration.ofMinutes(2);

    private final List<DueWork> work;
    private final IncompleteEventPublications publications;
    private final PlatformSettings settings;

    DueWorkRunner(List<DueWork> work, IncompleteEventPublications publications, PlatformSettings settings) {
        this.work = work;
        this.publications = publications;
        this.settings = settings;
    }

    @Scheduled(fixedDelayString = "PT30S")
    void tick() {
        if (!settings.demonstration()) {
            runDue();
            publications.resubmitIncompletePublicationsOlderThan(AGE);
        }
    }

    /** Runs all due work; a piece that fails is logged and tried again the next time. */
    public void runDue() {
        for (DueWork piece : work) {
            try {
                piece.runDue();
            } catch (RuntimeException broken) {
                LOG.error("Due work of {} failed.", piece.getClass().getSimpleName(), broken);
            }
        }
    }
}
