package org.tongxin.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan's file states; to be checked.
 *
 * @param total before any change
 * @param bound null where it is not stated
 * @param proved false where it is not stated
 * @param afterEachChange null where it is not stated
 * @param minCoverage null where it is not stated
 * @param rows rows of numbers
 */
record StatedPlan(
        long total,
        @Nullable Long bound,
        boolean proved,
        @Nullable List<Long> afterEachChange,
        @Nullable String minCoverage,
        List<JsonValue> rows) {

    /** One row, which must have so many numbers. */
    static int[] numbers(JsonValue row, int width, String form) {
        long[] numbers = row.larges();
        if (numbers.length != width) {
            throw row.wrong("must be " + form);
        }
        int[] small = new int[width];
        for (int column = 0; column < width; column++) {
            long number = numbers[column];
            small[column] = number < 0 || number > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) number;
        }
        return small;
    }
}
