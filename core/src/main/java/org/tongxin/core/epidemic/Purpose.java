package org.tongxin.core.epidemic;

/** What a person's number of a day is for. */
final class Purpose {

    static final int SAMPLE = 1;
    static final int SCREENING = 2;
    static final int FALSE_RESULT = 3;
    static final int FINDING = 4;
    static final int ARRIVAL = 5;

    private Purpose() {}
}
