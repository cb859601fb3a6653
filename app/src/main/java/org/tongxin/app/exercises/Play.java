package org.tongxin.app.exercises;

import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Json;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.PersonalData;
import org.tongxin.app.tasks.TaskField;

/** Playing a card: taking it, giving it back, answering its calls. Thread-safe. */
@Service
public class Play {

    private static final int LONGEST_NOTE = 500;

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final ExerciseClock minutes;
    private final Json json;
    private final Exercises exercises;

    Play(JdbcClient jdbc, DistrictClock clock, ExerciseClock minutes, Json json, Exercises exercises) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.minutes = minutes;
        this.json = json;
        this.exercises = exercises;
    }

    /** The calls of a card that have been put by now, by minute; none before the start. */
    public List<Call> put(Exercise exercise, UUID card) {
        return exercises.put(exercise, exercises.calls(exercise)).stream()
                .filter(call -> call.cardId().equals(card))
                .toList();
    }

    /** Takes a card that nobody plays. Refused: I-003 for who only reads, X-004 after the end, X-008 where somebody plays it. */
    @Transactional
    public Outcome<UUID> take(Actor actor, Exercise exercise, UUID card) {
        if (actor.role().readsOnly()) {
            return Outcome.refused("I-003", actor.role());
        }
        if (exercises.locked(exercise).endedAt() != null) {
            return Outcome.refused("X-004", exercise.number());
        }
        int taken = jdbc.sql("update role_card set player = ? where id = ? and exercise_id = ?"
                        + " and (player is null or player = ?)")
                .params(actor.login(), card, exercise.id(), actor.login())
                .update();
        return taken == 1 ? Outcome.accepted(card) : Outcome.refused("X-008");
    }

    /** Gives a card back; the conductor may take it from anybody. Refused: X-008 where it is somebody else's. */
    @Transactional
    public Outcome<UUID> release(Actor actor, Exercise exercise, UUID card) {
        boolean leads = Exercises.leads(actor, exercise);
        int released = jdbc.sql(
                        "update role_card set player = null where id = ? and exercise_id = ? and (player = ? or ?)")
                .params(card, exercise.id(), actor.login(), leads)
                .update();
        return released == 1 ? Outcome.accepted(card) : Outcome.refused("X-008");
    }

    /**
     * Answers a call, once; who plays the card, or the conductor for a table without a screen.
     * Refused: I-003, X-004 before the start or after the end, X-009 for a call that is not put yet, answered already or
     * unknown, X-010 for a figure that is no whole number, X-011 for a note that is too long, X-012 where
     * nothing was typed, X-003 for a note that points to a person.
     *
     * @param figures by key of the field; what is missing was not answered
     */
    @Transactional
    public Outcome<UUID> answer(Actor actor, Exercise exercise, UUID call, Map<String, String> figures, String note) {
        Instant now = minutes.now();
        Instant zero = exercise.minuteZero();
        if (zero == null || exercises.locked(exercise).endedAt() != null) {
            return Outcome.refused("X-004", exercise.number());
        }
        Optional<Call> found = exercises.put(exercise, exercises.calls(exercise)).stream()
                .filter(each -> each.id().equals(call))
                .findFirst();
        if (found.isEmpty()) {
            return Outcome.refused("X-009");
        }
        if (!Exercises.leads(actor, exercise) && !plays(actor, found.get().cardId())) {
            return Outcome.refused("I-003", actor.role());
        }
        Map<String, String> kept = new LinkedHashMap<>();
        for (TaskField field : found.get().fields()) {
            String typed = Normalizer.normalize(figures.getOrDefault(field.key(), ""), Normalizer.Form.NFKC)
                    .strip();
            if (!typed.matches("\\d{0,9}")) {
                return Outcome.refused("X-010", field.label(), typed.substring(0, Math.min(20, typed.length())));
            }
            kept.put(field.key(), typed);
        }
        if (note.isBlank() && kept.values().stream().allMatch(String::isEmpty)) {
            return Outcome.refused("X-012");
        }
        if (note.length() > LONGEST_NOTE) {
            return Outcome.refused("X-011", note.length(), LONGEST_NOTE);
        }
        return PersonalData.find(note).isPresent()
                ? Outcome.refused("X-003")
                : write(call, kept, note.strip(), seconds(zero, now));
    }

    /** Rounded up, so that what came after the minute is after it. */
    private static int seconds(Instant zero, Instant now) {
        return (int) Duration.between(zero, now).plusSeconds(1).minusNanos(1).toSeconds();
    }

    private Outcome<UUID> write(UUID call, Map<String, String> figures, String note, int second) {
        int written = jdbc.sql("update exercise_call set answered_at = ?, answered_second = ?, figures = ?,"
                        + " note = ?, version = version + 1"
                        + " where id = ? and answered_at is null")
                .params(Timestamp.from(clock.now()), second, json.parameter(figures), note, call)
                .update();
        return written == 1 ? Outcome.accepted(call) : Outcome.refused("X-009");
    }

    private boolean plays(Actor actor, UUID card) {
        return jdbc.sql("select player = ? from role_card where id = ? and player is not null")
                .params(actor.login(), card)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
