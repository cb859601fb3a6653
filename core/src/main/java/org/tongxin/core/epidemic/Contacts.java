package org.tongxin.core.epidemic;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongxin.core.population.ContactRates;

/**
 * How a disease passes between people who meet.
 *
 * <p>Every member of a home, class or team meets every other each day; besides, a person has {@code neighbours} fixed contacts
 * in the own community (or, where the population has stored links, those), and {@code strangers} new ones each day.
 *
 * <p>Immutable; safe for use by several threads.
 *
 * @param transmission probability that an infectious person of mean infectiousness infects an entirely susceptible one, by
 *     layer, for each contact and day; all five layers
 * @param neighbours fixed contacts in the own community, 0 .. {@value #MOST}; 0 where links are stored
 * @param strangers contacts of each day, 0 .. {@value #MOST}
 * @param withinCommunity share of the strangers who live in the own community, 0 .. 1
 * @param withinStreet share of the strangers who live in the own street, the community included, from {@code
 *     withinCommunity} to 1; the others live anywhere in the district
 */
public record Contacts(
        Map<Layer, Double> transmission, int neighbours, int strangers, double withinCommunity, double withinStreet) {

    /** Assumption: so many neighbours share the fixed contacts of a person. */
    private static final int NEIGHBOURS = 8;

    /** So many slots for the contacts with strangers, whose number a day is a fraction. */
    private static final int STRANGERS = 2;

    /** Most fixed and most daily contacts of a person. */
    public static final int MOST = 200;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when a layer is missing or a value is outside its range
     */
    public Contacts {
        for (Layer layer : Layer.values()) {
            requireProbability(layer, transmission.get(layer));
        }
        transmission = Map.copyOf(new EnumMap<>(transmission));
        if (neighbours < 0 || neighbours > MOST || strangers < 0 || strangers > MOST) {
            throw new IllegalArgumentException("The fixed contacts (" + neighbours + ") and those of each day ("
                    + strangers + ") must lie in 0.." + MOST + ".");
        }
        if (!(withinCommunity >= 0 && withinStreet >= withinCommunity && withinStreet <= 1)) {
            throw new IllegalArgumentException("The shares of daily contacts within the community (" + withinCommunity
                    + ") and within the street (" + withinStreet + ") must rise and lie in 0..1.");
        }
    }

    private static void requireProbability(Layer layer, @Nullable Double probability) {
        if (probability == null) {
            throw new IllegalArgumentException(
                    "The layer " + layer + " has no transmission probability; give 0 where nobody is infected.");
        }
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "The transmission probability (" + probability + ") of the layer " + layer + " must lie in 0..1.");
        }
    }

    /** Only members of homes, classes and teams, and people who are linked. */
    public static Contacts ofLinks(double household, double school, double work, double community) {
        return new Contacts(
                Map.of(
                        Layer.HOUSEHOLD, household,
                        Layer.SCHOOL, school,
                        Layer.WORK, work,
                        Layer.COMMUNITY, community,
                        Layer.RANDOM, 0.0),
                0,
                0,
                1,
                1);
    }

    /**
     * The contacts of a synthetic population: each contact of the day passes the disease with the same probability, and two
     * people who meet r times a day do so with 1 - (1 - perContact)^r. Half of the contacts in the community are with fixed
     * neighbours and half with strangers, of whom half live in the own community and three quarters in the own street:
     * assumptions.
     *
     * @param rates contacts a day
     * @param perContact probability of transmission by one contact, 0 .. 1
     */
    public static Contacts of(ContactRates rates, double perContact) {
        if (!(perContact >= 0 && perContact <= 1)) {
            throw new IllegalArgumentException(
                    "The probability of transmission by a contact (" + perContact + ") must lie in 0..1.");
        }
        Map<Layer, Double> transmission = Map.of(
                Layer.HOUSEHOLD, repeated(perContact, rates.household()),
                Layer.SCHOOL, repeated(perContact, rates.school()),
                Layer.WORK, repeated(perContact, rates.work()),
                Layer.COMMUNITY, repeated(perContact, rates.community() / 2 / NEIGHBOURS),
                Layer.RANDOM, repeated(perContact, rates.community() / 2 / STRANGERS));
        return new Contacts(transmission, NEIGHBOURS, STRANGERS, 0.5, 0.75);
    }

    private static double repeated(double perContact, double times) {
        return -Math.expm1(times * Math.log1p(-perContact));
    }

    double transmission(Layer layer) {
        return transmission.getOrDefault(layer, 0.0);
    }

    /** The same contacts with every probability multiplied; none above 1. */
    public Contacts times(double factor) {
        Map<Layer, Double> changed = new EnumMap<>(Layer.class);
        transmission.forEach((layer, value) -> changed.put(layer, Math.min(1, value * factor)));
        return new Contacts(changed, neighbours, strangers, withinCommunity, withinStreet);
    }
}
