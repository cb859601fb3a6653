package org.tongxin.core.epidemic;

import java.util.Arrays;

/**
 * Hazards of infection made ready for drawing: for each layer, class of infectiousness, with or without symptoms, early and
 * later in the infectious period. A hazard h stands for the probability 1 - exp(-h) of one contact on one day with the most
 * susceptible person. Immutable.
 */
final class Spread {

    /** A probability of 1 would be an infinite hazard. */
    private static final double ALMOST_CERTAIN = 1 - 1e-12;

    final double[] early;
    final double[] later;
    /** 1 / {@link #early} and 1 / {@link #later}. */
    final double[] perEarly;

    final double[] perLater;
    final int earlyDays;
    /** By age band, relative to the most susceptible band. */
    final double[] susceptibility;

    Spread(Disease disease, Contacts contacts) {
        Infectiousness infectiousness = disease.infectiousness();
        double[] byBand = disease.susceptibility();
        double most = Arrays.stream(byBand).max().orElseThrow();
        susceptibility = Arrays.stream(byBand).map(value -> value / most).toArray();
        earlyDays = infectiousness.earlyDays();
        early = hazards(infectiousness, contacts, most * infectiousness.earlyFactor());
        later = hazards(infectiousness, contacts, most);
        perEarly = Arrays.stream(early).map(hazard -> 1 / hazard).toArray();
        perLater = Arrays.stream(later).map(hazard -> 1 / hazard).toArray();
    }

    private static double[] hazards(Infectiousness infectiousness, Contacts contacts, double factor) {
        double[] classes = infectiousness.classes();
        double[] hazard = new double[Layer.COUNT * 2 * Infectiousness.CLASSES];
        for (Layer layer : Layer.values()) {
            for (int each = 0; each < classes.length; each++) {
                double probability = contacts.transmission(layer) * classes[each] * factor;
                hazard[row(layer.ordinal(), true, each)] = hazard(probability);
                hazard[row(layer.ordinal(), false, each)] = hazard(probability * infectiousness.asymptomaticFactor());
            }
        }
        return hazard;
    }

    private static double hazard(double probability) {
        return -Math.log1p(-Math.min(probability, ALMOST_CERTAIN));
    }

    static int row(int layer, boolean symptomatic, int infectiousness) {
        return (layer * 2 + (symptomatic ? 1 : 0)) * Infectiousness.CLASSES + infectiousness;
    }

    static int layer(int row) {
        return row / (2 * Infectiousness.CLASSES);
    }
}
