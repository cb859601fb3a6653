package org.tongxin.core.epidemic;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What can be done against an epidemic. Strengths are stated by whoever writes the rule; none is known from nature.
 *
 * <p>All kinds are immutable and check their ranges; outside them they throw {@link IllegalArgumentException}.
 */
public sealed interface Measure {

    /**
     * Fewer contacts of everybody: closures, rules of distance, staying in. Between people of two places,
     * the stricter place decides.
     *
     * @param remaining share of transmission that remains, by layer, 0 .. 1; a layer that is not named stays as it is
     */
    record ContactLimit(Map<Layer, Double> remaining) implements Measure {
        /** Checks the ranges. */
        public ContactLimit {
            remaining = shares("remaining transmission", remaining);
        }
    }

    /**
     * Masks outside homes. They restrict nobody, and so add nothing to the person-days restricted. Between people of two places,
     * the one where more of transmission is prevented decides.
     *
     * @param wearing share of contacts at which they are worn, 0 .. 1
     * @param prevented share of transmission prevented at such a contact, 0 .. 1
     */
    record Masks(double wearing, double prevented) implements Measure {
        /** Checks the ranges. */
        public Masks {
            share("share of contacts at which masks are worn", wearing);
            share("share of transmission that masks prevent", prevented);
        }

        /** Share of transmission outside homes that remains, 0 .. 1. */
        double remaining() {
            return 1 - wearing * prevented;
        }
    }

    /**
     * Checkpoints: fewer contacts between people of different communities, outside homes.
     *
     * @param remaining share that remains, 0 .. 1
     */
    record MovementLimit(double remaining) implements Measure {
        /** Checks the range. */
        public MovementLimit {
            share("share of contacts between communities that remains", remaining);
        }
    }

    /**
     * A compound is closed for a number of days once a case in it was confirmed; a further case begins the days anew.
     *
     * @param remaining share of transmission that remains to its people, by layer, 0 .. 1
     * @param days 1 or more
     */
    record CompoundLockdown(Map<Layer, Double> remaining, int days) implements Measure {
        /** Checks the ranges. */
        public CompoundLockdown {
            remaining = shares("remaining transmission", remaining);
            span("days of a closed compound", days, 1);
        }
    }

    /**
     * People with symptoms come for a test.
     *
     * @param dailyProbability that a person with symptoms who has not yet been tested asks for a test on a day, above 0
     * @param test quality and delay
     */
    record SymptomTesting(double dailyProbability, Test test) implements Measure {
        /** Checks the range. */
        public SymptomTesting {
            share("daily probability of asking for a test", dailyProbability);
            if (dailyProbability == 0) {
                throw new IllegalArgumentException(
                        "The daily probability of asking for a test is 0; leave the measure out instead.");
            }
        }
    }

    /**
     * Everybody in the places is called to a test, again and again.
     *
     * @param coverage share of people who come each time, 0 .. 1
     * @param everyDays 1 or more
     * @param test quality and delay
     */
    record Screening(double coverage, int everyDays, Test test) implements Measure {
        /** Checks the ranges. */
        public Screening {
            share("coverage of a screening", coverage);
            span("days between two screenings", everyDays, 1);
        }
    }

    /**
     * Confirmed cases are isolated, in a place while there is one free, else at home.
     *
     * @param compliance share of cases who follow, 0 .. 1
     * @param days until release, 1 or more
     * @param inPlaces whether places of isolation are used at all
     */
    record CaseIsolation(double compliance, int days, boolean inPlaces) implements Measure {
        /** Checks the ranges. */
        public CaseIsolation {
            share("compliance with isolation", compliance);
            span("days of isolation", days, 1);
        }
    }

    /**
     * People isolate by themselves some days after they became infectious, without any test, until they recover, if the rule is
     * in force on that day.
     *
     * @param probability that an infectious person does, 0 .. 1
     * @param afterDays 1 or more
     */
    record SelfIsolation(double probability, int afterDays) implements Measure {
        /** Checks the ranges. */
        public SelfIsolation {
            share("probability of isolating oneself", probability);
            span("days before people isolate by themselves", afterDays, 1);
        }
    }

