package org.tongxin.core.population;

import java.util.Arrays;
import org.tongxin.core.random.KeyedRandom;
import org.tongxin.core.random.SequentialRandom;

/**
 * Gives everybody an age and a sex, taken from one pool without replacement, so that the ages of the district come out exactly.
 *
 * <p>In this order, the most demanding homes first: families with minors, around whose age parents 20 to 40 years older are
 * sought, then grandparents as much older than a parent; rooms; families with grown children; couples; everybody left. When a
 * pool has nobody who fits, somebody who does not is taken, and counted.
 */
final class Ages {

    static final int ADULT = 18;

    /** Least and most years between a parent and a child; the specification of the product asks for it. */
    static final int LEAST_GAP = 20;

    static final int MOST_GAP = 40;

    private static final int OLDEST = Population.MAX_AGE;
    private static final int STUDENT_TO = 22;
    private static final int MALE = 0;
    private static final int FEMALE = 1;
    private static final byte UNSET = Byte.MAX_VALUE;

    private final Homes homes;
    private final AgePool pool;
    private final SequentialRandom random;
    private final NormalDraws parentGap;
    private final NormalDraws partnerGap;
    private final int siblingGap;
    private final int grownTo;
    private final double motherShare;
    private final double youngCouples;
    private final int settledFrom;
    private final int widowedFrom;
    private final int withParentTo;
    private final double oldCouples;
    private final HomeOrder order;
    private final int[] starts;
    private final byte[] ageAndSex;
    private int misfits;

    private Ages(Homes homes, AgePool pool, SynthesisSettings settings, int people, long seed) {
        this.homes = homes;
        this.pool = pool;
        this.random = SequentialRandom.of(seed, KeyedRandom.key("population.ages"));
        this.parentGap = new NormalDraws(
                settings.value(Parameter.PARENT_GAP_MEAN),
                settings.value(Parameter.PARENT_GAP_SD),
                LEAST_GAP,
                MOST_GAP);
        this.partnerGap = new NormalDraws(
                settings.value(Parameter.PARTNER_GAP_MEAN), settings.value(Parameter.PARTNER_GAP_SD), -30, 30);
        this.siblingGap = settings.whole(Parameter.SIBLING_GAP);
        this.grownTo = settings.whole(Parameter.ADULT_CHILD_AGE);
        this.motherShare = settings.value(Parameter.MOTHER_SHARE);
        this.settledFrom = settings.whole(Parameter.SETTLED_AGE);
        this.widowedFrom = settings.whole(Parameter.WIDOWED_AGE);
        this.withParentTo = settings.whole(Parameter.WITH_PARENT_AGE);
        this.youngCouples = settings.value(Parameter.YOUNG_COUPLES);
        this.oldCouples = settings.value(Parameter.OLD_COUPLES);
        this.order = new HomeOrder(homes);
        this.starts = homes.starts();
        this.ageAndSex = new byte[people];
        Arrays.fill(ageAndSex, UNSET);
    }

    static Ages of(Homes homes, int[][] people, SynthesisSettings settings, int size, long seed) {
        Ages ages = new Ages(homes, new AgePool(people), settings, size, seed);
        ages.fillFamiliesWithMinors();
        ages.fillRooms(HomeKind.STUDENTS, ADULT, STUDENT_TO);
        ages.fillRooms(HomeKind.IN_CARE, settings.whole(Parameter.CARE_AGE), OLDEST);
        ages.fillRooms(HomeKind.WORKERS, ADULT, settings.whole(Parameter.ROOM_WORKER_AGE));
        ages.fillFamiliesWithGrownChildren();
        ages.fillCouplesWithParents();
        ages.fillCouples();
        ages.fillRest();
        return ages;
    }

    /** Of every person, packed as in a population. */
    byte[] ageAndSex() {
        return ageAndSex;
    }

    /** How many people were taken although their age did not fit their place. */
    int misfits() {
        return misfits;
    }

    /** Which families have minors is chance, as long as all minors find a place. */
    private void fillFamiliesWithMinors() {
        int places = childPlaces();
        for (int place = order.childrenStart(); place < order.childrenEnd(); place++) {
            int home = order.home(place);
            HomeKind kind = homes.kind(home);
            int minors = pool.left(0, ADULT - 1);
            boolean needed = minors > places - kind.children;
            if (minors > 0 && (needed || random.uniform() * places < minors)) {
                fillFamily(kind, starts[home], 0, ADULT - 1);
            }
            places -= kind.children;
        }
    }

    private void fillFamiliesWithGrownChildren() {
        for (int place = order.childrenStart(); place < order.childrenEnd(); place++) {
            int home = order.home(place);
            if (ageAndSex[starts[home]] == UNSET) {
                fillFamily(homes.kind(home), starts[home], ADULT, grownTo);
            }
        }
    }

    private int childPlaces() {
        int places = 0;
        for (int place = order.childrenStart(); place < order.childrenEnd(); place++) {
            places += homes.kind(order.home(place)).children;
        }
        return places;
    }

