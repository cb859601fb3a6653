package org.tongxin.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tongxin.core.epidemic.Arrival;
import org.tongxin.core.epidemic.Capacity;
import org.tongxin.core.epidemic.Contacts;
import org.tongxin.core.epidemic.Diseases;
import org.tongxin.core.epidemic.Immunity;
import org.tongxin.core.epidemic.Layer;
import org.tongxin.core.epidemic.Measure;
import org.tongxin.core.epidemic.Model;
import org.tongxin.core.epidemic.RemainingContacts;
import org.tongxin.core.epidemic.Response;
import org.tongxin.core.epidemic.Scope;
import org.tongxin.core.epidemic.Trigger;
import org.tongxin.core.epidemic.Workload;
import org.tongxin.core.population.AgeBand;
import org.tongxin.core.population.AreaWeight;
import org.tongxin.core.population.CollectiveQuarters;
import org.tongxin.core.population.ContactMatrices;
import org.tongxin.core.population.DistrictTotals;
import org.tongxin.core.population.Setting;
import org.tongxin.core.population.StreetWeights;
import org.tongxin.core.population.Synthesis;
import org.tongxin.core.population.SynthesisSettings;
import org.tongxin.core.population.Synthesiser;
import org.tongxin.core.search.LegalBasis;
import org.tongxin.core.search.PolicySpace;
import org.tongxin.core.search.RuleTemplate;

/**
 * A made-up district of 100,000 people in 120 communities, early in an outbreak, and the rules that its command may vary. Every
 * number is an assumption.
 */
final class SearchDistrict {

    static final int PEOPLE = 100_000;
    private static final int STREETS = 8;
    private static final int COMMUNITIES = 15;
    private static final int OLDEST = 85;
    private static final int DAYS = 90;
    private static final int FIRST_CASES = 60;
    /** Makes four fifths ill when nothing is done. */
    private static final double PER_CONTACT = 0.022;

    private static final Capacity CAPACITY = new Capacity(3_000, 150, 400, 40, 600, 2_000, 900, 1_500);
    private static final double DEATHS_WITHOUT_BED = 0.1;
    private static final Measure.Test TEST = new Measure.Test(0.9, 0.999, 1);
    private static final LegalBasis BASIS = new LegalBasis(
            "Law on the Prevention and Treatment of Infectious Diseases",
            "made up for the measure",
            "district government");

    private SearchDistrict() {}

    static Model outbreak() {
        Synthesis synthesis = Synthesiser.synthesise(totals(), SynthesisSettings.STANDARD, 1, 20221127);
        return new Model(
                synthesis.population(),
                Diseases.covid2020(),
                Contacts.of(synthesis.rates(), PER_CONTACT),
                Immunity.NONE,
                List.of(new Arrival(-7, Arrival.ANYWHERE, FIRST_CASES)),
                new Response(List.of(), CAPACITY, Workload.ASSUMED, RemainingContacts.ASSUMED, DEATHS_WITHOUT_BED),
                DAYS);
    }

    private static DistrictTotals totals() {
        return new DistrictTotals(
                "district",
                "made up",
                PEOPLE,
                streets(),
                0.518,
                List.of(new AgeBand(0, 0.1), new AgeBand(15, 0.67), new AgeBand(60, 0.23)),
                pyramid(),
                new CollectiveQuarters(0.1, 0.2, 0.05),
                2.32,
                List.of(42.0, 82.0, 59.0, 17.0, 11.0, 3.0),
                contacts(),
                List.of());
    }

    private static List<StreetWeights> streets() {
        List<StreetWeights> streets = new ArrayList<>();
        for (int street = 0; street < STREETS; street++) {
            List<AreaWeight> communities = new ArrayList<>();
            for (int community = 0; community < COMMUNITIES; community++) {
                communities.add(new AreaWeight(street + "-" + community, "community", 1));
            }
            streets.add(new StreetWeights(String.valueOf(street), "street", communities));
        }
        return streets;
    }

    private static List<Double> pyramid() {
        List<Double> pyramid = new ArrayList<>();
        for (int age = 0; age < OLDEST; age++) {
            pyramid.add(100.0 - Math.abs(age - 35));
        }
        return pyramid;
    }

