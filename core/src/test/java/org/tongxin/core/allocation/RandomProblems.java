package org.tongxin.core.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Problems and their parts for tests, all from a seed that the failing test prints. */
final class RandomProblems {

    /** Parts that can be changed and put together again. */
    static final class Parts {
        int people;
        List<PostNeed> needs = new ArrayList<>();
        List<long[]> arcs = new ArrayList<>();
        int[] current = new int[0];
        long moveCost;

        PeopleProblem problem() {
            PeopleProblem.Builder builder = PeopleProblem.builder(people);
            needs.forEach(builder::post);
            arcs.forEach(arc -> builder.arc((int) arc[0], (int) arc[1], arc[2]));
            return builder.current(current, moveCost).build();
        }

        /** The same problem without this person and without the place they are forced into. */
        PeopleProblem withForced(int person, int post) {
            Parts rest = new Parts();
            rest.people = people;
            rest.needs = new ArrayList<>(needs);
            PostNeed need = needs.get(post);
            rest.needs.set(
                    post,
                    new PostNeed(
                            need.places() - 1,
                            Math.max(0, need.minimum() - 1),
                            need.emptyMinimumPenalty(),
                            need.emptyPenalty()));
            rest.arcs = arcs.stream().filter(arc -> arc[0] != person).toList();
            rest.current = current.clone();
            rest.current[person] = PeopleProblem.NO_POST;
            rest.moveCost = moveCost;
            return rest.problem();
        }

        Parts shuffled(long seed) {
            Parts other = new Parts();
            other.people = people;
            other.needs = needs;
            other.arcs = new ArrayList<>(arcs);
            Collections.shuffle(other.arcs, new Random(seed));
            other.current = current;
            other.moveCost = moveCost;
            return other;
        }
    }

    private RandomProblems() {}

    /** Few people, few posts, small numbers, so that ties, shortage and moves all happen. */
    static Parts small(long seed) {
        Random random = new Random(seed);
        return parts(random, 1 + random.nextInt(6), 1 + random.nextInt(4), 12, 0.6);
    }

    static Parts medium(long seed) {
        Random random = new Random(seed);
        return parts(random, 20 + random.nextInt(40), 5 + random.nextInt(20), 60, 0.25);
    }

    private static Parts parts(Random random, int people, int posts, int largest, double density) {
        Parts parts = new Parts();
        parts.people = people;
        for (int post = 0; post < posts; post++) {
            int places = random.nextInt(4);
            long penalty = random.nextInt(largest);
            parts.needs.add(
                    new PostNeed(places, random.nextInt(places + 1), penalty + random.nextInt(2 * largest), penalty));
        }
        for (int person = 0; person < people; person++) {
            for (int post = 0; post < posts; post++) {
                if (random.nextDouble() < density) {
                    parts.arcs.add(new long[] {person, post, random.nextInt(largest)});
                }
            }
        }
        parts.current = new int[people];
        Arrays.setAll(parts.current, person -> random.nextInt(posts + 1) - 1);
        parts.moveCost = random.nextBoolean() ? random.nextInt(largest / 2) : 0;
        return parts;
    }

    /** Streets as clusters, people near them, each person listed for the nearest posts. */
    static PeopleProblem district(long seed, int people, int posts, int arcsOfPerson, int largestNeed) {
        Random random = new Random(seed);
        PeopleProblem.Builder builder = PeopleProblem.builder(people);
        double[][] placeOfPost = new double[posts][];
        long[] minimumPenalty = {1_000_000, 300_000, 150_000};
        long[] penalty = {1_000_000, 100_000, 30_000};
        for (int post = 0; post < posts; post++) {
            placeOfPost[post] = near(random);
            int places = 1 + random.nextInt(largestNeed);
            int level = random.nextInt(3);
            builder.post(new PostNeed(places, 1 + random.nextInt(places), minimumPenalty[level], penalty[level]));
        }
        for (int person = 0; person < people; person++) {
            double[] home = near(random);
            long[] distances = new long[posts];
            for (int post = 0; post < posts; post++) {
                double metres = Math.hypot(home[0] - placeOfPost[post][0], home[1] - placeOfPost[post][1]);
                distances[post] = Math.round(metres) * posts + post;
            }
            Arrays.sort(distances);
            for (int rank = 0; rank < arcsOfPerson; rank++) {
                builder.arc(person, (int) (distances[rank] % posts), distances[rank] / posts);
            }
        }
        return builder.build();
    }

    private static double[] near(Random random) {
        double centreX = random.nextInt(6) * 2000;
        double centreY = random.nextInt(6) * 2000;
        return new double[] {centreX + random.nextGaussian() * 900, centreY + random.nextGaussian() * 900};
    }
}
