package org.tongxin.core.rating;

/**
 * Something that is measured of an area, with what it adds to the index.
 *
 * @param name what it is called in data and settings
 * @param part the part of the index that it belongs to, such as signal, growth, exposure, vulnerability, coping
 * @param weight points of 100 that it adds at most, above 0
 * @param curve from its value to the share of these points
 * @param changeable whether action can change it within days; what cannot be changed is never advised
 */
public record Indicator(String name, String part, double weight, Curve curve, boolean changeable) {

    /** @throws IllegalArgumentException when the weight is not above 0 or a name is empty */
    public Indicator {
        if (name.isBlank() || part.isBlank()) {
            throw new IllegalArgumentException("An indicator needs a name (" + name + ") and a part (" + part + ").");
        }
        if (!(weight > 0 && weight <= 100)) {
            throw new IllegalArgumentException(
                    "The weight (" + weight + ") of indicator " + name + " must lie above 0 and be at most 100.");
        }
    }
}
