package org.tongxin.app.tasks;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;

/**
 * Numbers and orders that contradict each other. The question goes to those who ordered and is answered by the duty
 * officer of the district; the community that is between them is not asked and does not see it.
 */
@Service
public class Questions {

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Audit audit;

    Questions(JdbcClient jdbc, DistrictClock clock, Ids ids, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
    }

    /** What a question is about. */
    public enum Kind {
        /** Two issuers ask the same of the same place by different times. */
        ORDERS,
        /** The same place answered the same figure differently on one day. */
        FIGURES
    }

    /** An open question; the values are there for figures only. */
    public record Question(
            UUID id,
            Kind kind,
            String label,
            String areaName,
            String areaNameEn,
            UUID firstOrder,
            String firstNumber,
            String firstIssuer,
            UUID secondOrder,
            String secondNumber,
            String secondIssuer,
            @Nullable Long firstValue,
            @Nullable Long secondValue,
            Instant openedAt) {}

    /** Open questions of a territory, oldest first. */
    public List<Question> open(String territory) {
        return jdbc.sql("""
                        select q.id, q.kind, q.label, a.name as area_name, a.name_en as area_name_en,
                               q.first_order, f.number as first_number, f.issuer as first_issuer,
                               q.second_order, s.number as second_number, s.issuer as second_issuer,
                               q.first_value, q.second_value, q.opened_at
                        from figure_question q join area a on a.path = q.area_path
                             join task_order f on f.id = q.first_order join task_order s on s.id = q.second_order
                        where q.answered_at is null and q.area_path >= :territory and q.area_path < :territory || '~'
                        order by q.opened_at, q.id
                        """).param("territory", territory).query(Question.class).list();
    }

    /** Closes a question with the sentence that settles it. */
    @Transactional
    public Outcome<UUID> answer(Actor actor, UUID question, String answer) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        if (answer.isBlank()) {
            return Outcome.refused("T-017");
        }
        int closed = jdbc.sql("update figure_question set answer = ?, answered_at = ? where id = ?"
                        + " and answered_at is null and area_path >= ? and area_path < ? || '~'")
                .params(answer, Timestamp.from(clock.now()), question, actor.territory(), actor.territory())
                .update();
        if (closed == 0) {
            return Outcome.refused("T-018");
        }
        audit.record(actor, "question.answered", question.toString(), Map.of("answer", answer));
        return Outcome.accepted(question);
    }

    /** Opens a question for each twin of another issuer with another term. */
    void ofOrders(UUID order, NewOrder issued, List<Admission.Twin> twins) {
        twins.stream()
                .filter(twin ->
                        !twin.issuer().equals(issued.issuer()) && !twin.dueAt().equals(issued.dueAt()))
                .forEach(twin -> insert(Kind.ORDERS, twin.label(), twin.place(), twin.id(), order, null, null));
    }

    /** Opens a question for each. */
    void ofFigures(List<KnownFigures.Contradiction> found) {
        found.forEach(each -> insert(
                Kind.FIGURES,
                each.label(),
                each.areaPath(),
                each.firstOrder(),
                each.secondOrder(),
                each.firstValue(),
                each.secondValue()));
    }

    private void insert(
            Kind kind,
            String label,
            String area,
            UUID first,
            UUID second,
            @Nullable Long firstValue,
            @Nullable Long secondValue) {
        jdbc.sql("insert into figure_question (id, kind, label, area_path, first_order, second_order, first_value,"
                        + " second_value, opened_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(Arrays.asList(
                        ids.of("question", kind, label, area, first, second, clock.now()),
                        kind.name(),
                        label,
                        area,
                        first,
                        second,
                        firstValue,
                        secondValue,
                        Timestamp.from(clock.now())))
                .update();
    }
}
