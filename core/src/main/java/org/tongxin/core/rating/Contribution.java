package org.tongxin.core.rating;

/**
 * What one indicator adds to the index.
 *
 * @param indicator its name
 * @param part the part it belongs to
 * @param value as measured; NaN when nothing is known of it
 * @param tenths tenths of a point that it adds, 0 or more
 * @param mostTenths tenths of a point that it could add at most
 */
public record Contribution(String indicator, String part, double value, int tenths, int mostTenths) {

    /** Points that it adds. */
    public double points() {
        return tenths / 10.0;
    }

    public boolean known() {
        return !Double.isNaN(value);
    }
}
