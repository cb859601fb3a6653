package org.tongxin.core.population;

/** What a person does on a weekday; kept as a byte for each person while groups are made. */
final class Activity {

    static final byte NONE = 0;
    static final byte KINDERGARTEN = 1;
    static final byte PRIMARY = 2;
    static final byte MIDDLE = 3;
    static final byte HIGH = 4;
    static final byte UNIVERSITY = 5;
    static final byte WORK = 6;
    static final byte TEACHING = 7;

    private Activity() {}
}
