package org.tongxin.app.warning.risk;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.organisation.StreetNeighbours;
import org.tongxin.app.organisation.StreetProfile;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.surveillance.DayCount;
import org.tongxin.app.surveillance.Indicator;
import org.tongxin.app.surveillance.Series;
import org.tongxin.core.rating.SmallArea;

/** Exposure and vulnerability: what lies around a street and what it is made of. */
@Component
class PlaceMeasurement implements Measurement {

    /** Inhabitants of a household. Assumption. */
    private static final double INHABITANTS = 2.5;

    private static final int WEEK = 7;
    private static final int LONGEST = 14;

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final StreetNeighbours streetNeighbours;
    private final Series series;

    PlaceMeasurement(JdbcClient jdbc, Organisation organisation, StreetNeighbours streetNeighbours, Series series) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.streetNeighbours = streetNeighbours;
        this.series = series;
    }

    @Override
    public void add(LocalDate day, Map<String, Measures> byStreet) {
        Map<String, StreetProfile> profiles = new HashMap<>();
        organisation.profiles("").forEach(profile -> profiles.put(profile.path(), profile));
        neighbours(day, byStreet);
        raised(day, byStreet, profiles);
        byStreet.forEach((path, measures) ->
                Optional.ofNullable(profiles.get(path)).ifPresent(profile -> vulnerability(profile, measures)));
    }

    /** The index of the day before, so that two streets do not lift one another on the same day. */
    private record Earlier(String path, String name, String nameEn, int tenths) {}

    private void neighbours(LocalDate day, Map<String, Measures> byStreet) {
        Map<String, Earlier> earlier = new HashMap<>();
        jdbc.sql("select r.area_path as path, a.name, a.name_en, r.tenths from risk_index r"
                        + " join area a on a.path = r.area_path where r.data_day = ? and r.level <> 'INSUFFICIENT'")
                .param(day.minusDays(1))
                .query(Earlier.class)
                .list()
                .forEach(each -> earlier.put(each.path(), each));
        Map<String, Set<String>> touching = streetNeighbours.all();
        byStreet.forEach((path, measures) -> touching.getOrDefault(path, Set.of()).stream()
                .map(earlier::get)
                .filter(each -> each != null)
                .max(Comparator.comparingInt(Earlier::tenths).thenComparing(Earlier::path))
                .ifPresent(highest -> measures.known(
                        IndicatorNames.NEIGHBOUR_INDEX,
                        highest.tenths() / 10.0,
                        Reason.of(
                                "risk.neighbourIndex",
                                Reason.name(highest.name(), highest.nameEn()),
                                one(highest.tenths() / 10.0)))));
    }

    /** The rate by households against that of the district, drawn towards it where the street is small. */
    private void raised(LocalDate day, Map<String, Measures> byStreet, Map<String, StreetProfile> profiles) {
        Map<String, List<DayCount>> recent = series.recent(Indicator.ADDRESSES_NAMED, day.minusDays(LONGEST - 1L), day);
        recent.replaceAll((path, days) -> days.subList(0, LONGEST));
        double households = byStreet.keySet().stream()
                .mapToDouble(path -> households(profiles.get(path)))
                .sum();
        int weekOfAll = byStreet.keySet().stream()
                .mapToInt(path -> places(recent.get(path), WEEK))
                .sum();
        int longOfAll = byStreet.keySet().stream()
                .mapToInt(path -> places(recent.get(path), LONGEST))
                .sum();
        byStreet.forEach((path, measures) -> {
            double own = households(profiles.get(path));
            List<DayCount> days = recent.get(path);
            if (own == 0 || days == null || days.getLast().missing()) {
                return;
            }
            SmallArea area = SmallArea.of(
                    new SmallArea.Window[] {
                        new SmallArea.Window(WEEK, places(days, WEEK), weekOfAll * own / households),
                        new SmallArea.Window(LONGEST, places(days, LONGEST), longOfAll * own / households)
                    },
                    (int) Math.round(own * INHABITANTS));
            if (area.state() == SmallArea.State.OWN) {
                boolean week = area.days() == WEEK;
                measures.known(
                        IndicatorNames.PROBABILITY_RAISED,
                        area.probabilityRaised(),
                        Reason.of(
                                "risk.probabilityRaised",
                                Math.round(100 * area.probabilityRaised()),
                                area.days(),
                                places(days, area.days()),
                                one((week ? weekOfAll : longOfAll) * own / households)));
            }
        });
    }

    private static double households(@Nullable StreetProfile profile) {
        return profile == null ? 0 : profile.households();
    }

    /** Places named in the last days; days without a notice add none. */
    private static int places(@Nullable List<DayCount> days, int last) {
        if (days == null) {
            return 0;
        }
        return days.subList(Math.max(0, days.size() - last), days.size()).stream()
                .mapToInt(day -> Optional.ofNullable(day.value()).orElse(0))
                .sum();
    }

    private static void vulnerability(StreetProfile profile, Measures measures) {
        if (profile.compounds() > 0) {
            measures.known(
                    IndicatorNames.UNMANAGED_SHARE,
                    (double) profile.unmanaged() / profile.compounds(),
                    Reason.of("risk.unmanagedShare", profile.unmanaged(), profile.compounds()));
        }
        if (profile.communities() > 0) {
            measures.known(
                    IndicatorNames.OLD_SHARE,
                    (double) profile.old() / profile.communities(),
                    Reason.of("risk.oldShare", profile.old(), profile.communities()));
        }
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
