package org.tongxin.app.exercises;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.PersonalData;
import org.tongxin.app.review.Reviews;

/** Marks what was done against what was expected, and says what follows. Thread-safe. */
@Service
public class Assessment {

    private static final int LONGEST = 500;

    private final JdbcClient jdbc;
    private final Exercises exercises;
    private final Reviews reviews;
    private final Audit audit;

    Assessment(JdbcClient jdbc, Exercises exercises, Reviews reviews, Audit audit) {
        this.jdbc = jdbc;
        this.exercises = exercises;
        this.reviews = reviews;
        this.audit = audit;
    }

    /**
     * Marks a call of an exercise that runs or is being assessed; another mark takes a reason against a lesson away.
     * Refused: I-003, X-004, X-009 for one that is unknown, changed meanwhile or has a lesson, X-011, X-003.
     */
    @Transactional
    public Outcome<UUID> mark(Actor actor, Exercise exercise, UUID call, Mark mark, String remark, int version) {
        Optional<Outcome<UUID>> wrong = refusal(actor, exercise, remark);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        int marked = jdbc.sql("update exercise_call c set mark = :mark, remark = :remark, version = c.version + 1,"
                        + " no_lesson = case when c.mark = :mark then c.no_lesson else '' end from role_card r"
                        + " where c.id = :call and c.version = :version and c.lesson_id is null and r.id = c.card_id"
                        + " and r.exercise_id = :exercise")
                .param("mark", mark.name())
                .param("remark", remark.strip())
                .param("call", call)
                .param("version", version)
                .param("exercise", exercise.id())
                .update();
        return marked == 1 ? Outcome.accepted(call) : Outcome.refused("X-009");
    }

    /** What is to change. @param owner a post, not a name @param dueDay {@code null}, which is refused, where none was typed */
    public record Improvement(
            String finding,
            String change,
            String owner,
            @Nullable LocalDate dueDay) {}

    /**
     * What was not met leads to a lesson, kept with those of real responses and naming the exercise.
     * Refused: I-003, X-004, X-009, and what recording a lesson is refused for.
     */
    @Transactional
    public Outcome<UUID> learn(Actor actor, Exercise exercise, UUID call, Improvement improvement) {
        Optional<Outcome<UUID>> wrong = refusal(actor, exercise, improvement.finding());
        if (wrong.isPresent()) {
            return wrong.get();
        }
        Optional<Call> found = waiting(exercise, call);
        if (found.isEmpty()) {
            return Outcome.refused("X-009");
        }
        String item = found.get().item();
        Outcome<UUID> lesson = reviews.recordOfExercise(
                actor,
                new Reviews.Drill(exercise.number(), exercise.areaPath()),
                improvement.finding(),
                improvement.change(),
                improvement.owner(),
                item == null ? "" : item,
                improvement.dueDay());
        if (lesson instanceof Outcome.Accepted<UUID> accepted) {
            jdbc.sql("update exercise_call set lesson_id = ?, version = version + 1 where id = ?")
                    .params(accepted.value(), call)
                    .update();
        }
        return lesson;
    }

    /** Says why nothing has to change although a call was not met. Refused: I-003, X-004, X-009, X-011, X-003. */
    @Transactional
    public Outcome<UUID> waive(Actor actor, Exercise exercise, UUID call, String reason) {
        Optional<Outcome<UUID>> wrong = refusal(actor, exercise, reason);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (reason.isBlank()) {
            return Outcome.refused("X-011", 0, LONGEST);
        }
        if (waiting(exercise, call).isEmpty()) {
            return Outcome.refused("X-009");
        }
        jdbc.sql("update exercise_call set no_lesson = ?, version = version + 1 where id = ?")
                .params(reason.strip(), call)
                .update();
        audit.record(actor, "exercise.noLesson", exercise.number(), Map.of("call", call));
        return Outcome.accepted(call);
    }

    private Optional<Call> waiting(Exercise exercise, UUID call) {
        return exercises.calls(exercise).stream()
                .filter(each -> each.id().equals(call))
                .filter(Call::waitsForLesson)
                .findFirst();
    }

    private Optional<Outcome<UUID>> refusal(Actor actor, Exercise exercise, String words) {
        if (!Exercises.leads(actor, exercise)) {
            return Optional.of(Outcome.refused("I-003", actor.role()));
        }
        if (exercise.startedAt() == null || exercises.locked(exercise).closedAt() != null) {
            return Optional.of(Outcome.refused("X-004", exercise.number()));
        }
        if (words.length() > LONGEST) {
            return Optional.of(Outcome.refused("X-011", words.length(), LONGEST));
        }
        return PersonalData.find(words).isPresent() ? Optional.of(Outcome.refused("X-003")) : Optional.empty();
    }
}
