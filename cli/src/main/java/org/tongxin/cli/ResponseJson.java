package org.tongxin.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tongxin.core.epidemic.Capacity;
import org.tongxin.core.epidemic.Layer;
import org.tongxin.core.epidemic.RemainingContacts;
import org.tongxin.core.epidemic.Response;
import org.tongxin.core.epidemic.Restriction;
import org.tongxin.core.epidemic.Rule;
import org.tongxin.core.epidemic.Workload;

/** Rules, capacities, workloads and what remains to restricted people, in a model file. */
final class ResponseJson {

    private ResponseJson() {}

    static Response response(JsonValue model) {
        List<Rule> rules = model.has("rules") ? RuleJson.rules(model.get("rules")) : List.of();
        Capacity capacity = model.has("capacity") ? capacity(model.get("capacity")) : Capacity.UNLIMITED;
        Workload workload = model.has("workload") ? workload(model.get("workload")) : Workload.ASSUMED;
        RemainingContacts remaining =
                model.has("remainingContacts") ? remaining(model.get("remainingContacts")) : RemainingContacts.ASSUMED;
        double deaths = model.number("deathsWithoutBed", 0);
        return model.make(() -> new Response(rules, capacity, workload, remaining, deaths));
    }

    private static Capacity capacity(JsonValue value) {
        value.only(
                "testsPerDay",
                "casesTracedPerDay",
                "beds",
                "intensiveBeds",
                "isolationPlaces",
                "quarantinePlaces",
                "staff",
                "volunteers");
        return value.make(() -> new Capacity(
                value.whole("testsPerDay", Capacity.ENOUGH),
                value.whole("casesTracedPerDay", Capacity.ENOUGH),
                value.whole("beds", Capacity.ENOUGH),
                value.whole("intensiveBeds", Capacity.ENOUGH),
                value.whole("isolationPlaces", Capacity.ENOUGH),
                value.whole("quarantinePlaces", Capacity.ENOUGH),
                value.whole("staff", Capacity.ENOUGH),
                value.whole("volunteers", Capacity.ENOUGH)));
    }

    private static Workload workload(JsonValue value) {
        value.only(
                "staffPerCheckpoint",
                "staffPerThousandHeld",
                "volunteersPerThousandHeld",
                "testsPerStaffDay",
                "casesPerTracerDay",
                "parcelsPerHeldDay",
                "masksPerStaffDay");
        Workload assumed = Workload.ASSUMED;
        return value.make(() -> new Workload(
                value.number("staffPerCheckpoint", assumed.staffPerCheckpoint()),
                value.number("staffPerThousandHeld", assumed.staffPerThousandHeld()),
                value.number("volunteersPerThousandHeld", assumed.volunteersPerThousandHeld()),
                value.number("testsPerStaffDay", assumed.testsPerStaffDay()),
                value.number("casesPerTracerDay", assumed.casesPerTracerDay()),
                value.number("parcelsPerHeldDay", assumed.parcelsPerHeldDay()),
                value.number("masksPerStaffDay", assumed.masksPerStaffDay())));
    }

    private static RemainingContacts remaining(JsonValue value) {
        value.only("quarantineAtHome", "quarantinePlace", "isolationAtHome", "isolationPlace", "hospital");
        Map<Restriction, double[]> shares = new EnumMap<>(Restriction.class);
        for (Restriction restriction : Restriction.values()) {
            shares.put(restriction, assumed(restriction));
        }
        shares.remove(Restriction.NONE);
        for (String name : value.fields()) {
            Map<Layer, Double> byLayer = MeasureJson.byLayer(value.get(name), JsonValue::number);
            byLayer.forEach((layer, share) -> shares(shares, restriction(name))[layer.ordinal()] = share);
        }
        return value.make(() -> RemainingContacts.of(shares));
    }

    private static double[] shares(Map<Restriction, double[]> all, Restriction restriction) {
        return all.getOrDefault(restriction, new double[0]);
    }

    private static double[] assumed(Restriction restriction) {
        double[] shares = new double[Layer.values().length];
        for (Layer layer : Layer.values()) {
            shares[layer.ordinal()] = RemainingContacts.ASSUMED.share(restriction, layer);
        }
        return shares;
    }

    private static Restriction restriction(String name) {
        return switch (name) {
            case "quarantineAtHome" -> Restriction.QUARANTINE_AT_HOME;
            case "quarantinePlace" -> Restriction.QUARANTINE_PLACE;
            case "isolationAtHome" -> Restriction.ISOLATION_AT_HOME;
            case "isolationPlace" -> Restriction.ISOLATION_PLACE;
            default -> Restriction.HOSPITAL;
        };
    }
}