    private void fillFamily(HomeKind kind, int person, int from, int to) {
        int child = person + kind.heads;
        int first = orAnybody(pool.takeAny(from, to, random));
        ageAndSex[child] = (byte) first;
        int youngest = years(first);
        int oldest = youngest;
        if (kind.children == 2) {
            int second = sibling(youngest, from, to);
            ageAndSex[child + 1] = (byte) second;
            youngest = Math.min(youngest, years(second));
            oldest = Math.max(oldest, years(second));
        }
        fillHeads(kind, person, youngest + parentGap.draw(random), oldest + LEAST_GAP, youngest + MOST_GAP);
        fillParents(kind, person);
    }

    private int sibling(int years, int from, int to) {
        int gap = 1 + random.below(siblingGap);
        int wanted = (random.bits() < 0) == (years + gap <= to) ? years + gap : years - gap;
        int least = years - 2 * siblingGap;
        int most = years + 2 * siblingGap;
        int sex = random.bits() < 0 ? MALE : FEMALE;
        int found = nearest(sex, wanted, Math.max(least, from), Math.min(most, to));
        return found != AgePool.NONE ? found : orAnybody(nearest(sex, wanted, Math.max(least, 0), most));
    }

    private void fillHeads(HomeKind kind, int person, int wanted, int least, int most) {
        if (kind.heads == 1) {
            int sex = random.uniform() < motherShare ? FEMALE : MALE;
            ageAndSex[person] = (byte) orAnybody(nearest(sex, wanted, least, most));
            return;
        }
        int woman = orAnybody(nearest(FEMALE, wanted, least, most));
        ageAndSex[person] = (byte) woman;
        int man = nearest(MALE, years(woman) + partnerGap.draw(random), least, most);
        ageAndSex[person + 1] = (byte) orAnybody(man);
    }

    /** Parents of one of the heads; two of them are of different sex. */
    private void fillParents(HomeKind kind, int person) {
        if (kind.parents == 0) {
            return;
        }
        int head = years(ageAndSex[person + random.below(kind.heads)]);
        int place = person + kind.heads + kind.children;
        int first = nearest(FEMALE, head + parentGap.draw(random), head + LEAST_GAP, head + MOST_GAP);
        ageAndSex[place] = (byte) orAnybody(first);
        if (kind.parents == 2) {
            int wanted = years(ageAndSex[place]) + partnerGap.draw(random);
            ageAndSex[place + 1] = (byte) orAnybody(nearest(MALE, wanted, head + LEAST_GAP, head + MOST_GAP));
        }
    }

    /** Of this sex where possible. */
    private int nearest(int sex, int wanted, int least, int most) {
        int to = Math.min(most, OLDEST);
        int found = pool.takeNearest(sex, wanted, least, to);
        return found != AgePool.NONE ? found : pool.takeNearest(1 - sex, wanted, least, to);
    }

    /** Somebody is always there: the pool holds exactly as many people as there are places. */
    private int orAnybody(int found) {
        if (found != AgePool.NONE) {
            return found;
        }
        misfits++;
        int adult = pool.takeAny(ADULT, OLDEST, random);
        return adult != AgePool.NONE ? adult : pool.takeAny(0, OLDEST, random);
    }

    private void fillRooms(HomeKind kind, int from, int to) {
        for (int place = order.start(kind); place < order.end(kind); place++) {
            int home = order.home(place);
            fillRoom(starts[home], homes.size(home), from, to);
        }
    }

    /** Men and women have rooms of their own. */
    private void fillRoom(int person, int size, int from, int to) {
        int men = pool.left(MALE, from, to);
        int sex = random.uniform() * pool.left(from, to) < men ? MALE : FEMALE;
        for (int place = person; place < person + size; place++) {
            int found = pool.take(sex, from, to, random);
            ageAndSex[place] = (byte) orAnybody(found != AgePool.NONE ? found : pool.takeAny(from, to, random));
        }
    }

    private void fillCouplesWithParents() {
        for (int place = order.start(HomeKind.COUPLE_PARENT); place < order.end(HomeKind.COUPLE_PARENT); place++) {
            int person = starts[order.home(place)];
            fillCouple(person, withParentTo);
            fillParents(HomeKind.COUPLE_PARENT, person);
        }
    }

    private void fillCouples() {
        for (int place = order.start(HomeKind.COUPLE); place < order.end(HomeKind.COUPLE); place++) {
            fillCouple(starts[order.home(place)], OLDEST);
        }
    }

    /** Fewer of the youngest and of the oldest live as couples. */
    private void fillCouple(int person, int to) {
        int least = random.uniform() < youngCouples ? LEAST_GAP : settledFrom;
        int most = random.uniform() < oldCouples ? to : Math.min(to, widowedFrom - 1);
        int woman = pool.take(FEMALE, least, most, random);
        ageAndSex[person] = (byte) orAnybody(woman != AgePool.NONE ? woman : pool.take(FEMALE, LEAST_GAP, to, random));
        int wanted = years(ageAndSex[person]) + partnerGap.draw(random);
        ageAndSex[person + 1] = (byte) orAnybody(nearest(MALE, wanted, LEAST_GAP, to));
    }

    private void fillRest() {
        for (int person = 0; person < ageAndSex.length; person++) {
            if (ageAndSex[person] == UNSET) {
                ageAndSex[person] = (byte) orAnybody(pool.takeAny(ADULT, OLDEST, random));
            }
        }
    }

    private static int years(int packed) {
        return packed & 0x7f;
    }
}