    /** People meet their like; shares such that the means by setting are near the published ones. */
    private static ContactMatrices contacts() {
        Map<Setting, Double> share =
                Map.of(Setting.HOUSEHOLD, 0.95, Setting.SCHOOL, 0.7, Setting.WORK, 0.65, Setting.COMMUNITY, 1.0);
        Map<Setting, double[][]> matrices = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            double[][] matrix = new double[ContactMatrices.GROUPS][ContactMatrices.GROUPS];
            for (int group = 0; group < ContactMatrices.GROUPS; group++) {
                boolean meets = switch (setting) {
                    case WORK -> group >= 4 && group < 12;
                    case SCHOOL -> group < 4;
                    default -> true;
                };
                matrix[group][group] = meets ? share.get(setting) : 0;
            }
            matrices.put(setting, matrix);
        }
        return ContactMatrices.of(matrices);
    }

    static PolicySpace rules() {
        return new PolicySpace(List.of(
                template("tests", testing(), everywhere(), RuleTemplate.onDays(1, 7, 2), List.of(DAYS), 0.95),
                template("isolation", isolation(), everywhere(), RuleTemplate.onDays(1, 7, 2), List.of(DAYS), 0.95),
                template("tracing", tracing(), everywhere(), RuleTemplate.onDays(1, 10, 3), List.of(DAYS), 0.8),
                template("closures", closures(), places(), byCases(5, 40), List.of(14, 28, 42, 60), 0.6),
                template("checkpoints", checkpoints(), places(), byCases(5, 40), List.of(14, 28, 42), 0.4),
                template(
                        "compounds",
                        compounds(),
                        everywhere(),
                        RuleTemplate.onDays(1, 10, 3),
                        List.of(28, DAYS),
                        0.4)));
    }

    private static RuleTemplate template(
            String name,
            List<Measure> strengths,
            List<Scope> scopes,
            List<Trigger> starts,
            List<Integer> days,
            double share) {
        List<Trigger> stops = starts.getFirst() instanceof Trigger.OnDay
                ? List.of(new Trigger.AfterDays(DAYS))
                : List.of(new Trigger.CasesFallTo(0, 7), new Trigger.CasesFallTo(2, 7));
        return new RuleTemplate(name, strengths, scopes, starts, stops, days, share, BASIS);
    }

    private static List<Scope> everywhere() {
        return List.of(new Scope.District());
    }

    private static List<Scope> places() {
        return List.of(new Scope.District(), new Scope.EachStreet(), new Scope.EachCommunity());
    }

    private static List<Trigger> byCases(int least, int most) {
        return RuleTemplate.casesReach(least, most, 5, 7);
    }

    private static List<Measure> testing() {
        return List.of(
                new Measure.SymptomTesting(0.2, TEST),
                new Measure.SymptomTesting(0.4, TEST),
                new Measure.SymptomTesting(0.6, TEST));
    }

    private static List<Measure> isolation() {
        return List.of(new Measure.CaseIsolation(0.8, 10, false), new Measure.CaseIsolation(0.9, 10, true));
    }

    private static List<Measure> tracing() {
        return List.of(tracing(0.3, 7), tracing(0.5, 7), tracing(0.5, 14), tracing(0.7, 10));
    }

    private static Measure tracing(double share, int days) {
        return new Measure.ContactTracing(
                Map.of(Layer.HOUSEHOLD, 1.0, Layer.SCHOOL, share, Layer.WORK, share, Layer.COMMUNITY, share / 2),
                Map.of(Layer.HOUSEHOLD, 0, Layer.COMMUNITY, 2),
                3,
                0.8,
                days,
                true,
                List.of(0, 5),
                TEST);
    }

    private static List<Measure> closures() {
        return List.of(
                new Measure.ContactLimit(Map.of(Layer.SCHOOL, 0.1)),
                new Measure.ContactLimit(Map.of(Layer.SCHOOL, 0.1, Layer.WORK, 0.6)),
                new Measure.ContactLimit(Map.of(Layer.SCHOOL, 0.0, Layer.WORK, 0.4, Layer.RANDOM, 0.5)),
                new Measure.ContactLimit(
                        Map.of(Layer.SCHOOL, 0.0, Layer.WORK, 0.2, Layer.COMMUNITY, 0.5, Layer.RANDOM, 0.2)));
    }

    private static List<Measure> checkpoints() {
        return List.of(new Measure.MovementLimit(0.7), new Measure.MovementLimit(0.5), new Measure.MovementLimit(0.3));
    }

    private static List<Measure> compounds() {
        return List.of(
                new Measure.CompoundLockdown(Map.of(Layer.COMMUNITY, 0.3, Layer.RANDOM, 0.3), 7),
                new Measure.CompoundLockdown(Map.of(Layer.COMMUNITY, 0.1, Layer.RANDOM, 0.1, Layer.WORK, 0.2), 14));
    }
}
