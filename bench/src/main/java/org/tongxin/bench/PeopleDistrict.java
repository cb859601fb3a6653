package org.tongxin.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tongxin.core.allocation.PeopleProblem;
import org.tongxin.core.allocation.PostNeed;
import org.tongxin.core.random.KeyedRandom;

/**
 * One shift of a district: communities as Gaussian clusters in a square, people crowded towards some of them; 80 % of the posts
 * are general, 20 % need one of seven skills that 5 % of the people have; 1 to 6 places, a fifth of the posts checkpoints whose
 * every place is of the first rank; the cost is the way in metres, and 300 more for a rare skill at a general post; each
 * person is listed for the nearest posts they may take. More than 5,000 posts need as much more land, and as many more clusters.
 */
final class PeopleDistrict {

    private static final int CELLS = 100;
    private static final double SIDE = 20_000;
    private static final int CLUSTERS = 60;
    static final int SKILLS = 7;
    private static final long[] MINIMUM_PENALTY = {1_000_000, 300_000, 150_000};
    private static final long[] PENALTY = {1_000_000, 100_000, 30_000};
    private static final int RARE_SKILL_METRES = 300;

    private final KeyedRandom chance;
    private final double side;
    private final int clusters;
    private final double[] x;
    private final double[] y;
    private final int[] skill;
    private final int[][] postsOfCell = new int[CELLS * CELLS][];

    PeopleDistrict(long seed, int posts) {
        this.chance = new KeyedRandom(seed);
        double land = Math.max(1, posts / 5_000.0);
        side = SIDE * Math.sqrt(land);
        clusters = (int) (CLUSTERS * land);
        x = new double[posts];
        y = new double[posts];
        skill = new int[posts];
        List<List<Integer>> cells = new ArrayList<>();
        IntStream.range(0, CELLS * CELLS).forEach(cell -> cells.add(new ArrayList<>()));
        for (int post = 0; post < posts; post++) {
            x[post] = at(1, post, 0);
            y[post] = at(1, post, 1);
            skill[post] = chance.uniform(2, post) < 0.2 ? 1 + chance.below(SKILLS, 3, post) : 0;
            cells.get(cell(x[post]) * CELLS + cell(y[post])).add(post);
        }
        for (int cell = 0; cell < postsOfCell.length; cell++) {
            postsOfCell[cell] =
                    cells.get(cell).stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /** @param moveCost of who is taken from a post they were told; nobody was yet */
    static PeopleProblem problem(long seed, int people, int posts, int pairs, long moveCost) {
        PeopleDistrict district = new PeopleDistrict(seed, posts);
        PeopleProblem.Builder builder = PeopleProblem.builder(people);
        for (int post = 0; post < posts; post++) {
            builder.post(district.need(post));
        }
        for (int person = 0; person < people; person++) {
            district.list(person, pairs, builder);
        }
        int[] nobodyTold = new int[people];
        Arrays.fill(nobodyTold, PeopleProblem.NO_POST);
        return builder.current(nobodyTold, moveCost).build();
    }

    /** A cluster whose number is skewed to the low ones for people, and a normal distance from its middle. */
    private double at(int what, int number, int axis) {
        double skew = what == 0 ? Math.pow(chance.uniform(4, what, number), 1.5) : chance.uniform(4, what, number);
        int cluster = (int) (skew * clusters);
        double normal = Math.sqrt(-2 * Math.log(1 - chance.uniform(5, what, number)))
                * Math.cos(2 * Math.PI * (chance.uniform(6, what, number) + axis * 0.25));
        return Math.clamp(side * chance.uniform(7, cluster, axis) + 1200 * normal, 0, side - 1);
    }

    private int cell(double value) {
        return (int) (value / side * CELLS);
    }

    /** Where a person lives. @param axis 0 or 1 */
    double home(int person, int axis) {
        return at(0, person, axis);
    }

    /** The rare skill of a person, 1 .. {@value #SKILLS}, or 0. */
    int skillOf(int person) {
        return chance.uniform(12, person) < 0.35 ? 1 + chance.below(SKILLS, 13, person) : 0;
    }

    /** The skill that a post asks for, or 0. */
    int skillOfPost(int post) {
        return skill[post];
    }

    double[] xOfPosts() {
        return x.clone();
    }

    double[] yOfPosts() {
        return y.clone();
    }

    /** @param has the person's skill */
    long cost(int has, int post, double metres) {
        return Math.round(metres) + (has > 0 && skill[post] == 0 ? RARE_SKILL_METRES : 0);
    }

    PostNeed need(int post) {
        int places = 1 + chance.below(6, 8, post);
        boolean checkpoint = chance.uniform(9, post) < 0.2;
        int level = checkpoint ? 0 : chance.below(3, 10, post);
        int minimum = checkpoint ? places : 1 + chance.below(places, 11, post);
        return new PostNeed(places, minimum, MINIMUM_PENALTY[level], PENALTY[level]);
    }

    /** Looks at rings of cells until no nearer post can come. */
    private void list(int person, int pairs, PeopleProblem.Builder builder) {
        double homeX = home(person, 0);
        double homeY = home(person, 1);
        int has = skillOf(person);
        List<long[]> found = new ArrayList<>();
        for (int ring = 0; ring <= CELLS; ring++) {
            lookAtRing(ring, homeX, homeY, has, found);
            long safe = (long) (ring * side / CELLS);
            if (found.stream().filter(each -> each[0] <= safe).count() >= pairs) {
                break;
            }
        }
        found.sort(
                (one, other) -> one[0] == other[0] ? Long.compare(one[1], other[1]) : Long.compare(one[0], other[0]));
        for (long[] each : found.subList(0, Math.min(pairs, found.size()))) {
            builder.arc(
                    person, (int) each[1], each[0] + (has > 0 && skill[(int) each[1]] == 0 ? RARE_SKILL_METRES : 0));
        }
    }

    private void lookAtRing(int ring, double homeX, double homeY, int has, List<long[]> found) {
        int middleX = cell(homeX);
        int middleY = cell(homeY);
        for (int cellX = Math.max(0, middleX - ring); cellX <= Math.min(CELLS - 1, middleX + ring); cellX++) {
            for (int cellY = Math.max(0, middleY - ring); cellY <= Math.min(CELLS - 1, middleY + ring); cellY++) {
                if (Math.max(Math.abs(cellX - middleX), Math.abs(cellY - middleY)) == ring) {
                    for (int post : postsOfCell[cellX * CELLS + cellY]) {
                        if (skill[post] == 0 || skill[post] == has) {
                            found.add(new long[] {Math.round(Math.hypot(x[post] - homeX, y[post] - homeY)), post});
                        }
                    }
                }
            }
        }
    }
}
