package org.tongxin.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tongxin.core.epidemic.Contacts;
import org.tongxin.core.epidemic.Ensemble;
import org.tongxin.core.epidemic.FirstGeneration;
import org.tongxin.core.epidemic.FittedArrivals;
import org.tongxin.core.epidemic.Model;
import org.tongxin.core.forecast.DistrictFilter;
import org.tongxin.core.forecast.EpidemicState;
import org.tongxin.core.forecast.ForecastSettings;
import org.tongxin.core.forecast.Intervention;
import org.tongxin.core.forecast.Posterior;
import org.tongxin.core.population.Synthesis;

/**
 * The state of a district fitted to its reports, in a model file: some presents are drawn from what the reports allow, and each
 * gives a model of its own, with its infections of the last days and its reproduction number.
 */
final class FittedStateJson {

    private static final int FIRST_CASES = 8000;
    private static final double LEAST_REPRODUCTION = 0.05;
    private static final String CONVERSION = "converted_from_asymptomatic";

    private FittedStateJson() {}

    /** One model for each drawn present. */
    static List<Model> situations(JsonValue value, Model without, Synthesis synthesis) {
        value.only("reports", "places", "until", "lockdownFrom", "draws", "seed");
        LocalDate until = date(value.get("until"));
        Posterior posterior = posterior(value, until, synthesis.totals().residents());
        FittedArrivals arrivals = value.make(() ->
                new FittedArrivals(without.population().places(), synthesis.scale(), weights(value, until, synthesis)));
        long seed = value.whole("seed", 1);
        List<Model> situations = new ArrayList<>();
        for (int draw = 0; draw < Math.max(1, value.whole("draws", 8)); draw++) {
            EpidemicState state = posterior.sample(seed, draw);
            Model started = without.withArrivals(arrivals.of(state.infectionsByAge(), Ensemble.seed(seed, draw)));
            double wanted = Math.max(LEAST_REPRODUCTION, state.reproduction());
            double perContact =
                    value.make(() -> FirstGeneration.perContact(started, synthesis.rates(), wanted, FIRST_CASES, seed));
            situations.add(started.withContacts(Contacts.of(synthesis.rates(), perContact)));
        }
        return situations;
    }

    private static Posterior posterior(JsonValue value, LocalDate until, int residents) {
        DistrictFilter filter = DistrictFilter.of(ForecastSettings.omicron2022(), residents, value.whole("seed", 1));
        if (value.has("lockdownFrom")) {
            filter.announce(Intervention.lockdown(day(date(value.get("lockdownFrom")))));
        }
        reports(value, until)
                .forEach((date, cases) -> value.make(() -> {
                    filter.assimilate(day(date), cases);
                    return filter;
                }));
        return filter.posterior();
    }

    /** New cases by day, those left out that were reported before as infections without symptoms. */
    private static SortedMap<LocalDate, Integer> reports(JsonValue value, LocalDate until) {
        SortedMap<LocalDate, Integer> reports = new TreeMap<>();
        Path file = beside(value.get("reports"));
        for (CsvTable.Row row :
                CsvTable.read(file, "date", "found_in", "new_cases").rows()) {
            LocalDate date = row.cell("date").date();
            if (!date.isAfter(until) && !row.cell("found_in").text().equals(CONVERSION)) {
                reports.merge(date, row.cell("new_cases").neededWholeCount(), Integer::sum);
            }
        }
        if (reports.isEmpty()) {
            throw BadInput.in(file, "there is no report up to " + until + ". Choose a later day in until.");
        }
        return reports;
    }

    /** How many places were named in each street in the week before. */
    private static double[] weights(JsonValue value, LocalDate until, Synthesis synthesis) {
        List<String> codes = synthesis.totals().streets().stream()
                .map(street -> street.code())
                .toList();
        double[] weights = new double[codes.size()];
        if (value.has("places")) {
            Path file = beside(value.get("places"));
            for (CsvTable.Row row :
                    CsvTable.read(file, "date", "street_code", "addresses").rows()) {
                LocalDate date = row.cell("date").date();
                int street = codes.indexOf(row.cell("street_code").text());
                if (street >= 0 && !date.isAfter(until) && date.isAfter(until.minusDays(7))) {
                    weights[street] += row.cell("addresses").neededWholeCount();
                }
            }
        }
        return weights;
    }

    private static Path beside(JsonValue file) {
        return file.file().resolveSibling(file.text()).normalize();
    }

    private static LocalDate date(JsonValue value) {
        try {
            return LocalDate.parse(value.text());
        } catch (DateTimeException wrong) {
            throw value.wrong("must be a date such as 2022-04-01");
        }
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
