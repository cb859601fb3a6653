package org.tongxin.app.plans;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.DueWork;
import org.tongxin.app.platform.EventFacts;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Json;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.PersonalData;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.platform.Seen;

/** Public measures: decided, supported, carried out, ended. None is open-ended. Thread-safe. */
@Service
public class Measures implements DueWork {

    private static final Keyset NEWEST = new Keyset("measure", "m", "@.decided_at desc");

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Json json;
    private final MeasureRows rows;
    private final Announcer announcer;
    private final Audit audit;
    private final Organisation organisation;

    Measures(
            JdbcClient jdbc,
            DistrictClock clock,
            Ids ids,
            Json json,
            MeasureRows rows,
            Announcer announcer,
            Audit audit,
            Organisation organisation) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.json = json;
        this.rows = rows;
        this.announcer = announcer;
        this.audit = audit;
        this.organisation = organisation;
    }

    /** What a signatory decides; the end is not optional. */
    public record Decision(
            String kind,
            String body,
            String areaPath,
            String content,
            String explanation,
            List<Alternative> alternatives,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable UUID causedBy) {}

    /** A body that may decide a kind of measure. */
    public record Competence(String kind, String body, boolean limitsMovement, String basis) {}

    public List<Competence> competences() {
        return jdbc.sql("select * from measure_competence order by kind, body")
                .query(Competence.class)
                .list();
    }

    public Optional<Measure> find(UUID id, String territory) {
        return jdbc.sql(MeasureRows.SELECT + " and m.id = :id")
                .param("territory", territory)
                .param("id", id)
                .query(rows::map)
                .optional();
    }

    /** All measures of the territory, newest first. */
    public List<Measure> list(String territory) {
        return jdbc.sql(MeasureRows.SELECT + " order by m.decided_at desc, m.id")
                .param("territory", territory)
                .query(rows::map)
                .list();
    }

    /** A page of all measures of the territory, newest first. */
    public Paged<Measure> page(String territory, @Nullable Seen after) {
        return NEWEST.read(
                jdbc,
                MeasureRows.SELECT + " and",
                Map.of("territory", territory),
                rows::map,
                after,
                Paged.SIZE,
                Measure::id);
    }

    /** How many there are in all. */
    public int count(String territory) {
        return jdbc.sql("select count(*)::int from measure m where m.area_path >= :territory"
                        + " and m.area_path < :territory || '~'")
                .param("territory", territory)
                .query(Integer.class)
                .single();
    }

    /** Measures being carried out in the territory now. */
    public List<Measure> inForce(String territory) {
        return jdbc.sql(MeasureRows.SELECT + " and m.state = 'IN_FORCE' and m.ends_at > :now order by m.ends_at, m.id")
                .param("territory", territory)
                .param("now", now())
                .query(rows::map)
                .list();
    }

    /** Measures being carried out that touch an area: inside it, or decided for a larger area around it. */
    public List<Measure> affecting(String areaPath) {
        return jdbc.sql(MeasureRows.SELECT + " and m.state = 'IN_FORCE' and m.ends_at > :now"
                        + " and (starts_with(:path, m.area_path)"
                        + " or (m.area_path >= :path and m.area_path < :path || '~')) order by m.ends_at, m.id")
                .param("territory", "")
                .param("now", now())
                .param("path", areaPath)
                .query(rows::map)
                .list();
    }

    /** How the supports of a measure are arranged, by item. */
    public Map<String, String> arrangements(UUID measure) {
        Map<String, String> arrangements = new LinkedHashMap<>();
        jdbc.sql("select item, arrangement from measure_support where measure_id = ? order by item")
                .param(measure)
                .query((RowCallbackHandler)
                        row -> arrangements.put(row.getString("item"), row.getString("arrangement")));
        return arrangements;
    }

    /** The signatory decides a measure within the competence of the deciding body. */
    @Transactional
    public Outcome<Measure> decide(Actor actor, Decision decision) {
        if (actor.role() != Role.SIGNATORY) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Competence> competence = competences().stream()
                .filter(entry ->
                        entry.kind().equals(decision.kind()) && entry.body().equals(decision.body()))
                .findFirst();
        if (competence.isEmpty()) {
            return Outcome.refused("L-001", decision.kind(), decision.body());
        }
        Instant start = decision.startsAt();
        Instant end = decision.endsAt();
        if (start == null || end == null || !end.isAfter(start)) {
            return Outcome.refused("L-002", start == null ? "-" : start, end == null ? "-" : end);
        }
        if (decision.content().isBlank() || decision.explanation().isBlank()) {
            return Outcome.refused("L-003");
        }
        List<Alternative> weighed = weighed(decision);
        if (weighed.isEmpty() || !weighed.stream().allMatch(Alternative::complete)) {
            return Outcome.refused("L-014", weighed.size());
        }
        Optional<Area> area = organisation.findArea(decision.areaPath());
        if (area.isEmpty() || !actor.covers(decision.areaPath())) {
            return Outcome.refused("L-004", decision.areaPath());
        }
        AreaLevel level = area.get().level();
        if (competence.get().limitsMovement() && level != AreaLevel.COMPOUND && level != AreaLevel.GRID) {
            return Outcome.refused("L-009", area.get().name());
        }
        Optional<Refusal> personal = personal(decision);
        if (personal.isPresent()) {
            return new Outcome.Refused<>(personal.get());
        }
        return Outcome.accepted(insert(actor, decision, competence.get(), start, end));
    }

    /** All of this stands on the public page. */
    private static Optional<Refusal> personal(Decision decision) {
        return Stream.concat(
                        Stream.of(
                                PersonalData.refusal("MEASURE_CONTENT", decision.content()),
                                PersonalData.refusal("MEASURE_EXPLANATION", decision.explanation())),
                        weighed(decision).stream()
                                .flatMap(each -> Stream.of(
                                        PersonalData.refusal("MILDER_WAY", each.way()),
                                        PersonalData.refusal("WHY_NOT_ENOUGH", each.whyNotEnough()))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<Alternative> weighed(Decision decision) {
        return decision.alternatives().stream()
                .filter(alternative -> !alternative.empty())
                .toList();
    }

    private Measure insert(Actor actor, Decision decision, Competence competence, Instant start, Instant end) {
        UUID id = ids.of(
                "measure",
                decision.kind(),
                decision.areaPath(),
                clock.now(),
                list(decision.areaPath()).size());
        jdbc.sql("insert into measure (id, kind, decided_body, limits_movement, area_path, content, basis, explanation,"
                        + " alternatives, starts_at, ends_at, decided_by, decided_at, state, activation_id, caused_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'DECIDED',"
                        + " (select id from plan_activation where stood_down_at is null), ?)")
                .params(Arrays.asList(
                        id,
                        decision.kind(),
                        decision.body(),
                        competence.limitsMovement(),
                        decision.areaPath(),
                        decision.content(),
                        competence.basis(),
                        decision.explanation(),
                        json.parameter(weighed(decision)),
                        Timestamp.from(start),
                        Timestamp.from(end),
                        actor.login(),
                        now(),
                        decision.causedBy()))
                .update();
        jdbc.sql(
                        "insert into measure_version (measure_id, number, act, content, ends_at, reason, decided_by, decided_at)"
                                + " select id, 1, 'DECIDED', content, ends_at, explanation, decided_by, decided_at from measure"
                                + " where id = ?")
                .param(id)
                .update();
        Measure measure = find(id, actor.territory()).orElseThrow();
        audit.record(actor, "measure.decided", id.toString(), Map.of("kind", decision.kind(), "until", end));
        announcer.announce(new MeasureDecided(
                facts(MeasureDecided.class, measure, actor.login(), decision.causedBy(), "measureDecided"), id));
        return measure;
    }

    /** Fills one item of the support list: says how it is arranged. */
    @Transactional
    public Outcome<Measure> fillSupport(Actor actor, UUID id, String item, String arrangement) {
        if (actor.role() != Role.DUTY_OFFICER && actor.role() != Role.STREET_WORKER) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Measure> measure = find(id, actor.territory());
        if (measure.isEmpty() || !Measure.SUPPORT_LIST.contains(item)) {
            return Outcome.refused("L-004", item);
        }
        if (measure.get().closedAt() != null) {
            return Outcome.refused("L-007");
        }
        if (arrangement.isBlank()) {
            return Outcome.refused("L-005", item);
        }
        jdbc.sql(
                        "insert into measure_support (measure_id, item, arrangement, filled_by, filled_at) values (?, ?, ?, ?, ?)"
                                + " on conflict (measure_id, item) do update set arrangement = excluded.arrangement,"
                                + " filled_by = excluded.filled_by, filled_at = excluded.filled_at")
                .params(id, item, arrangement, actor.login(), now())
                .update();
        audit.record(actor, "measure.supportFilled", id.toString(), Map.of("item", item));
        return Outcome.accepted(find(id, actor.territory()).orElseThrow());
    }

    /** The duty officer starts carrying a decided measure out, once everything it needs is in place. */
    @Transactional
    public Outcome<Measure> start(Actor actor, UUID id, int version) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Measure> found = find(id, actor.territory());
        if (found.isEmpty()) {
            return Outcome.refused("L-004", id);
        }
        List<String> missing = found.get().missingSupport();
        if (!missing.isEmpty()) {
            return Outcome.refused("L-006", 6 - missing.size(), String.join(" ", missing));
        }
        if (found.get().startsAt().isAfter(clock.now())) {
            return Outcome.refused("L-010", found.get().startsAt());
        }
        if (!found.get().endsAt().isAfter(clock.now())) {
            return Outcome.refused("L-002", found.get().startsAt(), found.get().endsAt());
        }
        int changed = jdbc.sql(
                        "update measure set state = 'IN_FORCE', in_force_at = ?, review_due_at = ?, version = version + 1"
                                + " where id = ? and version = ? and state = 'DECIDED'")
                .params(now(), Timestamp.from(clock.now().plus(MeasureReviews.REVIEW_AFTER)), id, version)
                .update();
        if (changed == 0) {
            return Outcome.refused("L-007");
        }
        Measure measure = find(id, actor.territory()).orElseThrow();
        audit.record(actor, "measure.started", id.toString(), Map.of());
        announcer.announce(new MeasureInForce(
                facts(
                        MeasureInForce.class,
                        measure,
                        actor.login(),
                        ids.of(MeasureDecided.class.getSimpleName(), id.toString()),
                        "measureInForce"),
                id));
        return Outcome.accepted(measure);
    }

    /** The signatory ends a measure before its date, with a reason. */
    @Transactional
    public Outcome<Measure> end(Actor actor, UUID id, String reason, int version) {
        if (actor.role() != Role.SIGNATORY) {
            return Outcome.refused("I-003", actor.role());
        }
        if (reason.isBlank()) {
            return Outcome.refused("L-008");
        }
        Optional<Refusal> personal = PersonalData.refusal(reason);
        if (personal.isPresent()) {
            return new Outcome.Refused<>(personal.get());
        }
        Optional<Measure> found = find(id, actor.territory());
        if (found.isEmpty() || found.get().version() != version || found.get().closedAt() != null) {
            return Outcome.refused("L-007");
        }
        audit.record(actor, "measure.ended", id.toString(), Map.of("reason", reason));
        close(found.get(), actor.login(), "ENDED", reason, null);
        return Outcome.accepted(find(id, actor.territory()).orElseThrow());
    }

    /** Ends every measure of an activation that was stood down. */
    void endWith(Actor actor, UUID activation, String reason, UUID cause) {
        jdbc.sql(MeasureRows.SELECT + " and m.activation_id = :activation and m.closed_at is null order by m.id")
                .param("territory", "")
                .param("activation", activation)
                .query(rows::map)
                .list()
                .forEach(measure -> close(measure, actor.login(), "ENDED", reason, cause));
    }

    /** Lapses every measure whose end has come. */
    @Override
    @Transactional
    public void runDue() {
        jdbc.sql(MeasureRows.SELECT + " and m.closed_at is null and m.ends_at <= :now order by m.id for update of m")
                .param("territory", "")
                .param("now", now())
                .query(rows::map)
                .list()
                .forEach(measure -> close(measure, "system", "LAPSED", "ENDS_AT", null));
    }

    /** Running measures whose review came due and was not decided, locked until the transaction ends. */
    List<Measure> unreviewed() {
        return jdbc.sql(MeasureRows.SELECT
                        + " and m.state = 'IN_FORCE' and m.reviewed_at is null and m.review_due_at <= :now"
                        + " order by m.id for update of m")
                .param("territory", "")
                .param("now", now())
                .query(rows::map)
                .list();
    }

    void announceReview(Measure measure, String who, MeasureVersion.Act act) {
        EventFacts facts = announcer.facts(
                MeasureReviewed.class,
                measure.id() + ":" + measure.version(),
                measure.areaPath(),
                who,
                ids.of(MeasureInForce.class.getSimpleName(), measure.id().toString()),
                Reason.of(
                        "measureReviewed", act, measure.kind(), Reason.name(measure.areaName(), measure.areaNameEn())));
        announcer.announce(new MeasureReviewed(facts, measure.id(), act));
    }

    void close(Measure measure, String who, String state, String reason, @Nullable UUID cause) {
        int closed = jdbc.sql(
                        "update measure set state = ?, closed_at = ?, closed_by = ?, close_reason = ?, version = version + 1"
                                + " where id = ? and closed_at is null")
                .params(state, now(), who, reason, measure.id())
                .update();
        if (closed == 0) {
            return;
        }
        UUID decided = ids.of(MeasureDecided.class.getSimpleName(), measure.id().toString());
        announcer.announce(new MeasureEnded(
                facts(MeasureEnded.class, measure, who, cause == null ? decided : cause, "measureEnded"),
                measure.id()));
    }

    private EventFacts facts(
            Class<? extends org.tongxin.app.platform.DistrictEvent> kind,
            Measure measure,
            String who,
            @Nullable UUID cause,
            String sentence) {
        return announcer.facts(
                kind,
                measure.id().toString(),
                measure.areaPath(),
                who,
                cause,
                Reason.of(sentence, measure.kind(), Reason.name(measure.areaName(), measure.areaNameEn())));
    }

    private Timestamp now() {
        return Timestamp.from(clock.now());
    }
}
