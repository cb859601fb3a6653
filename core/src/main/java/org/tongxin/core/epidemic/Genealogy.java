package org.tongxin.core.epidemic;

import java.util.Arrays;
import org.tongxin.core.population.Population;

/** Who was infected by whom, and in which layer, in the order of infection; kept only when asked for. One instance belongs to one thread. */
final class Genealogy {

    private static final int NOBODY = -1;

    private final int[] numberOf;
    private int[] person = new int[1024];
    private int[] infector = new int[1024];
    private byte[] layer = new byte[1024];
    private int count;

    Genealogy(Population population) {
        numberOf = new int[population.size()];
    }

    void clear() {
        count = 0;
    }

    void arrived(int who) {
        add(who, NOBODY, 0);
    }

    void infected(int who, int by, int inLayer) {
        add(who, numberOf[by], inLayer);
    }

    private void add(int who, int by, int inLayer) {
        if (count == person.length) {
            person = Arrays.copyOf(person, 2 * count);
            infector = Arrays.copyOf(infector, 2 * count);
            layer = Arrays.copyOf(layer, 2 * count);
        }
        numberOf[who] = count;
        person[count] = who;
        infector[count] = by;
        layer[count++] = (byte) inLayer;
    }

    int size() {
        return count;
    }

    int person(int i) {
        return person[i];
    }

    /** Number of the infection that led to this one; below 0 for an arrival. */
    int before(int i) {
        return infector[i];
    }

    int layer(int i) {
        return layer[i];
    }
}
