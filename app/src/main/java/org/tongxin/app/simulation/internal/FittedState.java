package org.tongxin.app.simulation.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.app.simulation.Situation;
import org.tongxin.app.surveillance.DayCount;
import org.tongxin.app.surveillance.Indicator;
import org.tongxin.app.surveillance.MonitoringPoint;
import org.tongxin.app.surveillance.Series;
import org.tongxin.core.forecast.Band;
import org.tongxin.core.forecast.DistrictFilter;
import org.tongxin.core.forecast.ForecastSettings;
import org.tongxin.core.forecast.Posterior;

/**
 * Reads the district's own series and follows it with the filter. Cases of a day are those found in the community and those
 * found in quarantine; a day on which either is missing is left out. Announced measures are left out: what they do shows in R.
 */
@Component
public class FittedState {

    /** Days of named places that say where cases are now. */
    private static final int PLACE_DAYS = 7;

    private final Series series;
    private final PlatformSettings settings;

    FittedState(Series series, PlatformSettings settings) {
        this.series = series;
        this.settings = settings;
    }

    /** The reports of a district up to a day, oldest first. */
    public List<Situation.Reported> reported(String district, LocalDate until) {
        Map<LocalDate, Integer> community = days(district, Indicator.CASES_IN_COMMUNITY, until);
        Map<LocalDate, Integer> quarantine = days(district, Indicator.CASES_IN_QUARANTINE, until);
        List<Situation.Reported> reported = new ArrayList<>();
        community.forEach((day, found) -> {
            Integer others = quarantine.get(day);
            if (others != null || quarantine.isEmpty()) {
                reported.add(new Situation.Reported(day, found + (others == null ? 0 : others)));
            }
        });
        reported.sort(java.util.Comparator.comparing(Situation.Reported::day));
        return reported;
    }

    private Map<LocalDate, Integer> days(String district, Indicator indicator, LocalDate until) {
        Optional<MonitoringPoint> point = series.points(district).stream()
                .filter(each -> each.indicator() == indicator && each.areaPath().equals(district))
                .findFirst();
        Optional<LocalDate> first = series.firstDay(district, indicator);
        Map<LocalDate, Integer> counts = new HashMap<>();
        if (point.isPresent() && first.isPresent()) {
            for (DayCount day : series.days(point.get().id(), first.get(), until)) {
                Integer value = day.value();
                if (value != null) {
                    counts.put(day.day(), value);
                }
            }
        }
        return counts;
    }

    /** The situation of a district as it is known, fitted. @param reported enough days */
    public Situation situation(String district, int residents, List<Situation.Reported> reported, List<String> warned) {
        Posterior posterior = posterior(residents, reported);
        LocalDate last = reported.getLast().day();
        Map<String, Integer> places = new HashMap<>();
        series.recent(Indicator.ADDRESSES_NAMED, last.minusDays(PLACE_DAYS - 1L), last)
                .forEach((path, days) -> {
                    int named = days.stream()
                            .map(DayCount::value)
                            .mapToInt(value -> value == null ? 0 : value)
                            .sum();
                    if (path.startsWith(district) && path.length() == 9 && named > 0) {
                        places.put(path, named);
                    }
                });
        return new Situation(
                reported,
                places,
                warned,
                spread(posterior.effectiveReproduction()),
                spread(posterior.infections(posterior.day())),
                spread(posterior.ascertainment()));
    }

    /** What the reports say; the same reports say the same. */
    Posterior posterior(int residents, List<Situation.Reported> reported) {
        DistrictFilter filter = DistrictFilter.of(ForecastSettings.omicron2022(), residents, settings.seed());
        reported.forEach(each -> filter.assimilate((int) each.day().toEpochDay(), each.count()));
        return filter.posterior();
    }

    private static Situation.Spread spread(Band band) {
        return new Situation.Spread(round(band.low90()), round(band.median()), round(band.high90()));
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
