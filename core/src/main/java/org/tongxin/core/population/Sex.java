package org.tongxin.core.population;

/** As census tables tell it. */
public enum Sex {
    MALE,
    FEMALE
}
