package org.tongxin.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.tongxin.core.epidemic.AgeDecade;
import org.tongxin.core.epidemic.Layer;
import org.tongxin.core.epidemic.Measure;
import org.tongxin.core.population.Population;

/** A measure in a model file: its kind by name, and its strengths. */
final class MeasureJson {

    private static final List<String> KINDS = List.of(
            "contactLimit",
            "masks",
            "movementLimit",
            "compoundLockdown",
            "symptomTesting",
            "screening",
            "caseIsolation",
            "selfIsolation",
            "contactTracing",
            "vaccination");

    private MeasureJson() {}

    /** The fields that belong to a kind of measure. */
    static List<String> fields(JsonValue kind) {
        return switch (kind.text()) {
            case "contactLimit" -> List.of("remaining");
            case "masks" -> List.of("wearing", "prevented");
            case "movementLimit" -> List.of("remainingBetweenCommunities");
            case "compoundLockdown" -> List.of("remaining", "days");
            case "symptomTesting" -> List.of("dailyProbability", "test");
            case "screening" -> List.of("coverage", "everyDays", "test");
            case "caseIsolation" -> List.of("compliance", "days", "inPlaces");
            case "selfIsolation" -> List.of("probability", "afterDays");
            case "contactTracing" ->
                List.of(
                        "found",
                        "delayDays",
                        "lookBackDays",
                        "compliance",
                        "quarantineDays",
                        "inPlaces",
                        "testOnDays",
                        "test",
                        "releaseFromDay");
            case "vaccination" ->
                List.of("dailyShare", "most", "fromAge", "againstInfection", "againstSevere", "doses");
            default -> throw kind.wrong("must be one of " + String.join(", ", KINDS));
        };
    }

    static Measure measure(JsonValue rule) {
        return rule.make(() -> of(rule));
    }

    private static Measure of(JsonValue rule) {
        return switch (rule.get("measure").text()) {
            case "contactLimit" -> new Measure.ContactLimit(byLayer(rule.get("remaining"), JsonValue::number));
            case "masks" ->
                new Measure.Masks(
                        rule.get("wearing").number(), rule.get("prevented").number());
            case "movementLimit" ->
                new Measure.MovementLimit(
                        rule.get("remainingBetweenCommunities").number());
            case "compoundLockdown" ->
                new Measure.CompoundLockdown(
                        byLayer(rule.get("remaining"), JsonValue::number),
                        rule.get("days").whole());
            case "symptomTesting" ->
                new Measure.SymptomTesting(rule.get("dailyProbability").number(), test(rule.get("test")));
            case "screening" ->
                new Measure.Screening(
                        rule.get("coverage").number(), rule.get("everyDays").whole(), test(rule.get("test")));
            case "caseIsolation" ->
                new Measure.CaseIsolation(
                        rule.get("compliance").number(),
                        rule.get("days").whole(),
                        rule.get("inPlaces").flag());
            case "selfIsolation" ->
                new Measure.SelfIsolation(
                        rule.get("probability").number(), rule.get("afterDays").whole());
            case "vaccination" -> vaccination(rule);
            default -> tracing(rule);
        };
    }

    private static Measure tracing(JsonValue rule) {
        return new Measure.ContactTracing(
                byLayer(rule.get("found"), JsonValue::number),
                byLayer(rule.get("delayDays"), JsonValue::whole),
                rule.get("lookBackDays").whole(),
                rule.get("compliance").number(),
                rule.get("quarantineDays").whole(),
                rule.get("inPlaces").flag(),
                rule.get("testOnDays").items().stream().map(JsonValue::whole).toList(),
                test(rule.get("test")),
                rule.has("releaseFromDay")
                        ? OptionalInt.of(rule.get("releaseFromDay").whole())
                        : OptionalInt.empty());
    }

    private static Measure vaccination(JsonValue rule) {
        return new Measure.Vaccination(
                rule.get("dailyShare").number(),
                rule.get("most").number(),
                AgeDecade.of(age(rule.get("fromAge"))),
                doses(rule));
    }

    /** A list, or the protection of the only dose, which begins at once. */
    private static List<Measure.Dose> doses(JsonValue rule) {
        if (!rule.has("doses")) {
            return List.of(new Measure.Dose(0, protection(rule)));
        }
        for (String field : List.of("againstInfection", "againstSevere")) {
            if (rule.has(field)) {
                throw rule.get(field).wrong("must stand with each of the doses, or there must be no doses");
            }
        }
        return rule.get("doses").items().stream().map(MeasureJson::dose).toList();
    }

    private static Measure.Dose dose(JsonValue dose) {
        dose.only("afterDays", "againstInfection", "againstSevere");
        return dose.make(() -> new Measure.Dose(dose.get("afterDays").whole(), protection(dose)));
    }

    private static Measure.Protection protection(JsonValue value) {
        return new Measure.Protection(
                value.get("againstInfection").number(),
                value.get("againstSevere").number());
    }

    private static int age(JsonValue value) {
        int years = value.whole();
        if (years < 0 || years > Population.MAX_AGE) {
            throw value.wrong("must be an age from 0 to " + Population.MAX_AGE);
        }
        return years;
    }

    private static Measure.Test test(JsonValue value) {
        value.only("sensitivity", "specificity", "delayDays");
        return value.make(() -> new Measure.Test(
                value.get("sensitivity").number(),
                value.number("specificity", 1),
                value.get("delayDays").whole()));
    }

    static <T> Map<Layer, T> byLayer(JsonValue value, Function<JsonValue, T> reading) {
        Map<Layer, T> byLayer = new EnumMap<>(Layer.class);
        for (String field : value.fields()) {
            byLayer.put(layer(value, field), reading.apply(value.get(field)));
        }
        return byLayer;
    }

    private static Layer layer(JsonValue value, String name) {
        for (Layer layer : Layer.values()) {
            if (layer.name().toLowerCase(Locale.ROOT).equals(name)) {
                return layer;
            }
        }
        throw value.refused("there is no layer " + name + "; there are household, school, work, community, random.");
    }
}
