package org.tongxin.core.forecast;

import java.util.ArrayList;
import java.util.List;

/**
 * The possible pasts of a district that a filter carries: arrays by particle. Mutable; belongs to one thread.
 *
 * <p>The infections of the last days lie in a ring: slot {@code day & (history - 1)} of each particle.
 */
final class Particles {

    final int size;
    final int history;

    /** {@code infections[particle * history + slot]}. */
    final int[] infections;

    /** R of each day kept, interventions and immunity included, {@code [particle * history + slot]}; 0 before the first day. */
    final float[] reproductions;

    /** All infections so far, {@code [particle]}. */
    final int[] everInfected;

    /** Logarithm of R without interventions, {@code [particle]}. */
    final double[] logReproduction;

    /** Logarithm of the size of the noise of reports, {@code [particle]}. */
    final double[] logSize;

    /** Logarithm of the mean number of imports a day, {@code [particle]}. */
    final double[] logImports;

    /** Where in its range the ascertainment lies, as a logit, {@code [particle]}. */
    final double[] ascertainmentLogit;

    /** Logarithm of the normalised weight, {@code [particle]}. */
    final double[] logWeight;

    /** Effect of each intervention, {@code get(intervention)[particle]}. */
    final List<double[]> effects;

    /** The last day whose infections are known. */
    int day;

    /** The day of the first report. */
    int firstDay;

    Particles(int size, int history) {
        this.size = size;
        this.history = history;
        infections = new int[size * history];
        reproductions = new float[size * history];
        everInfected = new int[size];
        logReproduction = new double[size];
        logSize = new double[size];
        logImports = new double[size];
        ascertainmentLogit = new double[size];
        logWeight = new double[size];
        effects = new ArrayList<>();
    }

    int slot(int ofDay) {
        return ofDay & (history - 1);
    }

    int infections(int particle, int ofDay) {
        return infections[particle * history + slot(ofDay)];
    }

    void infect(int particle, int ofDay, int persons) {
        infections[particle * history + slot(ofDay)] = persons;
        everInfected[particle] += persons;
    }

    double reproduction(int particle, int ofDay) {
        return reproductions[particle * history + slot(ofDay)];
    }

    void keepReproduction(int particle, int ofDay, double reproduction) {
        reproductions[particle * history + slot(ofDay)] = (float) reproduction;
    }

    /** Infections of the days before, each weighted by how long ago they were: {@code weightOfDay[days]}. */
    double weighted(int particle, int ofDay, double[] weightOfDay) {
        int start = particle * history;
        double sum = 0;
        for (int days = 0; days < weightOfDay.length; days++) {
            sum += weightOfDay[days] * infections[start + slot(ofDay - days)];
        }
        return sum;
    }

    Particles copy() {
        return chosen(identity());
    }

    private int[] identity() {
        int[] all = new int[size];
        for (int particle = 0; particle < size; particle++) {
            all[particle] = particle;
        }
        return all;
    }

    /** A cloud of copies: {@code parents[particle]}; the weights go with them. */
    Particles chosen(int[] parents) {
        Particles chosen = new Particles(size, history);
        chosen.day = day;
        chosen.firstDay = firstDay;
        for (int particle = 0; particle < size; particle++) {
            int parent = parents[particle];
            System.arraycopy(infections, parent * history, chosen.infections, particle * history, history);
            System.arraycopy(reproductions, parent * history, chosen.reproductions, particle * history, history);
            chosen.everInfected[particle] = everInfected[parent];
        }
        choose(logReproduction, parents, chosen.logReproduction);
        choose(logSize, parents, chosen.logSize);
        choose(logImports, parents, chosen.logImports);
        choose(ascertainmentLogit, parents, chosen.ascertainmentLogit);
        choose(logWeight, parents, chosen.logWeight);
        for (double[] effect : effects) {
            double[] copies = new double[size];
            choose(effect, parents, copies);
            chosen.effects.add(copies);
        }
        return chosen;
    }

    private static void choose(double[] values, int[] parents, double[] chosen) {
        for (int particle = 0; particle < chosen.length; particle++) {
            chosen[particle] = values[parents[particle]];
        }
    }
}
