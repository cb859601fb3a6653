package org.tongxin.app.organisation;

/**
 * A unit as an edition names it.
 *
 * @param code 6 digits of the district, 9 of a street or 12 of a community, without the zeros that fill a shorter one up
 * @param name in Chinese
 * @param nameEn in English; empty where the edition gives none
 */
public record UnitName(String code, String name, String nameEn) {

    /** The ring by the length of the code. */
    public AreaLevel level() {
        return switch (code.length()) {
            case 6 -> AreaLevel.DISTRICT;
            case 9 -> AreaLevel.STREET;
            default -> AreaLevel.COMMUNITY;
        };
    }

    /** The code of the unit above; the district's own for the district. */
    public String parent() {
        return code.length() == 6 ? code : code.substring(0, code.length() - 3);
    }
}
