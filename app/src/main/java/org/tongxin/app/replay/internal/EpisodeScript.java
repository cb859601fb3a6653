package org.tongxin.app.replay.internal;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.surveillance.Episode;
import org.tongxin.app.surveillance.EpisodeCare;
import org.tongxin.app.surveillance.EpisodeOutcome;
import org.tongxin.app.surveillance.EpisodePart;
import org.tongxin.app.surveillance.Episodes;
import org.tongxin.app.surveillance.Signal;
import org.tongxin.app.surveillance.SignalState;
import org.tongxin.app.surveillance.Signals;

/**
 * How the scripted analyst works: takes over in the morning what was put to the desk, and says in the evening what it was.
 * A signal that joins an outbreak known to be true is confirmed by itself.
 */
@Component
class EpisodeScript {

    /** A made-up count less than this times its bound may be chance. */
    private static final double BARELY = 1.2;

    private final Episodes episodes;
    private final EpisodeCare care;
    private final Signals signals;
    private final DistrictClock clock;
    private final MessageSource messages;

    EpisodeScript(Episodes episodes, EpisodeCare care, Signals signals, DistrictClock clock, MessageSource messages) {
        this.episodes = episodes;
        this.care = care;
        this.signals = signals;
        this.clock = clock;
        this.messages = messages;
    }

    void takeOver(Actor analyst) {
        for (Episode episode : episodes.notified(analyst.territory(), clock.today())) {
            if (episode.owner() == null) {
                care.takeOver(analyst, episode.number(), episode.version());
            }
        }
        for (Signal signal : signals.open(analyst.territory())) {
            boolean known = episodes.ofSignal(signal.id(), analyst.territory())
                    .map(Episode::outcome)
                    .filter(outcome -> outcome == EpisodeOutcome.TRUE_OUTBREAK)
                    .isPresent();
            if (known) {
                signals.decide(analyst, signal.id(), SignalState.CONFIRMED, "", signal.version());
            }
        }
    }

    void giveOutcomes(Actor analyst) {
        for (Episode episode : episodes.notified(analyst.territory(), clock.today())) {
            if (analyst.login().equals(episode.owner())) {
                boolean chance = chance(episodes.parts(episode.number(), analyst.territory()), analyst);
                care.close(
                        analyst,
                        episode.number(),
                        chance ? EpisodeOutcome.FALSE_ALARM : EpisodeOutcome.TRUE_OUTBREAK,
                        text(chance ? "script.episode.false" : "script.episode.true"),
                        episode.version());
            }
        }
    }

    /** Nothing but one stream that the scenario made up, barely above its bound. */
    private boolean chance(List<EpisodePart> parts, Actor analyst) {
        return parts.stream().map(EpisodePart::areaPath).distinct().count() == 1
                && parts.stream()
                        .filter(part -> part.kind() == EpisodePart.Kind.SIGNAL)
                        .map(part -> signals.find(Objects.requireNonNull(part.subject()), analyst.territory())
                                .orElseThrow())
                        .allMatch(signal -> signal.scenario() && signal.observed() < BARELY * signal.upperBound());
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
