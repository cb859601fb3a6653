package org.tongxin.app.surveillance;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Json;
import org.tongxin.app.platform.Outcome;

/**
 * Takes counts from programs, which repeat a request when they do not know what became of it: a key makes sure that it
 * acts once. The key is written in the transaction of the count, so of two requests at the same time the second waits and
 * gets the answer of the first. A refused request leaves its key free. Thread-safe.
 */
@Service
public class CountRequests {

    static final int LONGEST_KEY = 100;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Json json;
    private final Counts counts;
    private final Series series;

    CountRequests(JdbcClient jdbc, Ids ids, Json json, Counts counts, Series series) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.json = json;
        this.counts = counts;
        this.series = series;
    }

    /** The answer to a program whose count was stored. */
    public record Stored(String point, LocalDate day, int value, int revision, boolean late, Instant reportedAt) {}

    private record Answer(String fingerprint, String response) {}

    /** Stores the count and answers with {@link Stored} as JSON. Refused: I-003, S-008, S-009 and as {@link Counts}. */
    @Transactional
    public Outcome<String> take(Actor actor, String key, CountEntry entry) {
        if (!Counts.mayReport(actor)) {
            return Outcome.refused("I-003");
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            return Outcome.refused("S-008", key.length());
        }
        String fingerprint = ids.of("count-request", entry.point(), entry.day(), entry.value(), entry.reason())
                .toString();
        if (!claim(actor, key, fingerprint)) {
            Answer answer = answer(actor, key);
            return answer.fingerprint().equals(fingerprint)
                    ? Outcome.accepted(answer.response())
                    : Outcome.refused("S-009", key);
        }
        Outcome<CountEntry> stored = counts.report(actor, entry, Channel.REST);
        if (stored instanceof Outcome.Refused<CountEntry> refused) {
            jdbc.sql("delete from idempotency_key where account = ? and key = ?")
                    .params(actor.login(), key)
                    .update();
            return new Outcome.Refused<>(refused.refusal());
        }
        String response = json.write(stored(actor, entry));
        jdbc.sql("update idempotency_key set response = ? where account = ? and key = ?")
                .params(response, actor.login(), key)
                .update();
        return Outcome.accepted(response);
    }

    private boolean claim(Actor actor, String key, String fingerprint) {
        return jdbc.sql("insert into idempotency_key (account, key, fingerprint, status, response)"
                                + " values (?, ?, ?, 201, '') on conflict do nothing")
                        .params(actor.login(), key, fingerprint)
                        .update()
                == 1;
    }

    private Answer answer(Actor actor, String key) {
        return jdbc.sql("select fingerprint, response from idempotency_key where account = ? and key = ?")
                .params(actor.login(), key)
                .query(Answer.class)
                .single();
    }

    private Stored stored(Actor actor, CountEntry entry) {
        MonitoringPoint point =
                series.findPoint(entry.point(), actor.territory()).orElseThrow();
        CountRevision revision = series.revisions(point.id(), entry.day()).getLast();
        return new Stored(
                point.code(),
                entry.day(),
                revision.value(),
                revision.revision(),
                revision.late(),
                revision.reportedAt());
    }
}
