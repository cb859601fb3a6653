package org.tongxin.core.epidemic;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;

/**
 * What happened in one run, by day from 0 to the last, day 0 being the start.
 *
 * <p>Immutable; safe for use by several threads. Serializable, so that it can come back from another machine.
 */
public final class Run implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final long seed;
    private final int people;
    private final int infections;
    private final double[][] series;
    private final int[] infectedByLayer;

    private Run(Model model, long seed, Tally tally) {
        this.seed = seed;
        people = model.population().size();
        infections = Arrays.stream(tally.count(Tally.Count.INFECTED)).sum();
        infectedByLayer = tally.infectedByLayer.clone();
        double[][] whole = new RunSeries(model, tally).all();
        int history = model.history();
        series = new double[whole.length][];
        for (int each = 0; each < whole.length; each++) {
            series[each] = Arrays.copyOfRange(whole[each], history, tally.days);
        }
    }

    static Run of(Model model, long seed, Tally tally) {
        return new Run(model, seed, tally);
    }

    /** Seed of the run. */
    public long seed() {
        return seed;
    }

    /** Number of people in the model. */
    public int people() {
        return people;
    }

    /** Last day. */
    public int days() {
        return series[0].length - 1;
    }

    /** One number for each day, 0 .. {@link #days()}; a copy. */
    public double[] daily(Series what) {
        return series[what.ordinal()].clone();
    }

    /** The number of a day, 0 .. {@link #days()}. */
    public double on(Series what, int day) {
        return series[what.ordinal()][day];
    }

    /** Sum over the days from .. to, both included. */
    public double sum(Series what, int from, int to) {
        double sum = 0;
        for (int day = from; day <= to; day++) {
            sum += series[what.ordinal()][day];
        }
        return sum;
    }

    /** Sum over all days after the start. */
    public double sum(Series what) {
        return sum(what, 1, days());
    }

    /** Largest number of a day. */
    public double peak(Series what) {
        return Arrays.stream(series[what.ordinal()]).max().orElseThrow();
    }

    /** First day with the largest number. */
    public int peakDay(Series what) {
        double peak = peak(what);
        int day = 0;
        while (series[what.ordinal()][day] < peak) {
            day++;
        }
        return day;
    }

    /** Infections by {@link Layer}, in its order, over the whole run; arrivals left out. A copy. */
    public int[] infectedByLayer() {
        return infectedByLayer.clone();
    }

    /** People infected, earlier infections included. */
    public int infections() {
        return infections;
    }

    /** Share of people infected, 0 .. 1. */
    public double attackRate() {
        return (double) infections / people;
    }
}
