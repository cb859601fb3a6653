package org.tongxin.cluster;

import java.io.Serializable;
import java.util.List;
import org.tongxin.core.epidemic.PlaceTotals;
import org.tongxin.core.epidemic.Run;

/**
 * What comes back from a task.
 *
 * @param from number of the first run
 * @param runs in the order of their numbers
 * @param places sums of the same runs
 */
record Part(int from, List<Run> runs, PlaceTotals places) implements Serializable {}
