package org.tongxin.core.epidemic;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What happened in one run, by day from 0 to the last, day 0 being the start.
 *
 * <p>Immutable; safe for use by several threads.
 */
public final class Run {

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

    private Run(ByteBuffer bytes) {
        seed = bytes.getLong();
        people = bytes.getInt();
        infections = bytes.getInt();
        infectedByLayer = new int[Layer.COUNT];
        for (int layer = 0; layer < infectedByLayer.length; layer++) {
            infectedByLayer[layer] = bytes.getInt();
        }
        series = new double[Series.values().length][bytes.getInt()];
        for (double[] each : series) {
            bytes.asDoubleBuffer().get(each);
            bytes.position(bytes.position() + Double.BYTES * each.length);
        }
    }

    /** The run as bytes, to come back from another machine; {@link #ofBytes} reads them. */
    public byte[] toBytes() {
        int days = series[0].length;
        int size = 2 * Long.BYTES + Integer.BYTES * (Layer.COUNT + 1) + Double.BYTES * days * series.length;
        ByteBuffer bytes =
                ByteBuffer.allocate(size).putLong(seed).putInt(people).putInt(infections);
        for (int layer : infectedByLayer) {
            bytes.putInt(layer);
        }
        bytes.putInt(days);
        for (double[] each : series) {
            for (double value : each) {
                bytes.putDouble(value);
            }
        }
        return bytes.array();
    }

    /** The run that {@link #toBytes} wrote down. */
    public static Run ofBytes(byte[] bytes) {
        return new Run(ByteBuffer.wrap(bytes));
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
