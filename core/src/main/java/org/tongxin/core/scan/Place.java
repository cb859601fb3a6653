package org.tongxin.core.scan;

/**
 * A point at which cases are counted. Immutable and safe for use by several threads.
 *
 * @param id name of the place, not blank
 * @param first kilometres east, or latitude in degrees; see {@link Coordinates}
 * @param second kilometres north, or longitude in degrees
 */
public record Place(String id, double first, double second) {

    /** @throws IllegalArgumentException when the id is blank or a coordinate is not a finite number */
    public Place {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A place has no id. Every place needs one, so that cases can name it.");
        }
        if (!Double.isFinite(first) || !Double.isFinite(second)) {
            throw new IllegalArgumentException(
                    "The coordinates (" + first + ", " + second + ") of place " + id + " must be finite numbers.");
        }
    }
}
