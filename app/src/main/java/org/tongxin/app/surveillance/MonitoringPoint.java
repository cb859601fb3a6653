package org.tongxin.app.surveillance;

import java.util.UUID;

/**
 * One series of one place.
 *
 * @param code short stable name, as reporters write it
 * @param source where its figures come from
 * @param scenario true where the figures are made up
 * @param fixedThreshold signals above this count while the history is too short for a statistical method
 */
public record MonitoringPoint(
        UUID id,
        String code,
        String areaPath,
        Indicator indicator,
        String name,
        String nameEn,
        String source,
        boolean scenario,
        int fixedThreshold) {}
