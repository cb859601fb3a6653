package org.tongxin.app.organisation;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Refusal;

/** Member units as a list speaks of them: told apart by place and name. What a list says of an affiliation holds from today. */
@Component
class ListedUnits {

    /** A unit of one name at one place. */
    record Key(String areaPath, String name) {}

    /** What a unit is said to be under. @param until last day */
    record Under(Affiliation affiliation, String source, LocalDate until) {}

    /** @param under {@code null} where the list says nothing about it */
    record Row(
            Key key,
            String english,
            String kind,
            String network,
            @Nullable Under under) {}

    /** A unit of today. */
    record Stored(
            UUID id,
            String areaPath,
            String name,
            String nameEn,
            String kind,
            String network,
            @Nullable Affiliation affiliation,
            @Nullable String source,
            @Nullable LocalDate validUntil) {

        Key key() {
            return new Key(areaPath, name);
        }

        boolean says(Row row) {
            return nameEn.equals(row.english())
                    && kind.equals(row.kind())
                    && network.equals(row.network())
                    && !isOtherwise(row.under());
        }

        boolean isOtherwise(@Nullable Under under) {
            return under != null
                    && !(under.affiliation() == affiliation
                            && under.source().equals(source)
                            && under.until().equals(validUntil));
        }
    }

    private final JdbcClient jdbc;
    private final Registry registry;
    private final MemberUnits units;
    private final DistrictClock clock;
    private final Ids ids;

    ListedUnits(JdbcClient jdbc, Registry registry, MemberUnits units, DistrictClock clock, Ids ids) {
        this.jdbc = jdbc;
        this.registry = registry;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /** Those of some units that are known; of several with one name at one place, the first that was there. */
    Map<Key, Stored> known(Set<Key> keys) {
        return jdbc
                .sql("select u.id, u.area_path, u.name, u.name_en, u.kind, u.network, f.affiliation, f.source,"
                        + " f.valid_until from member_unit u left join unit_affiliation f on f.unit_id = u.id"
                        + " and :today between f.valid_from and f.valid_until"
                        + " where u.area_path in (:areas) and u.name in (:names) order by u.id")
                .param("today", Date.valueOf(clock.today()))
                .param("areas", keys.stream().map(Key::areaPath).collect(Collectors.toSet()))
                .param("names", keys.stream().map(Key::name).collect(Collectors.toSet()))
                .query(Stored.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Stored::key, unit -> unit, (first, second) -> first));
    }

    /** Of some places, those of the actor's territory that stand and may have units. */
    List<String> places(Actor actor, Collection<String> paths) {
        return jdbc
                .sql("select path from area where level in ('DISTRICT', 'STREET', 'COMMUNITY') and ended_on is null"
                        + " and path in (:paths)")
                .param("paths", paths)
                .query(String.class)
                .list()
                .stream()
                .filter(actor::covers)
                .toList();
    }

    /** Id of a unit that is not known. The day is part of it, since a code can come back years after its unit moved on. */
    UUID newId(Key key) {
        return ids.of("unit", key.areaPath(), key.name(), clock.today());
    }

    /** U-018: the last day of what is to hold from today. */
    Optional<Refusal> wrongEnd(LocalDate until) {
        return MemberUnits.wrongPeriod(clock.today(), until);
    }

    /** U-018: something else is to hold from a later day on, which the list would come before. */
    Optional<Refusal> barred(Stored stored, Row row) {
        Under under = row.under();
        if (under == null || !stored.isOtherwise(under)) {
            return Optional.empty();
        }
        boolean later = units.history(stored.id()).stream()
                .anyMatch(period -> period.validFrom().isAfter(clock.today()));
        return later ? Optional.of(MemberUnits.wrongPeriodFrom(clock.today(), under.until())) : Optional.empty();
    }

    void add(Actor actor, List<Row> rows) {
        registry.addUnits(rows.stream()
                .map(row -> new Registry.NewUnit(
                        newId(row.key()),
                        row.key().name(),
                        row.english(),
                        row.kind(),
                        row.network(),
                        row.key().areaPath(),
                        period(actor, row.under())))
                .toList());
    }

    private MemberUnits.@Nullable Period period(Actor actor, @Nullable Under under) {
        return under == null
                ? null
                : new MemberUnits.Period(
                        under.affiliation(), under.source(), clock.today(), under.until(), actor.login());
    }

    void correct(Actor actor, Stored stored, Row row) {
        jdbc.sql("update member_unit set name_en = ?, kind = ?, network = ? where id = ?")
                .params(row.english(), row.kind(), row.network(), stored.id())
                .update();
        Under under = row.under();
        if (under != null && stored.isOtherwise(under)) {
            units.correctToday(actor, stored.id(), under.affiliation(), under.source(), under.until())
                    .orThrow();
        }
    }
}
