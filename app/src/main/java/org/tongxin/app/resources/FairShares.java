package org.tongxin.app.resources;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far all who ask for one item can be raised together. Tier by tier of the {@link ShortageTable}, every claim is filled to
 * the same part of the tier, times the factor of its priority, so that where a life hangs on it the tier fills three times as
 * fast; the part is the greatest for which the units are enough. Whoever asks for anything gets something before anybody
 * gets more than that, unless there are fewer units than claims.
 *
 * <p>Not everything reaches everybody: what is made on Thursday does not help who needs it on Tuesday. Claims that the same
 * parts of the supply reach are raised as one group. All groups rise together as far as a flow can serve them; whichever then cannot rise by
 * a step more stays, and the others go on, so that the least served is served as well as it can be, then the next.
 *
 * <p>Heights are counted in {@value #STEPS} steps a tier and units rounded up, so that fewer units than about one and a half for each
 * claim are left over; these, and only these, go by price and way. Time is that of {@code 32} flows between parts and groups for each
 * group, of which there are few: as many as different last days.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class FairShares {

    private static final long STEPS = 1_000_000_000;
    private static final long TOP = ShortageTable.TIERS * STEPS;

    private final List<Claim> claims;
    private final long[] height;

    /**
     * What somebody asks for.
     *
     * @param asked base units, 1 .. 1,000,000,000
     * @param had of these, what has arrived or is promised, from 0; it counts for the first tiers
     * @param factor by how much a shortage counts, from 1
     */
    public record Claim(long asked, long had, long factor) {

        private long missingOf(int tier, long part) {
            long from = ShortageTable.end(tier - 1, asked);
            long width = ShortageTable.end(tier, asked) - from;
            long filled = (Math.min(STEPS, factor * part) * width + STEPS - 1) / STEPS;
            return Math.max(0, from + filled - had);
        }

        private long missing(int tier) {
            return missingOf(tier, STEPS);
        }
    }

    /**
     * A part of what may be given out.
     *
     * @param units base units, from 0
     * @param reaches the positions of the claims it can be given to
     */
    public record Part(long units, BitSet reaches) {

        /** Copies the set. */
        public Part {
            reaches = (BitSet) reaches.clone();
        }
    }

    private FairShares(List<Claim> claims, long[] height) {
        this.claims = claims;
        this.height = height;
    }

    /** @param available base units that may be given out to anybody, from 0 */
    public static FairShares of(List<Claim> claims, long available) {
        BitSet everybody = new BitSet();
        everybody.set(0, claims.size());
        return of(claims, List.of(new Part(available, everybody)));
    }

    /** @param parts what may be given out, and to whom */
    public static FairShares of(List<Claim> claims, List<Part> parts) {
        return new FairShares(List.copyOf(claims), new RisingGroups(claims, parts).heights());
    }

    /** The greatest height of all. */
    static long top() {
        return TOP;
    }

    /** Base units that a claim still misses at a height, from 0 to {@link #top}. */
    static long missingAt(Claim claim, long height) {
        int tier = tier(height);
        return claim.missingOf(tier, height - tier * STEPS);
    }

    private static int tier(long height) {
        return (int) Math.min(ShortageTable.TIERS - 1L, height / STEPS);
    }

    /** Base units that a claim is to get in any case. */
    public long base(int claim) {
        return missingAt(claims.get(claim), height[claim]);
    }

    /** What a claim misses, by rank: what it is to get in any case, the rest of the tier reached, and all beyond. */
    public long[] ranks(int claim) {
        Claim asked = claims.get(claim);
        long[] upTo = {base(claim), asked.missing(tier(height[claim])), asked.missing(ShortageTable.TIERS - 1)};
        return IntStream.range(0, upTo.length)
                .mapToLong(rank -> upTo[rank] - (rank == 0 ? 0 : upTo[rank - 1]))
                .toArray();
    }
}
