package org.tongxin.core.scan;

import org.tongxin.core.random.SequentialRandom;

/**
 * Permutes days against places. Only the cases of the last days can be in a window, so only they are drawn: without
 * replacement, by the first steps of a Fisher-Yates shuffle, which are undone afterwards so that the next draw starts
 * from the same order.
 */
final class PermutationDraw implements CaseDraw {

    private final int[] placeOfCase;
    private final int[] slotOfMovingCase;
    private final int[] swappedWith;

    PermutationDraw(int[] placeOfCase, int[] slotOfMovingCase) {
        this.placeOfCase = placeOfCase;
        this.slotOfMovingCase = slotOfMovingCase;
        this.swappedWith = new int[slotOfMovingCase.length];
    }

    @Override
    public void into(Tally tally, SequentialRandom random) {
        for (int moving = 0; moving < swappedWith.length; moving++) {
            int other = moving + random.below(placeOfCase.length - moving);
            swappedWith[moving] = other;
            swap(moving, other);
            tally.add(placeOfCase[moving], slotOfMovingCase[moving]);
        }
        for (int moving = swappedWith.length - 1; moving >= 0; moving--) {
            swap(moving, swappedWith[moving]);
        }
    }

    private void swap(int one, int other) {
        int kept = placeOfCase[one];
        placeOfCase[one] = placeOfCase[other];
        placeOfCase[other] = kept;
    }
}
