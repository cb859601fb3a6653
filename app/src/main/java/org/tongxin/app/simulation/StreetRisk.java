package org.tongxin.app.simulation;

/**
 * What a course lets expect in a street up to a day, scaled back.
 *
 * @param expected mean number of infections
 * @param low90 nine in ten runs lie from here
 * @param high90 to here
 */
public record StreetRisk(String path, double expected, double low90, double high90) {}
