package org.tongxin.app.warning.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.platform.Reason;

/**
 * One part of the index as a page shows it. All points are tenths, so that the parts add up to the index exactly.
 *
 * @param tenths what it adds
 * @param mostTenths what it could add at most
 */
record RiskPart(String name, int tenths, int mostTenths, List<Item> items) {

    /** One indicator. @param sentence {@code null} where nothing is known of it */
    record Item(
            String indicator,
            int tenths,
            int mostTenths,
            @Nullable Reason sentence) {}
}
