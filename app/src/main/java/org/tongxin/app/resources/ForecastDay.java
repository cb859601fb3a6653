package org.tongxin.app.resources;

import java.time.LocalDate;

/**
 * What the course adopted last lets expect of an item on one day, in base units: the median of the runs, and between which
 * values half and nine tenths of them lie.
 */
public record ForecastDay(LocalDate day, double low90, double low50, double median, double high50, double high90) {}
