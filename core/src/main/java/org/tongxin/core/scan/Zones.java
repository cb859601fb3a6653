package org.tongxin.core.scan;

import java.util.Arrays;

/**
 * The circles that are tried. Each place is a centre; its zones are the nearest places, itself first, as far as the
 * settings allow. See {@link Neighbours} for places at equal distance.
 *
 * <p>Memory: four bytes for each centre and member, that is up to 4 n² bytes for n places, and about half of it with the
 * usual share.
 */
final class Zones {

    private final int[] startOfCentre;
    private final int[] entries;

    private Zones(int[] startOfCentre, int[] entries) {
        this.startOfCentre = startOfCentre;
        this.entries = entries;
    }

    static Zones of(Places places, double[] sizes, ScanSettings settings) {
        double mostSize = settings.maxShare() * Arrays.stream(sizes).sum();
        int[] starts = new int[places.size() + 1];
        int[] entries = new int[places.size()];
        int[] placeByRank = places.byCoordinates();
        for (int centre = 0; centre < places.size(); centre++) {
            int[] zone = Neighbours.of(places, placeByRank, centre, settings).zone(sizes, mostSize);
            starts[centre + 1] = Math.addExact(starts[centre], zone.length);
            if (starts[centre + 1] > entries.length) {
                entries = Arrays.copyOf(entries, (int) Math.min(2L * starts[centre + 1], Integer.MAX_VALUE - 8));
            }
            System.arraycopy(zone, 0, entries, starts[centre], zone.length);
        }
        return new Zones(starts, Arrays.copyOf(entries, starts[places.size()]));
    }

    int centres() {
        return startOfCentre.length - 1;
    }

    /** Index of a centre's first entry; {@code start(centre + 1)} ends them. */
    int start(int centre) {
        return startOfCentre[centre];
    }

    int entries() {
        return entries.length;
    }

    /** The place that enters here. */
    int member(int entry) {
        return entries[entry] >= 0 ? entries[entry] : ~entries[entry];
    }

    /** Whether a zone ends here, that is, the next place is farther. */
    boolean isZone(int entry) {
        return entries[entry] >= 0;
    }
}
