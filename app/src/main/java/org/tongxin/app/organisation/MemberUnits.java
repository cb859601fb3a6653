package org.tongxin.app.organisation;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.PersonalData;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.platform.Sought;

/** The member units and what each is under. What holds today counts; what held before stays to be read. Thread-safe. */
@Service
public class MemberUnits {

    private static final int LONGEST_SOURCE = 200;
    /** Suggested value: affiliations are looked at again after at most three years. */
    private static final int LONGEST_DAYS = 1_096;

    private static final String SELECT = """
            select u.id, u.name, u.name_en, u.kind, u.network, u.area_path, a.name as area_name, a.name_en as area_name_en,
                   f.affiliation, f.source, f.valid_from, f.valid_until
            from member_unit u join area a on a.path = u.area_path
            left join unit_affiliation f on f.unit_id = u.id and :today between f.valid_from and f.valid_until
            """;

    /** Those of the district as a whole, then those of streets and of communities, each by the pinyin of their names. */
    private static final Keyset BY_NAME = new Keyset(
            "member_unit", "u", "length(@.area_path)", "split_part(coalesce(@.spelling, ''), ' ', 2)", "@.name");

    private static final String NARROWED = " where u.area_path >= :territory and u.area_path < :territory || '~'"
            + " and (:affiliation = '' or coalesce(f.affiliation, 'UNKNOWN') = :affiliation) and"
            + Sought.matches("''", "u.name || ' ' || u.name_en || ' ' || a.name || ' ' || a.name_en", "u.spelling");

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Audit audit;

    MemberUnits(JdbcClient jdbc, DistrictClock clock, Ids ids, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
    }

    /** Units that stand in a territory, those of the district as a whole first, with what they are under today. */
    public List<MemberUnit> list(String territory) {
        return jdbc.sql(SELECT + " where u.area_path >= :territory and u.area_path < :territory || '~'"
                        + " order by length(u.area_path), split_part(coalesce(u.spelling, ''), ' ', 2), u.name, u.id")
                .param("today", Date.valueOf(clock.today()))
                .param("territory", territory)
                .query(MemberUnit.class)
                .list();
    }

    /** A page of {@link #list}. @param affiliation only those under it; {@code null} for all */
    public Paged<MemberUnit> page(
            String territory, @Nullable Affiliation affiliation, Sought sought, @Nullable Seen after) {
        return BY_NAME.read(
                jdbc,
                SELECT + NARROWED + "and",
                narrowed(territory, affiliation, sought),
                MemberUnit.class,
                after,
                Paged.SIZE,
                MemberUnit::id);
    }

    /** @param total units in all @param underDistrict of them those that may be given orders */
    public record Counted(int total, int underDistrict) {}

    /** What {@link #page} would give in all. */
    public Counted counted(String territory, @Nullable Affiliation affiliation, Sought sought) {
        List<String> ordered = Arrays.stream(Affiliation.values())
                .filter(Affiliation::isUnderDistrict)
                .map(Enum::name)
                .toList();
        return jdbc.sql("select count(*)::int as total, (count(*) filter (where affiliation in (:ordered)))::int"
                        + " as under_district from (" + SELECT + NARROWED + ") listed")
                .params(narrowed(territory, affiliation, sought))
                .param("ordered", ordered)
                .query(Counted.class)
                .single();
    }

    private Map<String, Object> narrowed(String territory, @Nullable Affiliation affiliation, Sought sought) {
        return Map.of(
                "today",
                Date.valueOf(clock.today()),
                "territory",
                territory,
                "affiliation",
                affiliation == null ? "" : affiliation.name(),
                "words",
                sought.words(),
                "letters",
                sought.letters());
    }

    public Optional<MemberUnit> find(UUID id, String territory) {
        return jdbc.sql(SELECT + " where u.id = :id and u.area_path >= :territory and u.area_path < :territory || '~'")
                .param("today", Date.valueOf(clock.today()))
                .param("id", id)
                .param("territory", territory)
                .query(MemberUnit.class)
                .optional();
    }

