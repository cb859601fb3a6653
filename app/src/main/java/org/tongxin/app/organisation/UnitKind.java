package org.tongxin.app.organisation;

import java.util.Set;

/**
 * What a unit is, read from its code and name as the national list of statistical divisions forms them: a street's seventh digit is 0
 * for a subdistrict, 1 for a town, 4 for a farm or park, 5 and above for a development zone; a community's name says what committee
 * it has, and one without a committee is a statistical unit.
 */
public final class UnitKind {

    private static final Set<String> NEVER_TASKED = Set.of("FARM", "ZONE", "VIRTUAL");

    private UnitKind() {}

    public static String of(String path, String name) {
        return switch (path.length()) {
            case 6 -> "DISTRICT";
            case 9 -> ofStreet(path.charAt(6));
            default -> ofCommunity(name);
        };
    }

    /** Statistical units are listed and never tasked. */
    public static boolean isTasked(String kind) {
        return !NEVER_TASKED.contains(kind);
    }

    private static String ofStreet(char seventh) {
        return switch (seventh) {
            case '0' -> "SUBDISTRICT";
            case '1' -> "TOWN";
            case '4' -> "FARM";
            default -> "ZONE";
        };
    }

    private static String ofCommunity(String name) {
        if (name.endsWith("居委会") || name.endsWith("居民委员会")) {
            return "RESIDENTS_COMMITTEE";
        }
        return name.endsWith("村委会") || name.endsWith("村民委员会") ? "VILLAGERS_COMMITTEE" : "VIRTUAL";
    }
}
