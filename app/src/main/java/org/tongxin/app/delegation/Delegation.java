package org.tongxin.app.delegation;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.PersonalData;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.platform.Seen;

/**
 * What the modules above ask before an act of a street or community that a list governs, and what they say after it.
 * Territory is theirs to check: a list never widens it. Thread-safe.
 */
@Service
public class Delegation {

    private static final int LONGEST = 400;

    private static final Keyset NEWEST = new Keyset("delegation_use", "u", "@.used_at desc", "@.reference desc");

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Audit audit;
    private final DelegationLists lists;

    Delegation(JdbcClient jdbc, DistrictClock clock, Ids ids, Audit audit, DelegationLists lists) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
        this.lists = lists;
    }

    /** The ring of a post that a list can name; empty for all others. */
    public static Optional<DelegableAct.Ring> ring(Actor actor) {
        return switch (actor.role()) {
            case STREET_WORKER -> Optional.of(DelegableAct.Ring.STREET);
            case COMMUNITY_WORKER -> Optional.of(DelegableAct.Ring.COMMUNITY);
            default -> Optional.empty();
        };
    }

    /** The row of the list in force that gives the act to this post. */
    public Optional<DelegationRow> row(Actor actor, DelegableAct act) {
        return ring(actor)
                .flatMap(asking ->
                        lists.inForce().flatMap(list -> row(list, act)).filter(row -> row.reaches(asking)));
    }

    private static Optional<DelegationRow> row(DelegationList list, DelegableAct act) {
        return list.rows().stream().filter(each -> each.act() == act).findFirst();
    }

    /** Whether this post may do the act at all now, whatever the amount. */
    public boolean gives(Actor actor, DelegableAct act) {
        boolean unlisted =
                act.isStanding() && ring(actor).isPresent() && lists.inForce().isEmpty();
        return unlisted || row(actor, act).isPresent();
    }

    /**
     * Why a street or community may not do an act of this amount: U-030 it is not delegated to this ring, U-031 more than
     * the list allows, U-039 often enough today. For any other post I-003: their rules are those of the act itself.
     */
    public Optional<Refusal> refusal(Actor actor, DelegableAct act, long amount) {
        if (ring(actor).isEmpty()) {
            return Optional.of(Refusal.of("I-003", actor.role()));
        }
        if (!gives(actor, act)) {
            return Optional.of(Refusal.of("U-030", word(act)));
        }
        return row(actor, act).flatMap(row -> beyond(actor, row, amount));
    }

    /** The same for an act that others than streets and communities do by their own rules, which a list does not touch. */
    public Optional<Refusal> limit(Actor actor, DelegableAct act, long amount) {
        return ring(actor).isEmpty() ? Optional.empty() : refusal(actor, act, amount);
    }

    private Optional<Refusal> beyond(Actor actor, DelegationRow row, long amount) {
        if (row.most() > 0 && amount > row.most()) {
            return Optional.of(Refusal.of("U-031", word(row.act()), amount, row.most()));
        }
        boolean often = row.timesADay() > 0 && today(actor, row.act()) >= row.timesADay();
        return often ? Optional.of(Refusal.of("U-039", word(row.act()), row.timesADay())) : Optional.empty();
    }

    private static String word(DelegableAct act) {
        return "ACT_" + act;
    }

    /** Places are counted one at a time, so that two at once do not both pass the last time of a day. */
    private int today(Actor actor, DelegableAct act) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text")
                .param("delegation " + act + ' ' + actor.territory())
                .query((row, number) -> true)
                .single();
        return jdbc.sql("select count(*)::int from delegation_use where act = ? and area_path = ? and used_at >= ?")
                .params(
                        act.name(),
                        actor.territory(),
                        Timestamp.from(clock.today().atStartOfDay(clock.zone()).toInstant()))
                .query(Integer.class)
                .single();
    }

    /** As below, for what has a number: it is key and reference. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void used(Actor actor, DelegableAct act, long amount, String number) {
        used(actor, act, amount, number, number);
    }

    /**
     * Writes down that the act was done under the list; nothing where the post did it by its own right, or where the list
     * neither counts nor asks for a report: nothing is kept for its own sake.
     *
     * @param key what makes it this act: written down twice it is there once
     * @param reference what pages show of it; no person
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void used(Actor actor, DelegableAct act, long amount, String key, String reference) {
        Optional<DelegationList> list = lists.inForce();
        Optional<DelegationRow> given = row(actor, act);
        if (list.isEmpty() || given.isEmpty() || !given.get().isKept()) {
            return;
        }
        Instant now = clock.now();
        int hours = given.get().reportHours();
        int fresh = jdbc.sql(
                        "insert into delegation_use (id, list_id, act, area_path, amount, reference, used_at, report_by)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing")
                .params(Arrays.asList(
                        ids.of("delegation use", act, key),
                        list.get().id(),
                        act.name(),
                        actor.territory(),
                        amount,
                        reference,
                        Timestamp.from(now),
                        hours == 0 ? null : Timestamp.from(now.plus(Duration.ofHours(hours)))))
                .update();
        if (fresh > 0) {
            audit.record(
                    actor,
                    "delegation.used",
                    reference,
                    Map.of("list", list.get().number(), "act", act.name(), "amount", amount));
        }
    }

    /** One act under a list. @param reportBy {@code null} where nothing is to be reported */
    public record Use(
            UUID id,
            DelegableAct act,
            String areaPath,
            long amount,
            String reference,
            Instant usedAt,
            @Nullable Instant reportBy,
            @Nullable String report,
            @Nullable Instant reportedAt) {}

    /** A page of {@link #uses}. */
    public Paged<Use> page(String territory, @Nullable Seen after) {
        return NEWEST.read(
                jdbc,
                "select u.id, act, area_path, amount, reference, used_at, report_by, report, reported_at"
                        + " from delegation_use u where area_path >= :territory and area_path < :territory || '~' and",
                Map.of("territory", territory),
                Use.class,
                after,
                Paged.SIZE,
                Use::id);
    }

    /** Acts on a territory, newest first. */
    public List<Use> uses(String territory, int limit) {
        return jdbc.sql("select id, act, area_path, amount, reference, used_at, report_by, report, reported_at"
                        + " from delegation_use where area_path >= :territory and area_path < :territory || '~'"
                        + " order by used_at desc, reference desc limit :limit")
                .param("territory", territory)
                .param("limit", limit)
                .query(Use.class)
                .list();
    }

    /** The place that decided reports back, once. Refused: I-003, U-035 nothing of the kind, U-033 the words. */
    @Transactional
    public Outcome<UUID> report(Actor actor, UUID use, String words) {
        if (ring(actor).isEmpty()) {
            return Outcome.refused("I-003", actor.role());
        }
        String text = words.strip();
        if (text.isEmpty() || text.length() > LONGEST || PersonalData.find(text).isPresent()) {
            return Outcome.refused("U-033", text.length(), LONGEST);
        }
        int done = jdbc.sql("update delegation_use set report = ?, reported_at = ? where id = ? and area_path = ?"
                        + " and report_by is not null and report is null")
                .params(text, Timestamp.from(clock.now()), use, actor.territory())
                .update();
        if (done == 0) {
            return Outcome.refused("U-035", use);
        }
        audit.record(actor, "delegation.reported", use.toString(), Map.of());
        return Outcome.accepted(use);
    }
}
