package org.tongxin.app.simulation;

/**
 * What a course lets expect in a community.
 *
 * @param rank 1 for the most infections in 14 days within the territory asked for
 * @param probability7 share of runs with an infection within 7 days, 0 .. 1
 * @param probability14 likewise 14
 * @param infections7 mean number of infections within 7 days, scaled back
 * @param infections14 likewise 14
 */
public record PlaceRisk(
        String path,
        String name,
        String nameEn,
        String streetPath,
        int rank,
        double probability7,
        double probability14,
        double infections7,
        double infections14) {}
