package org.tongxin.app.surveillance.internal;

import java.time.LocalDate;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.Inbox;
import org.tongxin.app.surveillance.StreamsAssessed;

/**
 * What follows once the streams of a day are assessed: judge the streets, scan for clusters, join alarms into episodes, put
 * episodes to the desk. The same day comes round again with every late or corrected report.
 */
@Component
class DayRound {

    private final Inbox inbox;
    private final EpisodeLock lock;
    private final AreaConsensus consensus;
    private final DailyScan scan;
    private final EpisodeKeeper episodes;
    private final AttentionRound attention;

    DayRound(
            Inbox inbox,
            EpisodeLock lock,
            AreaConsensus consensus,
            DailyScan scan,
            EpisodeKeeper episodes,
            AttentionRound attention) {
        this.inbox = inbox;
        this.lock = lock;
        this.consensus = consensus;
        this.scan = scan;
        this.episodes = episodes;
        this.attention = attention;
    }

    @ApplicationModuleListener
    void on(StreamsAssessed assessed) {
        if (!inbox.firstDelivery(assessed.facts().id(), "surveillance.episodes")) {
            return;
        }
        lock.take();
        LocalDate day = assessed.day();
        consensus.judge(day);
        scan.scan(day);
        episodes.join(day, assessed.facts());
        attention.run();
    }
}
