package org.tongxin.core.population;

/**
 * A community and how many people live there in proportion to others.
 *
 * @param code national code
 * @param weight more than 0, such as a number of addresses
 */
public record AreaWeight(String code, String name, double weight) {

    /** @throws IllegalArgumentException when the weight is not a positive number */
    public AreaWeight {
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The weight (" + weight + ") of the community " + name + " (" + code + ") must be more than 0.");
        }
    }
}
