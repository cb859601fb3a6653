package org.tongxin.core.epidemic;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tongxin.core.population.Groups;
import org.tongxin.core.population.Links;
import org.tongxin.core.population.Places;
import org.tongxin.core.population.Population;
import org.tongxin.core.population.Sex;

/** Small situations for tests. */
final class TestModels {

    private TestModels() {}

    /** Homes of equal size, in communities of equal size with compounds of equal size. */
    static Population homes(int homes, int size, int communities, int compoundsEach) {
        int people = homes * size;
        int compounds = communities * compoundsEach;
        int[] compoundStart = new int[compounds + 1];
        for (int i = 0; i <= compounds; i++) {
            compoundStart[i] = homes / compounds * size * i;
        }
        compoundStart[compounds] = people;
        int[] firstCompound = new int[communities + 1];
        Arrays.setAll(firstCompound, i -> i * compoundsEach);
        Places places = Places.of(compoundStart, firstCompound, new int[] {0, communities});
        return Population.of(places, ages(people), filled(homes, size), groups(people), Links.none());
    }

    /** Every fourth person in a class of ten, two of four in a team of eight. */
    private static Groups groups(int people) {
        int[] pupils = IntStream.range(0, people).filter(i -> i % 4 == 0).toArray();
        int[] workers =
                IntStream.range(0, people).filter(i -> i % 4 == 1 || i % 4 == 2).toArray();
        int classes = (pupils.length + 9) / 10;
        int teams = (workers.length + 7) / 8;
        int[] start = new int[classes + teams + 1];
        for (int i = 0; i <= classes; i++) {
            start[i] = Math.min(10 * i, pupils.length);
        }
        for (int i = 1; i <= teams; i++) {
            start[classes + i] = pupils.length + Math.min(8 * i, workers.length);
        }
        int[] members =
                IntStream.concat(Arrays.stream(pupils), Arrays.stream(workers)).toArray();
        int[] units = new int[classes + teams];
        Arrays.setAll(units, i -> i);
        return Groups.of(classes, start, members, units, new int[classes + teams]);
    }

    private static byte[] ages(int people) {
        byte[] ages = new byte[people];
        for (int person = 0; person < people; person++) {
            ages[person] = Population.ageAndSex(person * 7 % 100, person % 2 == 0 ? Sex.FEMALE : Sex.MALE);
        }
        return ages;
    }

    static int[] filled(int length, int value) {
        int[] all = new int[length];
        Arrays.fill(all, value);
        return all;
    }

    /** Everybody alone, with strangers only. */
    static Population loners(int people) {
        return Population.of(Places.single(people), ages(people), filled(people, 1), Groups.none(), Links.none());
    }

    static Contacts strangersOnly(double transmission, int strangers) {
        return new Contacts(
                Map.of(
                        Layer.HOUSEHOLD,
                        0.0,
                        Layer.SCHOOL,
                        0.0,
                        Layer.WORK,
                        0.0,
                        Layer.COMMUNITY,
                        0.0,
                        Layer.RANDOM,
                        transmission),
                0,
                strangers,
                0,
                0);
    }

    static Contacts everywhere() {
        return new Contacts(
                Map.of(
                        Layer.HOUSEHOLD,
                        0.06,
                        Layer.SCHOOL,
                        0.03,
                        Layer.WORK,
                        0.03,
                        Layer.COMMUNITY,
                        0.02,
                        Layer.RANDOM,
                        0.02),
                4,
                3,
                0.4,
                0.7);
    }

    /** All stages, often enough to be seen in a small place. */
    static Disease grave() {
        double[] susceptibility = {0.34, 0.67, 1, 1, 1, 1, 1.24, 1.47, 1.47, 1.47};
        return new Disease(
                "grave",
                "made up for tests",
                Period.logNormal(3, 1, 1),
                Period.fixed(2),
                Period.fixed(7),
                Period.logNormal(6, 2, 1),
                Period.fixed(4),
                Period.fixed(10),
                Period.fixed(2),
                Period.fixed(12),
                Period.fixed(8),
                new Infectiousness(0.45, 2, 2, 0.5),
                susceptibility,
                share(0.7),
                share(0.3),
                share(0.15),
                share(0.06));
    }

    static double[] share(double value) {
        double[] all = new double[AgeDecade.COUNT];
        Arrays.fill(all, value);
        return all;
    }

    static Model of(Population population, Disease disease, Contacts contacts, int seeds, int days, Rule... rules) {
        return new Model(
                population,
                disease,
                contacts,
                Immunity.NONE,
                List.of(new Arrival(0, Arrival.ANYWHERE, seeds)),
                Response.NOTHING.withRules(List.of(rules)),
                days);
    }

    /** Tests, isolation, tracing, quarantine, closures and closed compounds, all at work. */
    static List<Rule> everything() {
        Measure.Test test = new Measure.Test(0.9, 0.999, 1);
        return List.of(
                Rule.between("tests", new Measure.SymptomTesting(0.5, test), 1, 100),
                Rule.between("isolation", new Measure.CaseIsolation(0.9, 10, true), 1, 100),
                Rule.between(
                        "tracing",
                        new Measure.ContactTracing(
                                Map.of(
                                        Layer.HOUSEHOLD,
                                        1.0,
                                        Layer.SCHOOL,
                                        0.5,
                                        Layer.WORK,
                                        0.5,
                                        Layer.COMMUNITY,
                                        0.3,
                                        Layer.RANDOM,
                                        0.1),
                                Map.of(Layer.HOUSEHOLD, 0, Layer.RANDOM, 2),
                                3,
                                0.8,
                                7,
                                false,
                                List.of(0, 5),
                                test),
                        5,
                        100),
                new Rule(
                        "closure",
                        new Measure.ContactLimit(Map.of(Layer.SCHOOL, 0.0, Layer.WORK, 0.5)),
                        new Scope.EachCommunity(),
                        new Trigger.CasesReach(10, 7),
                        new Trigger.CasesFallTo(1, 7),
                        30),
                Rule.between(
                        "compounds",
                        new Measure.CompoundLockdown(Map.of(Layer.COMMUNITY, 0.1, Layer.RANDOM, 0.1), 7),
                        8,
                        100),
                Rule.between("checkpoints", new Measure.MovementLimit(0.3), 10, 100),
                Rule.between("screening", new Measure.Screening(0.3, 5, test), 12, 40));
    }
}
