package org.tongxin.core.epidemic;

import org.tongxin.core.population.ContactRates;

/**
 * How many people a first case infects, on average over cases drawn by their susceptibility, when everybody else is susceptible
 * and nothing is done: near to the basic reproduction number, which also weighs that who is infected may know who infects. Nobody
 * passes the disease on.
 *
 * <p>Used to set the probability of transmission so that a model has a wanted value. Thread-safe, as nothing is kept.
 */
public final class FirstGeneration {

    private static final double START = 0.03;
    private static final double TOLERANCE = 0.002;
    private static final int MOST_STEPS = 40;

    private FirstGeneration() {}

    /**
     * Mean number of people infected by a first case.
     *
     * @param cases how many first cases to try, 1 or more
     */
    public static double mean(Model model, int cases, long seed) {
        if (cases < 1) {
            throw new IllegalArgumentException("The number of first cases (" + cases + ") must be 1 or more.");
        }
        return new FirstCases(model).mean(model.contacts(), cases, seed);
    }

    /**
     * The probability of transmission by a contact at which the mean is the wanted one within 0.2 %, or one infection of all cases. The mean grows a little
     * less than in proportion, so scaling by what is missing comes nearer each time; the cases are the same each time.
     *
     * @param model whose contacts are replaced by those of the rates
     * @param wanted above 0
     * @throws IllegalArgumentException when even certain transmission does not reach the wanted value, or the cases are too few
     *     to come so near to it
     */
    public static double perContact(Model model, ContactRates rates, double wanted, int cases, long seed) {
        if (!(wanted > 0)) {
            throw new IllegalArgumentException(
                    "The wanted number of people infected (" + wanted + ") must be above 0.");
        }
        FirstCases first = new FirstCases(model);
        double probability = START;
        for (int i = 0; i < MOST_STEPS; i++) {
            double mean = first.mean(Contacts.of(rates, probability), cases, seed);
            if (Math.abs(mean - wanted) <= Math.max(TOLERANCE * wanted, 1.5 / cases)) {
                return probability;
            }
            if (probability == 1 && mean < wanted) {
                throw new IllegalArgumentException("Even if every contact infects, a first case does not infect "
                        + wanted + " people but " + mean + "; there are too few contacts.");
            }
            probability = Math.min(1, probability * (mean == 0 ? 2 : wanted / mean));
        }
        throw new IllegalArgumentException("With " + cases + " first cases their mean does not come within "
                + 100 * TOLERANCE + " % of " + wanted + ". Try more of them.");
    }
}
