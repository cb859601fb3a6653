package org.tongxin.cli;

/**
 * Points to be tested.
 *
 * @param first index of the first point
 * @param last index of the last point, inclusive
 */
record IndexRange(int first, int last) {

    IndexRange {
        if (last < first) {
            throw new BadInput(
                    "--control: the range (" + first + ":" + last + ") ends before it begins. Exchange its ends.");
        }
    }
}
