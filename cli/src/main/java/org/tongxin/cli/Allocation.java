package org.tongxin.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as a file has it.
 *
 * @param kind of the instance
 * @param total before any change
 * @param bound no plan has a lower total
 * @param proved whether no plan is better
 * @param engine what found it
 * @param afterEachChange totals; null where the instance has no changes
 * @param minCoverage an exact fraction; null where the aim does not ask for it
 * @param plan rows of numbers, see the guide
 * @param reasons why places stay empty or needs unmet, one line each
 */
record Allocation(
        String kind,
        long total,
        long bound,
        boolean proved,
        String engine,
        @Nullable List<Long> afterEachChange,
        @Nullable String minCoverage,
        List<List<Long>> plan,
        List<String> reasons) {}