    /** What a unit was under for a time. Days are inclusive. */
    public record Period(
            Affiliation affiliation, String source, LocalDate validFrom, LocalDate validUntil, String setBy) {}

    /** All that was ever written down of a unit, the newest first. */
    public List<Period> history(UUID unit) {
        return jdbc.sql("select affiliation, source, valid_from, valid_until, set_by from unit_affiliation"
                        + " where unit_id = ? order by valid_from desc")
                .param(unit)
                .query(Period.class)
                .list();
    }

    /**
     * The administrator writes down what a unit is under from a day on; what held until then ends the day before.
     * Refused: I-003, U-020 no such unit, U-019 the source, U-018 the period.
     *
     * @param until last day; at most three years
     */
    @Transactional
    public Outcome<MemberUnit> affiliate(
            Actor actor, UUID unit, Affiliation affiliation, String source, LocalDate from, LocalDate until) {
        if (actor.role() != Role.ADMINISTRATOR) {
            return Outcome.refused("I-003", actor.role());
        }
        jdbc.sql("select 1 from member_unit where id = ? for update")
                .param(unit)
                .query(Integer.class)
                .optional();
        if (find(unit, actor.territory()).isEmpty()) {
            return Outcome.refused("U-020", unit);
        }
        String words = source.strip();
        Optional<Refusal> wrong = wrongSource(words).or(() -> wrongPeriod(from, until));
        if (wrong.isPresent()) {
            return new Outcome.Refused<>(wrong.get());
        }
        if (history(unit).stream().anyMatch(period -> !period.validFrom().isBefore(from))) {
            return new Outcome.Refused<>(wrongPeriodFrom(from, until));
        }
        jdbc.sql("update unit_affiliation set valid_until = ? where unit_id = ? and valid_until >= ?")
                .params(Date.valueOf(from.minusDays(1)), unit, Date.valueOf(from))
                .update();
        jdbc.sql(
                        "insert into unit_affiliation (id, unit_id, affiliation, source, valid_from, valid_until, set_by, set_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        ids.of("affiliation", unit, from),
                        unit,
                        affiliation.name(),
                        words,
                        Date.valueOf(from),
                        Date.valueOf(until),
                        actor.login(),
                        Timestamp.from(clock.now()))
                .update();
        audit.record(
                actor,
                "unit.affiliated",
                unit.toString(),
                Map.of("affiliation", affiliation.name(), "from", from.toString(), "until", until.toString()));
        return Outcome.accepted(find(unit, actor.territory()).orElseThrow());
    }

    /** As {@link #affiliate} from today on; what began today gives way, as a slip that is put right. */
    @Transactional
    Outcome<MemberUnit> correctToday(Actor actor, UUID unit, Affiliation affiliation, String source, LocalDate until) {
        jdbc.sql("delete from unit_affiliation where unit_id = ? and valid_from = ?")
                .params(unit, Date.valueOf(clock.today()))
                .update();
        return affiliate(actor, unit, affiliation, source, clock.today(), until);
    }

    /** U-019. */
    static Optional<Refusal> wrongSource(String source) {
        boolean wrong = source.isEmpty()
                || source.length() > LONGEST_SOURCE
                || PersonalData.find(source).isPresent();
        return wrong ? Optional.of(Refusal.of("U-019", source.length(), LONGEST_SOURCE)) : Optional.empty();
    }

    /** U-018. */
    static Optional<Refusal> wrongPeriod(LocalDate from, LocalDate until) {
        return until.isBefore(from) || until.isAfter(from.plusDays(LONGEST_DAYS))
                ? Optional.of(wrongPeriodFrom(from, until))
                : Optional.empty();
    }

    static Refusal wrongPeriodFrom(LocalDate from, LocalDate until) {
        return Refusal.of("U-018", from, until, LONGEST_DAYS);
    }
}
