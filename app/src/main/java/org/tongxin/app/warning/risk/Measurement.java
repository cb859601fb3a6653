package org.tongxin.app.warning.risk;

import java.time.LocalDate;
import java.util.Map;

/** Adds what one source knows of a day to every street. */
interface Measurement {

    /** @param byStreet one collector for each street, by path, in code order */
    void add(LocalDate day, Map<String, Measures> byStreet);
}
