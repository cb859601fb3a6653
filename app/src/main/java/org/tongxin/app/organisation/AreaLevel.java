package org.tongxin.app.organisation;

/** The rings of a district, outermost first. */
public enum AreaLevel {
    DISTRICT,
    STREET,
    COMMUNITY,
    GRID,
    COMPOUND
}
