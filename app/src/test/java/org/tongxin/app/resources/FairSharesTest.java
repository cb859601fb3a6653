package org.tongxin.app.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongxin.app.resources.FairShares.Claim;
import org.tongxin.core.random.KeyedRandom;

/** How far all claims are raised together. */
class FairSharesTest {

    private static long[] bases(List<Claim> claims, long available) {
        FairShares shares = FairShares.of(claims, available);
        return IntStream.range(0, claims.size()).mapToLong(shares::base).toArray();
    }

    private static Claim claim(long asked, long had) {
        return new Claim(asked, had, 1);
    }

    @Test
    void everybodyIsRaisedToTheSamePart() {
        assertThat(bases(List.of(claim(100, 0), claim(200, 0)), 90)).containsExactly(30, 60);
        assertThat(bases(List.of(claim(100, 0), claim(200, 0)), 240)).containsExactly(80, 160);
        assertThat(bases(List.of(claim(100, 0), claim(200, 0)), 500)).containsExactly(100, 200);
    }

    @Test
    void whatIsThereAlreadyCounts() {
        assertThat(bases(List.of(claim(100, 50), claim(100, 0)), 50)).containsExactly(0, 50);
        assertThat(bases(List.of(claim(100, 40), claim(100, 0)), 20)).containsExactly(0, 20);
        assertThat(FairShares.of(List.of(claim(100, 50)), 20).ranks(0)).containsExactly(20, 10, 20);
    }

    @Test
    void aLifeFillsItsTierThreeTimesAsFastAndNobodyIsLeftWithNothing() {
        assertThat(bases(List.of(new Claim(100, 0, 3), claim(100, 0)), 40)).containsExactly(30, 10);
        assertThat(bases(List.of(new Claim(100, 0, 3), claim(100, 0)), 4)).containsExactly(3, 1);
        assertThat(bases(List.of(new Claim(100, 0, 3), claim(100, 0)), 80)).containsExactly(50, 30);
    }

    @Test
    void oneUnitFewerThanClaimsIsNotShared() {
        assertThat(bases(List.of(claim(9, 0), claim(9, 0)), 1)).containsExactly(0, 0);
        assertThat(bases(List.of(claim(9, 0), claim(9, 0)), 2)).containsExactly(1, 1);
    }

    private static FairShares.Part part(long units, int... reaches) {
        BitSet claims = new BitSet();
        Arrays.stream(reaches).forEach(claims::set);
        return new FairShares.Part(units, claims);
    }

    private static List<Long> bases(List<Claim> claims, FairShares.Part... parts) {
        FairShares shares = FairShares.of(claims, List.of(parts));
        return IntStream.range(0, claims.size()).mapToObj(shares::base).toList();
    }

    @Test
    void whoIsReachedByLessGetsLessAndTheOthersRiseWithoutThem() {
        List<Claim> three = List.of(claim(100, 0), claim(100, 0), claim(100, 0));
        assertThat(bases(three, part(20, 0), part(100, 1, 2))).containsExactly(20L, 50L, 50L);
        assertThat(bases(three, part(60, 0, 1), part(60, 0, 1, 2))).containsExactly(40L, 40L, 40L);
        assertThat(bases(three, part(30, 0, 1), part(90, 1, 2))).containsExactly(30L, 45L, 45L);
        assertThat(bases(three, part(20, 0))).containsExactly(20L, 0L, 0L);
        assertThat(bases(three, part(100, 0), part(160, 1, 2))).containsExactly(100L, 80L, 80L);
    }

    /** Ninety places, each with a store of its own beside the common one: no plan takes minutes, and all can be served. */
    @Test
    void manyGroupsAreRaisedAsFarAsTheWorkIsWorth() {
        int places = 90;
        List<Claim> claims =
                IntStream.range(0, places).mapToObj(each -> claim(100, 0)).toList();
        List<FairShares.Part> parts = new ArrayList<>();
        parts.add(part(900, IntStream.range(0, places).toArray()));
        IntStream.range(0, places).forEach(each -> parts.add(part(each, each)));
        FairShares shares = FairShares.of(claims, parts);
        long[] base = IntStream.range(0, places).mapToLong(shares::base).toArray();
        assertThat(IntStream.range(0, places)
                        .mapToLong(each -> Math.max(0, base[each] - each))
                        .sum())
                .isLessThanOrEqualTo(900);
        assertThat(Arrays.stream(base).min().orElseThrow()).isEqualTo(41);
    }

    /** Where not all can have the last unit, it goes to the group that stands first, and the rest is shared on. */
    @Test
    void aUnitThatCannotBeSharedKeepsNobodyElseFromRising() {
        List<Claim> four = List.of(claim(9, 0), claim(9, 0), claim(9, 0), claim(9, 0));
        assertThat(bases(four, part(3, 0, 1), part(1, 1, 2), part(9, 3))).containsExactly(2L, 1L, 1L, 9L);
    }

    /** Against one unit after the other to whoever has the least part of a tier for its priority. */
    @Test
    void randomSharesAreThoseOfUnitByUnitUpToRounding() {
        KeyedRandom chance = new KeyedRandom(20_260_326);
        for (int round = 0; round < 300; round++) {
            List<Claim> claims = new ArrayList<>();
            for (int each = 0; each < 1 + chance.below(9, round, 1); each++) {
                long asked = 1 + chance.below(300, round, each, 2);
                claims.add(new Claim(
                        asked, chance.below((int) asked, round, each, 3), 1 + chance.below(3, round, each, 4)));
            }
            long available = chance.below(1_500, round, 5);
            long[] base = bases(claims, available);
            long sum = Arrays.stream(base).sum();
            long missing = claims.stream()
                    .mapToLong(claim -> claim.asked() - claim.had())
                    .sum();
            assertThat(sum).as("round %s", round).isLessThanOrEqualTo(available);
            assertThat(Math.min(available, missing) - sum)
                    .as("left over in round %s", round)
                    .isLessThan(2L * claims.size());
            long[] slow = unitByUnit(claims, sum);
            for (int each = 0; each < claims.size(); each++) {
                assertThat(base[each]).as("round %s, claim %s", round, each).isBetween(slow[each] - 1, slow[each] + 1);
            }
        }
    }

    private static long[] unitByUnit(List<Claim> claims, long units) {
        long[] got = new long[claims.size()];
        for (long unit = 0; unit < units; unit++) {
            int next = IntStream.range(0, got.length)
                    .filter(each -> claims.get(each).had() + got[each]
                            < claims.get(each).asked())
                    .boxed()
                    .min(java.util.Comparator.comparingDouble(each -> level(claims.get(each), got[each])))
                    .orElseThrow();
            got[next]++;
        }
        return got;
    }

    /** The tier in which the next unit falls, and which part of it would then be filled, by the factor. */
    private static double level(Claim claim, long got) {
        long have = claim.had() + got;
        int tier = 0;
        while (have >= ShortageTable.end(tier, claim.asked())) {
            tier++;
        }
        long from = ShortageTable.end(tier - 1, claim.asked());
        double width = ShortageTable.end(tier, claim.asked()) - from;
        return tier + Math.min(0.999_999, (have - from) / width / claim.factor());
    }
}
