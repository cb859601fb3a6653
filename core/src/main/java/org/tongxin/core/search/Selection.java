package org.tongxin.core.search;

import java.util.List;

/**
 * What a sequential selection found.
 *
 * @param best number of the chosen candidate
 * @param remaining candidates that it was not told apart from when it stopped, itself included
 * @param observations of each of these
 * @param drawn observations of all candidates together
 * @param decided whether the stated probability holds; not when the observations allowed were used up before
 * @param skewness largest skewness of the differences between the chosen and another, in standard errors of that of a normal
 *     sample, 0 or more; from the first stage
 */
public record Selection(
        int best, List<Integer> remaining, int observations, long drawn, boolean decided, double skewness) {

    /** Copies the list. */
    public Selection {
        remaining = List.copyOf(remaining);
    }
}
