package org.tongxin.app.organisation;

/** What a member unit is under, which says whether the district may order it and who signs what is asked of it. */
public enum Affiliation {
    /** Under the district: its offices and its own firms. */
    DISTRICT,
    /** Under a street or town of the district. */
    STREET,
    /** Under the city. */
    CITY,
    /** Under the central government: ministries' institutes, universities, central enterprises. */
    CENTRAL,
    /** A garrison. */
    MILITARY,
    /** Under nobody: private firms, social organisations. */
    PRIVATE;

    /** Whether the district gives it tasks; all others get a request. */
    public boolean isUnderDistrict() {
        return this == DISTRICT || this == STREET;
    }

    /** Whether it is under a body above the district. */
    public boolean isAboveDistrict() {
        return this == CITY || this == CENTRAL || this == MILITARY;
    }
}
