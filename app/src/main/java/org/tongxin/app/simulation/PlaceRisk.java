package org.tongxin.app.simulation;

/**
 * What a course lets expect in a community up to a day.
 *
 * @param rank 1 for the most infections within the territory asked for
 * @param probability share of runs with an infection, 0 .. 1
 * @param expected mean number of infections, scaled back
 * @param low90 nine in ten runs lie from here, likewise
 * @param high90 to here
 */
public record PlaceRisk(
        String path,
        String name,
        String nameEn,
        String streetPath,
        int rank,
        double probability,
        double expected,
        double low90,
        double high90) {}
