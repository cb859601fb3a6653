package org.tongxin.app.dispatch.internal;

import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.Refusal;
import org.tongxin.core.allocation.DutyHindrance;

/** Says why somebody must rest: as a reason of a list, and as a refusal of a choice. */
final class RestWords {

    private static final int HOUR = 60;

    private RestWords() {}

    static Reason reason(DutyHindrance found) {
        return Reason.of(
                "rest." + found.kind().name(), found.other().day(), hours(found), minutes(found), found.value());
    }

    /** D-053 too little rest, D-054 a morning after a night, D-055 a full week, D-056 a turn on the same day. */
    static Refusal refusal(DutyHindrance found, Rests rests) {
        return switch (found.kind()) {
            case SHORT_REST ->
                Refusal.of(
                        "D-053",
                        found.other().day(),
                        hours(found),
                        minutes(found),
                        rests.rules().rest().toHours(),
                        rests.rules().rest().toMinutesPart());
            case MORNING_AFTER_NIGHT ->
                Refusal.of("D-054", found.other().day(), found.other().ends().toLocalTime());
            case FULL_WEEK -> Refusal.of("D-055", found.value(), rests.rules().turnsPerWeek());
            case SAME_DAY -> Refusal.of("D-056", found.other().day());
        };
    }

    private static long hours(DutyHindrance found) {
        return Math.max(0, found.value()) / HOUR;
    }

    private static long minutes(DutyHindrance found) {
        return Math.max(0, found.value()) % HOUR;
    }
}
