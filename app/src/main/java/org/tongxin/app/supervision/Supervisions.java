package org.tongxin.app.supervision;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.DueWork;
import org.tongxin.app.platform.EventFacts;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.warning.RatingLevel;
import org.tongxin.app.warning.risk.AreaRisk;
import org.tongxin.app.warning.risk.RiskIndices;

/** The list of streets under close watch: opened, renewed and ended by the duty officer. Thread-safe. */
@Service
public class Supervisions implements DueWork {

    /** The longest time ahead. Suggested value. */
    public static final int MOST_DAYS = 14;

    private static final String SELECT = """
            select s.*, a.name as area_name, a.name_en as area_name_en
            from supervision s join area a on a.path = s.area_path
            where s.area_path >= :territory and s.area_path < :territory || '~'
            """;

    private static final Keyset ENDED =
            new Keyset("supervision", "s", "coalesce(@.ended_at, @.ends_at) desc", "@.number desc");

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Audit audit;
    private final Announcer announcer;
    private final Accounts accounts;
    private final Organisation organisation;
    private final RiskIndices indices;

    Supervisions(
            JdbcClient jdbc,
            DistrictClock clock,
            Ids ids,
            Audit audit,
            Announcer announcer,
            Accounts accounts,
            Organisation organisation,
            RiskIndices indices) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
        this.announcer = announcer;
        this.accounts = accounts;
        this.organisation = organisation;
        this.indices = indices;
    }

    /** Those that stand, the nearest end first. */
    public List<Supervision> open(String territory) {
        return jdbc.sql(SELECT + " and s.state = 'OPEN' order by s.ends_at, s.area_path")
                .param("territory", territory)
                .query(Supervision.class)
                .list();
    }

    /** A page of those that are over, newest first. */
    public Paged<Supervision> ended(String territory, @Nullable Seen after) {
        return ENDED.read(
                jdbc,
                SELECT + " and s.state = 'ENDED' and",
                Map.of("territory", territory),
                Supervision.class,
                after,
                Paged.SIZE,
                Supervision::id);
    }

    /** How many have ended. */
    public int countEnded(String territory) {
        return jdbc.sql("select count(*)::int from (" + SELECT + " and s.state = 'ENDED'" + ") counted")
                .param("territory", territory)
                .query(Integer.class)
                .single();
    }

    public Optional<Supervision> find(UUID id, String territory) {
        return find(id, territory, "");
    }

    private Optional<Supervision> find(UUID id, String territory, String locking) {
        return jdbc.sql(SELECT + " and s.id = :id" + locking)
                .param("territory", territory)
                .param("id", id)
                .query(Supervision.class)
                .optional();
    }

    public List<SupervisionRenewal> renewals(UUID supervision) {
        return jdbc.sql("select ends_at, reason, decided_by, decided_at from supervision_renewal"
                        + " where supervision_id = ? order by decided_at")
                .param(supervision)
                .query(SupervisionRenewal.class)
                .list();
    }

    /** Streets whose kept level of the newest day is orange or red and that nobody watches: advice only, gravest first. */
    public List<AreaRisk> suggestions(String territory) {
        Set<String> watched =
                open(territory).stream().map(Supervision::areaPath).collect(Collectors.toSet());
        return indices.lastDay().map(day -> indices.ofDay(territory, day)).orElse(List.of()).stream()
                .filter(risk -> risk.level().severity() >= RatingLevel.ORANGE.severity())
                .filter(risk -> !watched.contains(risk.areaPath()))
                .sorted(java.util.Comparator.comparingInt(
                                (AreaRisk risk) -> -risk.level().severity())
                        .thenComparingInt(risk -> -risk.result().tenths())
                        .thenComparing(AreaRisk::areaPath))
                .toList();
    }

    /**
     * What a duty officer opens.
     *
     * @param owner login of the post that will answer for it
     * @param days until the planned end, 1 to 14
     */
    public record Opening(String areaPath, String why, String owner, int days) {}

    @Transactional
    public Outcome<Supervision> open(Actor actor, Opening opening) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Area> street = organisation
                .findArea(opening.areaPath())
                .filter(area -> area.level() == AreaLevel.STREET && area.tasked() && actor.covers(area.path()));
        if (street.isEmpty()) {
            return Outcome.refused("V-001", opening.areaPath());
        }
        Optional<Outcome<Supervision>> refused = refusal(opening);
        return refused.orElseGet(() -> opened(actor, street.get(), opening));
    }

    private Optional<Outcome<Supervision>> refusal(Opening opening) {
        if (opening.why().isBlank()) {
            return Optional.of(Outcome.refused("V-002"));
        }
        if (opening.days() < 1 || opening.days() > MOST_DAYS) {
            return Optional.of(Outcome.refused("V-004", opening.days(), MOST_DAYS));
        }
        boolean answers = accounts.findActor(opening.owner())
                .filter(owner -> Ring.STREET.reaches(owner, opening.areaPath()))
                .isPresent();
        return answers ? Optional.empty() : Optional.of(Outcome.refused("V-003", opening.owner()));
    }

    private Outcome<Supervision> opened(Actor actor, Area street, Opening opening) {
        lockNumbers();
        List<Supervision> standing = open(street.path());
        if (!standing.isEmpty()) {
            return Outcome.refused("V-005", standing.getFirst().number());
        }
        boolean suggested = suggestions(street.path()).size() == 1;
        int serial = jdbc.sql("select count(*)::int + 1 from supervision")
                .query(Integer.class)
                .single();
        String number = "D%d-%03d".formatted(clock.today().getYear(), serial);
        UUID id = ids.of("supervision", number);
        Instant now = clock.now();
        jdbc.sql("insert into supervision (id, number, area_path, why, suggested, owner, opened_by, opened_at, ends_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        number,
                        street.path(),
                        opening.why().strip(),
                        suggested,
                        opening.owner(),
                        actor.login(),
                        Timestamp.from(now),
                        Timestamp.from(now.plus(Duration.ofDays(opening.days()))))
                .update();
        audit.record(actor, "supervision.opened", number, Map.of("area", street.path(), "why", opening.why()));
        Supervision stands = find(id, "").orElseThrow();
        announcer.announce(new SupervisionOpened(facts(SupervisionOpened.class, stands, actor.login()), id));
        return Outcome.accepted(stands);
    }

    private void lockNumbers() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('supervision.number'))")
                .query((row, number) -> true)
                .single();
    }

    /** The duty officer decides to watch on, from now for at most 14 days. */
    @Transactional
    public Outcome<Supervision> renew(Actor actor, UUID id, int days, String reason, int version) {
        Optional<Outcome<Supervision>> refused = refusal(actor, id, version);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (reason.isBlank()) {
            return Outcome.refused("V-007");
        }
        if (days < 1 || days > MOST_DAYS) {
            return Outcome.refused("V-004", days, MOST_DAYS);
        }
        Timestamp now = Timestamp.from(clock.now());
        Timestamp end = Timestamp.from(clock.now().plus(Duration.ofDays(days)));
        jdbc.sql("update supervision set ends_at = ?, renewed_at = ?, version = version + 1 where id = ?")
                .params(end, now, id)
                .update();
        jdbc.sql("insert into supervision_renewal (id, supervision_id, ends_at, reason, decided_by, decided_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(ids.of("renewal", id, version), id, end, reason.strip(), actor.login(), now)
                .update();
        Supervision stands = find(id, "").orElseThrow();
        audit.record(
                actor,
                "supervision.renewed",
                stands.number(),
                Map.of("reason", reason, "endsAt", stands.endsAt().toString()));
        announcer.announce(new SupervisionRenewed(facts(SupervisionRenewed.class, stands, actor.login()), id));
        return Outcome.accepted(stands);
    }

    /** The duty officer ends it, with what came of it. */
    @Transactional
    public Outcome<Supervision> end(Actor actor, UUID id, Supervision.Outcome outcome, String note, int version) {
        Optional<Outcome<Supervision>> refused = refusal(actor, id, version);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (note.isBlank() || outcome == Supervision.Outcome.LAPSED) {
            return Outcome.refused("V-008");
        }
        Supervision over = close(id, outcome, note.strip(), actor.login());
        audit.record(actor, "supervision.ended", over.number(), Map.of("outcome", outcome.name(), "note", note));
        return Outcome.accepted(over);
    }

    private Optional<Outcome<Supervision>> refusal(Actor actor, UUID id, int version) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Optional.of(Outcome.refused("I-003", actor.role()));
        }
        Optional<Supervision> found = find(id, actor.territory(), " for update of s");
        if (found.isEmpty()) {
            return Optional.of(Outcome.refused("V-006", id));
        }
        boolean stale = found.get().version() != version || !found.get().open();
        return stale ? Optional.of(Outcome.refused("V-009", found.get().number())) : Optional.empty();
    }

    private Supervision close(UUID id, Supervision.Outcome outcome, String note, String who) {
        jdbc.sql("update supervision set state = 'ENDED', outcome = ?, outcome_note = ?, ended_by = ?, ended_at = ?,"
                        + " version = version + 1 where id = ? and state = 'OPEN'")
                .params(Arrays.asList(outcome.name(), note, who, Timestamp.from(clock.now()), id))
                .update();
        Supervision over = find(id, "").orElseThrow();
        announcer.announce(new SupervisionEnded(facts(SupervisionEnded.class, over, who), id));
        return over;
    }

    /** What nobody renewed in time is over. */
    @Override
    @Transactional
    public void runDue() {
        jdbc.sql(SELECT + " and s.state = 'OPEN' and s.ends_at <= :now order by s.number for update of s")
                .param("territory", "")
                .param("now", Timestamp.from(clock.now()))
                .query(Supervision.class)
                .list()
                .forEach(each -> close(each.id(), Supervision.Outcome.LAPSED, "", "system"));
    }

    private EventFacts facts(Class<? extends DistrictEvent> kind, Supervision supervision, String who) {
        String sentence = switch (kind.getSimpleName()) {
            case "SupervisionOpened" -> "supervisionOpened";
            case "SupervisionRenewed" -> "supervisionRenewed";
            default -> "supervisionEnded";
        };
        Supervision.Outcome outcome = supervision.outcome();
        return announcer.facts(
                kind,
                supervision.number() + '/' + supervision.version(),
                supervision.areaPath(),
                who,
                null,
                Reason.of(
                        sentence,
                        supervision.number(),
                        Reason.name(supervision.areaName(), supervision.areaNameEn()),
                        outcome == null ? supervision.endsAt() : outcome.name()));
    }
}
