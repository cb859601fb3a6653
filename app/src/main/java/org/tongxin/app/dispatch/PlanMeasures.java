package org.tongxin.app.dispatch;

import org.tongxin.core.allocation.Fairness;

/**
 * What a plan of a shift is worth, so that two can be compared.
 *
 * @param emptyMinimum places of the minimum that stay empty
 * @param empty all places that stay empty
 * @param people who have a post
 * @param metres that all of them walk together
 * @param moved people who would have to be told something else than they were
 * @param fairness of the communities' coverage: places filled over places, posts of a street counted as one community
 */
public record PlanMeasures(int emptyMinimum, int empty, int people, long metres, int moved, Fairness fairness) {

    /** Metres a person walks in the mean; 0 where nobody walks. */
    public long meanMetres() {
        return people == 0 ? 0 : metres / people;
    }
}
