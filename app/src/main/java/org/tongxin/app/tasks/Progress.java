package org.tongxin.app.tasks;

/**
 * How far an order, or all orders together, have come on one ring.
 *
 * @param total tasks
 * @param acknowledged tasks acknowledged or further
 * @param reported tasks answered, accepted ones among them
 * @param overdue tasks past their time without an answer
 */
public record Progress(int total, int acknowledged, int reported, int accepted, int overdue) {

    /** Whole per cent of the total; 0 of nothing is 0. */
    public int percent(int part) {
        return total == 0 ? 0 : (int) (100L * part / total);
    }
}
