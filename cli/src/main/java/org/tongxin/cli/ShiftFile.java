package org.tongxin.cli;

import java.util.List;
import java.util.function.Consumer;
import org.tongxin.core.allocation.ShiftProblem;
import org.tongxin.core.allocation.ShiftRules;
import org.tongxin.core.allocation.ShiftSlot;

/** Instances of kind shift. */
final class ShiftFile {

    private ShiftFile() {}

    static ShiftProblem problem(DispatchJson json, Consumer<String> say) {
        JsonValue root = json.root();
        DispatchFile.sayUnknown(root, say, "people", "days", "maxPerWeek", "target", "overTargetStep", "slots");
        ShiftRules rules = root.make(() -> new ShiftRules(
                root.get("days").whole(),
                root.get("maxPerWeek").whole(),
                root.get("target").whole(),
                root.get("overTargetStep").large()));
        ShiftProblem.Builder builder =
                root.make(() -> ShiftProblem.builder(root.get("people").whole(), rules));
        List<JsonValue> slots = root.get("slots").items();
        if (slots.isEmpty()) {
            throw root.get("slots").refused("there are no slots, so there is nothing to allocate. Add one.");
        }
        slots.forEach(slot -> slot.make(() -> builder.slot(slot(slot))));
        json.forEachRow(
                "arcs",
                (slot, person, cost) -> builder.pair(DispatchJson.index(slot), DispatchJson.index(person), cost));
        return root.make(builder::build);
    }

    private static ShiftSlot slot(JsonValue slot) {
        int kind = slot.get("kind").whole();
        ShiftSlot.Part[] parts = ShiftSlot.Part.values();
        if (kind < 0 || kind >= parts.length) {
            throw slot.get("kind").wrong("must be 0 (morning), 1 (late) or 2 (night)");
        }
        return new ShiftSlot(
                slot.get("day").whole(), parts[kind], slot.get("unmet").large());
    }
}
