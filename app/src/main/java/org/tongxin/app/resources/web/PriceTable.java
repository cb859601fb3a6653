package org.tongxin.app.resources.web;

import java.util.EnumMap;
import java.util.Map;
import org.tongxin.app.resources.NeedPriority;
import org.tongxin.app.resources.ShortageTable;

/** The {@link ShortageTable} as a page shows it. */
record PriceTable(
        String version,
        int firstPerCent,
        int secondPerCent,
        long first,
        long second,
        long third,
        long flat,
        long unknownMetres,
        int keepsDays,
        long longestWayMetres,
        long waitMetres,
        int horizonDays,
        int producerFromDay,
        Map<NeedPriority, Long> factors) {

    static PriceTable now() {
        Map<NeedPriority, Long> factors = new EnumMap<>(NeedPriority.class);
        for (NeedPriority priority : NeedPriority.values()) {
            factors.put(priority, ShortageTable.factor(priority));
        }
        return new PriceTable(
                ShortageTable.VERSION,
                ShortageTable.FIRST_PER_CENT,
                ShortageTable.SECOND_PER_CENT,
                ShortageTable.FIRST,
                ShortageTable.SECOND,
                ShortageTable.THIRD,
                ShortageTable.FLAT,
                ShortageTable.UNKNOWN_METRES,
                ShortageTable.KEEPS_DAYS,
                ShortageTable.LONGEST_WAY_METRES,
                ShortageTable.WAIT_METRES,
                ShortageTable.HORIZON_DAYS,
                ShortageTable.PRODUCER_FROM_DAY,
                factors);
    }
}
