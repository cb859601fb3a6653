package org.tongxin.app.surveillance;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.EventFacts;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.PersonalData;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.Refusal;

/** What an analyst does with an episode: take it over, put it off, say what it was. Thread-safe. */
@Service
public class EpisodeCare {

    /** An episode may be put off so many days at most. Suggested value. */
    public static final int LONGEST_SNOOZE_DAYS = 14;

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Audit audit;
    private final Announcer announcer;
    private final Episodes episodes;

    EpisodeCare(JdbcClient jdbc, DistrictClock clock, Audit audit, Announcer announcer, Episodes episodes) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.announcer = announcer;
        this.episodes = episodes;
    }

    /**
     * The actor becomes the owner, instead of another where there is one. One that still waits is thereby put to the desk
     * without using the budget: the analyst came by themselves.
     */
    @Transactional
    public Outcome<Episode> takeOver(Actor actor, int number, int version) {
        return change(actor, number, false, () -> {
            int changed = jdbc.sql("update episode set owner = ?, taken_at = ?, state = 'NOTIFIED',"
                            + " notified_at = coalesce(notified_at, ?), version = version + 1"
                            + " where number = ? and version = ? and state in ('WAITING', 'NOTIFIED')")
                    .params(actor.login(), now(), now(), number, version)
                    .update();
            return written(actor, number, changed, "episode.taken", Map.of());
        });
    }

    /** Not asked about again until the day after {@code until}, which lies at most two weeks ahead. */
    @Transactional
    public Outcome<Episode> snooze(Actor actor, int number, LocalDate until, String reason, int version) {
        LocalDate today = clock.today();
        LocalDate last = today.plusDays(LONGEST_SNOOZE_DAYS);
        if (!until.isAfter(today) || until.isAfter(last)) {
            return Outcome.refused("E-005", until, today.plusDays(1), last);
        }
        if (reason.isBlank()) {
            return Outcome.refused("E-006");
        }
        Optional<Refusal> personal = PersonalData.refusal(reason);
        if (personal.isPresent()) {
            return new Outcome.Refused<>(personal.get());
        }
        return change(actor, number, true, () -> {
            int changed = jdbc.sql("update episode set snoozed_until = ?, snooze_reason = ?, version = version + 1"
                            + " where number = ? and version = ? and state in ('WAITING', 'NOTIFIED')")
                    .params(until, reason, number, version)
                    .update();
            return written(actor, number, changed, "episode.snoozed", Map.of("until", until, "reason", reason));
        });
    }

    /** Closes the episode and decides its signals that are not decided yet, in one transaction. */
    @Transactional
    public Outcome<Episode> close(Actor actor, int number, EpisodeOutcome outcome, String reason, int version) {
        if (outcome != EpisodeOutcome.TRUE_OUTBREAK && reason.isBlank()) {
            return Outcome.refused("E-006");
        }
        Optional<Refusal> personal = PersonalData.refusal(reason);
        if (personal.isPresent()) {
            return new Outcome.Refused<>(personal.get());
        }
        return change(actor, number, true, () -> {
            int changed = jdbc.sql("update episode set state = 'CLOSED', outcome = ?, outcome_reason = nullif(?, ''),"
                            + " closed_by = ?, closed_at = ?, snoozed_until = null, snooze_reason = null,"
                            + " version = version + 1"
                            + " where number = ? and version = ? and state in ('WAITING', 'NOTIFIED')")
                    .params(outcome.name(), reason, actor.login(), now(), number, version)
                    .update();
            if (changed == 1) {
                decideSignals(actor, number, outcome, reason);
            }
            Outcome<Episode> closed = written(
                    actor,
                    number,
                    changed,
                    "episode." + outcome.name().toLowerCase(Locale.ROOT),
                    Map.of("reason", reason));
            if (closed instanceof Outcome.Accepted<Episode> accepted) {
                announce(actor, accepted.value(), outcome);
            }
            return closed;
        });
    }

    /** Whether the actor may act on the episode at all; {@code owned}: only its owner may. */
    private Outcome<Episode> change(Actor actor, int number, boolean owned, Supplier<Outcome<Episode>> act) {
        Optional<Refusal> refusal = refusal(actor, number, owned);
        return refusal.<Outcome<Episode>>map(Outcome.Refused::new).orElseGet(act);
    }

    private Optional<Refusal> refusal(Actor actor, int number, boolean owned) {
        if (actor.role() != Role.CDC_ANALYST) {
            return Optional.of(Refusal.of("I-003", actor.role()));
        }
        Optional<Episode> found = episodes.find(number, actor.territory());
        if (found.isEmpty()) {
            return Optional.of(Refusal.of("E-001", Episode.label(number)));
        }
        Episode episode = found.get();
        if (!episode.open()) {
            return Optional.of(Refusal.of("E-002", episode.label(), "EPISODE_" + episode.state()));
        }
        if (reachesBeyond(actor, number)) {
            return Optional.of(Refusal.of("E-007", episode.label()));
        }
        if (owned && !actor.login().equals(episode.owner())) {
            return Optional.of(Refusal.of("E-004", episode.label(), episode.owner() == null ? "–" : episode.owner()));
        }
        return Optional.empty();
    }

    private boolean reachesBeyond(Actor actor, int number) {
        return jdbc.sql("select exists (select 1 from episode_part p join episode e on e.id = p.episode_id"
                        + " where e.number = :number"
                        + " and not (p.area_path >= :territory and p.area_path < :territory || '~'))")
                .param("number", number)
                .param("territory", actor.territory())
                .query(Boolean.class)
                .single();
    }

    private Outcome<Episode> written(Actor actor, int number, int changed, String action, Map<String, ?> details) {
        if (changed == 0) {
            return Outcome.refused("E-003", Episode.label(number));
        }
        audit.record(actor, action, Episode.label(number), details);
        return Outcome.accepted(episodes.find(number, actor.territory()).orElseThrow());
    }

    private void decideSignals(Actor actor, int number, EpisodeOutcome outcome, String reason) {
        jdbc.sql("update signal set state = ?, state_reason = nullif(?, ''), decided_by = ?, decided_at = ?,"
                        + " version = version + 1 where state in ('OPEN', 'DEFERRED') and id in"
                        + " (select p.subject from episode_part p join episode e on e.id = p.episode_id"
                        + " where e.number = ? and p.kind = 'SIGNAL')")
                .params(outcome.ofSignals().name(), reason, actor.login(), now(), number)
                .update();
    }

    private void announce(Actor actor, Episode episode, EpisodeOutcome outcome) {
        String area = jdbc.sql(
                        "select area_path from episode_part where episode_id = ? order by event_day, key limit 1")
                .param(episode.id())
                .query(String.class)
                .single();
        EventFacts facts = announcer.facts(
                EpisodeClosed.class,
                episode.label(),
                area,
                actor.login(),
                episode.eventId(),
                Reason.of("episodeClosed", episode.label(), "EPISODE_" + outcome, episode.parts(), episode.places()));
        announcer.announce(new EpisodeClosed(facts, episode.id(), outcome));
    }

    private Timestamp now() {
        return Timestamp.from(clock.now());
    }
}
