package org.tongxin.app.warning.web;

import org.tongxin.core.rating.RiskIndex;

/**
 * What would lower an index, as a page says it.
 *
 * @param from the indicator now, in whole units of its sentence
 * @param to what it would have to become
 * @param tenths tenths of a point that this takes off
 * @param enough whether it alone leaves the level
 */
record ReliefLine(String indicator, long from, long to, int tenths, boolean enough) {

    static ReliefLine of(RiskIndex.Relief relief, int needed) {
        int unit = relief.indicator().endsWith("Overdue") || relief.indicator().endsWith("Share") ? 100 : 1;
        return new ReliefLine(
                relief.indicator(),
                Math.round(unit * relief.from()),
                (long) Math.floor(unit * relief.to()),
                relief.tenths(),
                relief.tenths() >= needed);
    }
}