    /**
     * Contacts of confirmed cases are found, told to stay in quarantine, and tested. The quarantine ends after its days, or before, by
     * a negative result of such a test.
     *
     * @param probability that a contact is found, by layer, 0 .. 1; a layer that is not named is not traced
     * @param delayDays from the confirmation to the contact's quarantine, by layer, 0 or more; 0 acts as 1, and so
     *     does a layer that is not named
     * @param lookBackDays for which contacts of the day are asked after, 0 or more
     * @param compliance share of contacts who follow, 0 .. 1
     * @param quarantineDays 1 or more
     * @param inPlaces whether places of quarantine are used while there are some
     * @param testOnDays days of the quarantine, from 0 on, on which the contact is tested
     * @param test quality and delay
     * @param releaseFromDay first of those days on which a negative result of the sample ends the quarantine of who is no case; on
     *     none of them when empty. A quarantine that begins anew while the result is awaited goes on, and further tests stay due.
     */
    record ContactTracing(
            Map<Layer, Double> probability,
            Map<Layer, Integer> delayDays,
            int lookBackDays,
            double compliance,
            int quarantineDays,
            boolean inPlaces,
            List<Integer> testOnDays,
            Test test,
            OptionalInt releaseFromDay)
            implements Measure {
        /** A quarantine that ends after its days alone. */
        public ContactTracing(
                Map<Layer, Double> probability,
                Map<Layer, Integer> delayDays,
                int lookBackDays,
                double compliance,
                int quarantineDays,
                boolean inPlaces,
                List<Integer> testOnDays,
                Test test) {
            this(
                    probability,
                    delayDays,
                    lookBackDays,
                    compliance,
                    quarantineDays,
                    inPlaces,
                    testOnDays,
                    test,
                    OptionalInt.empty());
        }

        /** Checks the ranges. */
        public ContactTracing {
            probability = shares("probability that a contact is found", probability);
            delayDays = Map.copyOf(delayDays);
            testOnDays = List.copyOf(testOnDays);
            delayDays.values().forEach(days -> span("days of delay in tracing", days, 0));
            testOnDays.forEach(day -> span("day of a contact's test", day, 0));
            span("days that tracing looks back", lookBackDays, 0);
            share("compliance with quarantine", compliance);
            span("days of quarantine", quarantineDays, 1);
            if (releaseFromDay.isPresent()) {
                requireTest(releaseFromDay.getAsInt(), quarantineDays, testOnDays);
            }
        }

        private static void requireTest(int releaseFromDay, int quarantineDays, List<Integer> testOnDays) {
            if (releaseFromDay < 0 || releaseFromDay >= quarantineDays) {
                throw new IllegalArgumentException("The first day of a test that ends a quarantine (" + releaseFromDay
                        + ") must lie in 0.." + (quarantineDays - 1) + ", before the quarantine ends by itself.");
            }
            if (testOnDays.stream().noneMatch(day -> day >= releaseFromDay && day < quarantineDays)) {
                throw new IllegalArgumentException("No contact is tested on day " + releaseFromDay
                        + " of the quarantine or later in it (" + testOnDays + "), so that no test could end it.");
            }
        }

        /** Whether the test of a day of the quarantine may end it. */
        boolean releasesOn(int day) {
            return releaseFromDay.isPresent() && day >= releaseFromDay.getAsInt() && day < quarantineDays;
        }
    }

    /**
     * Vaccination, from the start of the rule on, by age, with one dose or several.
     *
     * @param dailyShare of the eligible people who get their first dose on a day, above 0
     * @param most share of the eligible people who will have had it in the end, 0 .. 1
     * @param fromBand first eligible {@link AgeDecade}
     * @param doses one or more, in their order; a dose that has not yet begun to protect when the rule ends never does
     */
    record Vaccination(double dailyShare, double most, int fromBand, List<Dose> doses) implements Measure {
        /** One dose, which protects from the next day on. */
        public Vaccination(double dailyShare, double most, int fromBand, Protection dose) {
            this(dailyShare, most, fromBand, List.of(new Dose(0, dose)));
        }

