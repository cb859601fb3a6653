package org.tongxin.core.detection;

import java.util.Arrays;

/**
 * Which past points a Farrington method learns from, and to which part of the year each belongs: the points around each
 * reference form one group, the last; the points between two such windows are cut into consecutive groups of equal
 * length, the first ones one longer where it does not go up evenly.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record SeasonGroups(int[] points, int[] groupOfPoint, int testedGroup) {

    private static final int NONE = -1;

    static SeasonGroups of(CountSeries series, int tested, FarringtonSettings settings) {
        int[] group = new int[tested + 1];
        Arrays.fill(group, NONE);
        int last = settings.seasonGroups() - 1;
        Arrays.fill(group, Math.max(0, tested - settings.halfWindow()), tested + 1, last);
        int later = tested;
        for (int year = 1; year <= settings.yearsBack(); year++) {
            int reference = ReferenceYears.index(series, tested, year);
            int start = reference - settings.halfWindow();
            Arrays.fill(group, start, reference + settings.halfWindow() + 1, last);
            cut(group, reference + settings.halfWindow() + 1, later - settings.halfWindow(), last);
            later = reference;
        }
        return collect(series, group, tested - settings.pastPointsExcluded(), last);
    }

    /** Cuts the points from {@code start} (inclusive) to {@code end} (exclusive) into {@code parts} groups. */
    private static void cut(int[] group, int start, int end, int parts) {
        int length = Math.max(0, end - start);
        int point = start;
        for (int part = 0; part < parts; part++) {
            int size = length / parts + (part < length % parts ? 1 : 0);
            Arrays.fill(group, point, point + size, part);
            point += size;
        }
    }

    private static SeasonGroups collect(CountSeries series, int[] group, int end, int last) {
        int[] points = new int[Math.max(0, end)];
        int[] groups = new int[points.length];
        int size = 0;
        for (int point = 0; point < end; point++) {
            if (group[point] != NONE && !series.isMissing(point)) {
                points[size] = point;
                groups[size++] = group[point];
            }
        }
        return new SeasonGroups(Arrays.copyOf(points, size), Arrays.copyOf(groups, size), last);
    }
}
