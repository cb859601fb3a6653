package org.tongxin.app.surveillance.internal;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.DueWork;

/** Asks again about what waits, since a week begins by itself, and ends what has waited for nothing. */
@Component
class EpisodeWork implements DueWork {

    /** Days without growth after which a waiting episode lapses. Suggested value. */
    private static final int PATIENCE_DAYS = 14;

    private final EpisodeLock lock;
    private final EpisodeStore store;
    private final AttentionRound attention;
    private final DistrictClock clock;

    EpisodeWork(EpisodeLock lock, EpisodeStore store, AttentionRound attention, DistrictClock clock) {
        this.lock = lock;
        this.store = store;
        this.attention = attention;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void runDue() {
        lock.take();
        store.lapseWaiting(clock.today().minusDays(PATIENCE_DAYS));
        attention.run();
    }
}
