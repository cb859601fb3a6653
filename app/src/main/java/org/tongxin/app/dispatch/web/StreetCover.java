package org.tongxin.app.dispatch.web;

import org.jspecify.annotations.Nullable;
import org.tongxin.app.dispatch.Board;
import org.tongxin.app.organisation.StreetTile;

/**
 * A street on the board's map.
 *
 * @param street its posts counted; {@code null} where none has to be staffed
 */
record StreetCover(StreetTile tile, Board.@Nullable Street street) {

    private static final int[] FROM = {1, 2, 5, 10};

    /** Class of the ramp by people missing to the minimum, 0 to 4; -1 where no post has to be staffed. */
    public int shade() {
        if (street == null) {
            return -1;
        }
        int shade = 0;
        for (int from : FROM) {
            shade += street.missing() >= from ? 1 : 0;
        }
        return shade;
    }

    public int missing() {
        return street == null ? 0 : street.missing();
    }
}
