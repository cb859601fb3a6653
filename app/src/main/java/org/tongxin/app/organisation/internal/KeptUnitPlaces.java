package org.tongxin.app.organisation.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Editions;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.organisation.PlacesChanged;
import org.tongxin.app.organisation.UnitPlaces;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Reason;
import org.tongxin.core.geo.Datum;
import org.tongxin.core.geo.Datum.Position;
import org.tongxin.core.geo.GreatCircle;
import tools.jackson.databind.json.JsonMapper;

@Service
class KeptUnitPlaces implements UnitPlaces {

    /** No unit of a district lies farther from its middle: a swapped pair or another city's map. */
    private static final double FARTHEST_KILOMETRES = 100;

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Editions editions;
    private final Announcer announcer;
    private final DistrictClock clock;
    private final Audit audit;
    private final JsonMapper json;

    KeptUnitPlaces(
            JdbcClient jdbc,
            Organisation organisation,
            Editions editions,
            Announcer announcer,
            DistrictClock clock,
            Audit audit,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.editions = editions;
        this.announcer = announcer;
        this.clock = clock;
        this.audit = audit;
        this.json = json;
    }

    @Override
    @Transactional
    public Outcome<Placed> place(Actor actor, Datum datum, byte[] file) {
        if (!editions.keeps(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        Map<String, Area> units = Stream.of(AreaLevel.STREET, AreaLevel.COMMUNITY)
                .flatMap(level ->
                        organisation.list(level, organisation.district().path()).stream())
                .collect(Collectors.toMap(Area::path, Function.identity()));
        Outcome<List<UnitMap.Found>> read = UnitMap.read(json, file, datum, units::containsKey);
        if (!(read instanceof Outcome.Accepted<List<UnitMap.Found>> accepted)) {
            return read.map(found -> new Placed(0, 0));
        }
        Area district = organisation.district();
        for (UnitMap.Found found : accepted.value()) {
            if (kilometres(district, found.position()).orElse(0.0) > FARTHEST_KILOMETRES) {
                return Outcome.refused("U-014", accepted.value().indexOf(found) + 1, found.code());
            }
        }
        return Outcome.accepted(place(actor, datum, district, accepted.value(), units));
    }

    private Placed place(Actor actor, Datum datum, Area district, List<UnitMap.Found> found, Map<String, Area> units) {
        double farthest = found.stream()
                .map(unit -> kilometres(units.get(unit.code()), unit.position()))
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        found.forEach(unit -> jdbc.sql("update area set latitude = ?, longitude = ? where path = ?")
                .params(unit.position().latitude(), unit.position().longitude(), unit.code())
                .update());
        Placed placed = new Placed(found.size(), Math.round(farthest * 1000));
        audit.record(actor, "units.placed", district.path(), Map.of("units", placed.units(), "datum", datum));
        announcer.announce(new PlacesChanged(
                announcer.facts(
                        PlacesChanged.class,
                        "map/" + clock.now(),
                        district.path(),
                        actor.login(),
                        null,
                        Reason.of("unitsPlaced", placed.units())),
                placed.units()));
        return placed;
    }

    private static Optional<Double> kilometres(@Nullable Area from, Position to) {
        Double latitude = from == null ? null : from.latitude();
        Double longitude = from == null ? null : from.longitude();
        return latitude == null || longitude == null
                ? Optional.empty()
                : Optional.of(GreatCircle.kilometres(latitude, longitude, to.latitude(), to.longitude()));
    }
}