        /** Checks the ranges. */
        public Vaccination {
            doses = List.copyOf(doses);
            share("share vaccinated each day", dailyShare);
            if (dailyShare == 0) {
                throw new IllegalArgumentException("The share vaccinated each day (0) must be above 0.");
            }
            share("share vaccinated in the end", most);
            if (fromBand < 0 || fromBand >= AgeDecade.COUNT) {
                throw new IllegalArgumentException("The first age band (" + fromBand
                        + ") to be vaccinated must lie in 0.." + (AgeDecade.COUNT - 1) + ".");
            }
            if (doses.isEmpty()) {
                throw new IllegalArgumentException("A vaccination needs one dose at least.");
            }
            for (int i = 1; i < doses.size(); i++) {
                if (doses.get(i).afterDays() <= doses.get(i - 1).afterDays()) {
                    throw new IllegalArgumentException("The doses must follow one another, but one protects after "
                            + doses.get(i - 1).afterDays() + " days and the next after "
                            + doses.get(i).afterDays() + ".");
                }
            }
        }

        /** Share of the eligible people who have had their first dose after so many days in force. */
        double reached(int daysInForce) {
            return Math.min(most, dailyShare * daysInForce);
        }

        /** What protects a person so many days in force after the morning that follows the first dose. */
        Protection after(int days) {
            Protection protection = Protection.NONE;
            for (Dose dose : doses) {
                if (dose.afterDays() <= days) {
                    protection = dose.protection();
                }
            }
            return protection;
        }
    }

    /**
     * One dose of a vaccination.
     *
     * @param afterDays from the morning after the first dose to the one from which this dose protects, 0 or more; counts days on
     *     which the rule is in force
     * @param protection which takes the place of that of the doses before
     */
    record Dose(int afterDays, Protection protection) {
        /** Checks the range. */
        public Dose {
            span("days before a dose protects", afterDays, 0);
        }
    }

    /**
     * A test for the pathogen.
     *
     * @param sensitivity probability of a positive result for an infectious person, 0 .. 1
     * @param specificity probability of a negative result for anybody else, 0 .. 1
     * @param delayDays from sampling to result, 0 or more
     */
    record Test(double sensitivity, double specificity, int delayDays) {
        /** Checks the ranges. */
        public Test {
            share("sensitivity", sensitivity);
            share("specificity", specificity);
            span("days until a result", delayDays, 0);
        }
    }

    /**
     * What a dose does.
     *
     * @param againstInfection share of infections on equal contact that it prevents, 0 .. 1
     * @param againstSevere share of severe courses among the infected that it prevents, 0 .. 1
     */
    record Protection(double againstInfection, double againstSevere) {
        /** No effect. */
        public static final Protection NONE = new Protection(0, 0);

        /** Checks the ranges. */
        public Protection {
            share("protection against infection", againstInfection);
            share("protection against a severe course", againstSevere);
        }
    }

    private static Map<Layer, Double> shares(String name, Map<Layer, Double> byLayer) {
        if (byLayer.isEmpty()) {
            throw new IllegalArgumentException(
                    "The " + name + " names no layer, so that the measure would do nothing; name one at least.");
        }
        byLayer.forEach((layer, value) -> share(name + " in the layer " + layer, value));
        return Map.copyOf(new EnumMap<>(byLayer));
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("The " + name + " (" + value + ") must lie in 0..1.");
        }
    }

    private static void span(String name, int value, int least) {
        if (value < least || value > Register.MOST_DAYS) {
            throw new IllegalArgumentException(
                    "The " + name + " (" + value + ") must lie in " + least + ".." + Register.MOST_DAYS + ".");
        }
    }
}
