package org.tongxin.core.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
import org.tongxin.core.epidemic.Rule;
import org.tongxin.core.epidemic.Scope;
import org.tongxin.core.epidemic.Trigger;
import org.tongxin.core.epidemic.Workload;
import org.tongxin.core.population.Groups;
import org.tongxin.core.population.Links;
import org.tongxin.core.population.Places;
import org.tongxin.core.population.Population;
import org.tongxin.core.population.Sex;

/** A small district of made-up communities, and what may be done in it. */
final class SearchModels {

    static final LegalBasis BASIS = new LegalBasis("Law of Willow District", "article 1", "district government");
    static final Measure.Test TEST = new Measure.Test(0.9, 1, 1);

    private SearchModels() {}

    /** Homes of three in communities of 300, one class of ten for every thirty people. */
    static Population people(int communities) {
        int people = 300 * communities;
        int[] compoundStart =
                IntStream.rangeClosed(0, communities).map(i -> 300 * i).toArray();
        int[] firstCompound = IntStream.rangeClosed(0, communities).toArray();
        Places places = Places.of(compoundStart, firstCompound, new int[] {0, communities});
        byte[] ages = new byte[people];
        for (int person = 0; person < people; person++) {
            ages[person] = Population.ageAndSex(person * 7 % 100, person % 2 == 0 ? Sex.FEMALE : Sex.MALE);
        }
        int[] homes = new int[people / 3];
        Arrays.fill(homes, 3);
        return Population.of(places, ages, homes, classes(people), Links.none());
    }

    private static Groups classes(int people) {
        int[] pupils = IntStream.range(0, people).filter(i -> i % 3 == 0).toArray();
        int classes = pupils.length / 10;
        int[] start = IntStream.rangeClosed(0, classes).map(i -> 10 * i).toArray();
        return Groups.of(classes, start, pupils, IntStream.range(0, classes).toArray(), new int[classes]);
    }

    static Model outbreak(double strength) {
        Contacts contacts = new Contacts(
                Map.of(
                        Layer.HOUSEHOLD, 0.08,
                        Layer.SCHOOL, 0.03,
                        Layer.WORK, 0.0,
                        Layer.COMMUNITY, 0.03,
                        Layer.RANDOM, 0.03),
                4,
                3,
                0.4,
                0.7);
        Capacity capacity = new Capacity(200, 20, 15, 3, 60, 100, 60, 100);
        return new Model(
                people(8),
                Diseases.covid2020(),
                contacts.times(strength),
                Immunity.NONE,
                List.of(new Arrival(-3, Arrival.ANYWHERE, 15)),
                new Response(List.of(), capacity, Workload.ASSUMED, RemainingContacts.ASSUMED, 0.1),
                60);
    }

    static PlannedRule rule(String name, Measure measure, int firstDay, int lastDay) {
        return new PlannedRule(Rule.between(name, measure, firstDay, lastDay), BASIS);
    }

    static PlannedRule tests() {
        return rule("tests", new Measure.SymptomTesting(0.5, TEST), 1, 60);
    }

    static PlannedRule isolation() {
        return rule("isolation", new Measure.CaseIsolation(0.9, 10, true), 1, 60);
    }

    static PlannedRule closure(double remaining, int firstDay, int lastDay) {
        Measure closing = new Measure.ContactLimit(
                Map.of(Layer.SCHOOL, remaining, Layer.COMMUNITY, remaining, Layer.RANDOM, remaining));
        return rule("closure", closing, firstDay, lastDay);
    }

    static Policy isolating() {
        return Policy.of("isolate", List.of(tests(), isolation()));
    }

    static Policy closing() {
        return Policy.of("close", List.of(closure(0.2, 2, 58)));
    }

    static Policy both() {
        return Policy.of("isolate and close", List.of(tests(), isolation(), closure(0.2, 2, 58)));
    }

    static PolicySpace space() {
        List<Scope> district = List.of(new Scope.District());
        List<Trigger> atTheEnd = List.of(new Trigger.AfterDays(60));
        return new PolicySpace(List.of(
                new RuleTemplate(
                        "tests",
                        List.of(new Measure.SymptomTesting(0.3, TEST), new Measure.SymptomTesting(0.6, TEST)),
                        district,
                        RuleTemplate.onDays(1, 9, 4),
                        atTheEnd,
                        List.of(60),
                        0.9,
                        BASIS),
                new RuleTemplate(
                        "isolation",
                        List.of(new Measure.CaseIsolation(0.9, 10, true), new Measure.CaseIsolation(0.6, 10, false)),
                        district,
                        RuleTemplate.onDays(1, 9, 4),
                        atTheEnd,
                        List.of(60),
                        0.9,
                        BASIS),
                new RuleTemplate(
                        "closure",
                        List.of(
                                new Measure.ContactLimit(Map.of(Layer.SCHOOL, 0.0)),
                                new Measure.ContactLimit(
                                        Map.of(Layer.SCHOOL, 0.0, Layer.COMMUNITY, 0.3, Layer.RANDOM, 0.3))),
                        List.of(new Scope.District(), new Scope.EachCommunity()),
                        RuleTemplate.casesReach(2, 10, 4, 7),
                        List.of(new Trigger.CasesFallTo(0, 7)),
                        List.of(14, 28),
                        0.5,
                        BASIS)));
    }
}
