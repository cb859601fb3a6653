package org.tongxin.app.dispatch;

import java.util.Map;

/**
 * How many people a community needs for its everyday service in an emergency, by its type: work-unit estates, commercial housing,
 * redeveloped villages, old estates, administrative villages. Version {@value #VERSION}; every figure is a suggested value.
 *
 * <p>The types and that they differ are the study's; the figures are the product's own.
 */
public final class WorkForceRule {

    public static final String VERSION = "1";

    /** People for each entrance of a compound without property management. */
    public static final int PER_UNMANAGED_ENTRANCE = 2;

    private static final Map<String, Integer> PER_THOUSAND_HOUSEHOLDS =
            Map.of("WORK_UNIT", 2, "COMMERCIAL", 3, "REDEVELOPED_VILLAGE", 5, "OLD", 5, "VILLAGE", 3);

    private WorkForceRule() {}

    /**
     * People a thousand households need, unmanaged entrances aside.
     *
     * @throws IllegalArgumentException when the type is not known
     */
    public static int perThousandHouseholds(String communityType) {
        Integer rate = PER_THOUSAND_HOUSEHOLDS.get(communityType);
        if (rate == null) {
            throw new IllegalArgumentException("The type of community (" + communityType + ") must be one of "
                    + PER_THOUSAND_HOUSEHOLDS.keySet().stream().sorted().toList() + ".");
        }
        return rate;
    }

    /** People a community needs, unmanaged entrances aside; a started share of a person is a person. */
    public static int base(String communityType, int households) {
        return Math.ceilDiv(perThousandHouseholds(communityType) * households, 1_000);
    }
}
