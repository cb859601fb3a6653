package org.tongxin.core.allocation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Who may go where at which cost, listed both by person and by post, the cheapest of a post first; more may come, and people may
 * leave. Costs are net of the move that staying avoids. For one thread only.
 */
final class Eligible {

    private final Side ofPerson;
    private final Side ofPost;

    /** Nobody and nothing yet. */
    Eligible() {
        ofPerson = new Side(16);
        ofPost = new Side(16);
    }

    /** All pairs of a problem. */
    Eligible(PeopleProblem problem) {
        int[] pairsOfPost = new int[problem.posts()];
        for (int arc = 0; arc < problem.arcCount(); arc++) {
            pairsOfPost[problem.arcPost(arc)]++;
        }
        ofPerson = new Side(problem.people() + 1);
        ofPost = new Side(problem.posts() + 1);
        for (int each : pairsOfPost) {
            ofPost.add(each);
        }
        for (int person = 0; person < problem.people(); person++) {
            ofPerson.add(problem.firstArc(person + 1) - problem.firstArc(person));
            for (int arc = problem.firstArc(person); arc < problem.firstArc(person + 1); arc++) {
                boolean stays = problem.arcPost(arc) == problem.currentPost(person);
                long net = problem.arcCost(arc) - (stays ? problem.moveCost() : 0);
                ofPerson.append(person, problem.arcPost(arc), net);
                ofPost.append(problem.arcPost(arc), person, net);
            }
        }
        for (int post = 0; post < problem.posts(); post++) {
            ofPost.sort(post);
        }
    }

    int people() {
        return ofPerson.count;
    }

    int posts() {
        return ofPost.count;
    }

    int addPerson() {
        return ofPerson.add(0);
    }

    int addPost() {
        return ofPost.add(0);
    }

    /** The person and the post exist; the pair is not there yet. */
    void add(int person, int post, long cost) {
        ofPerson.append(person, post, cost);
        ofPost.append(post, person, cost);
        ofPost.moveLast(post);
    }

    /** Takes away all pairs of a person. */
    void removeAllOf(int person) {
        for (int index = 0; index < ofPerson.length[person]; index++) {
            ofPost.remove(ofPerson.other[person][index], person);
        }
        ofPerson.length[person] = 0;
    }

    boolean has(int person, int post) {
        return ofPerson.find(person, post) < ofPerson.length[person];
    }

    /** Makes a pair, if there is one, dearer by so much. */
    void changeCost(int person, int post, long by) {
        ofPerson.changeCost(person, post, by);
        ofPost.changeCost(post, person, by);
        ofPost.moveLast(post);
    }

    /** Number of posts of a person. */
    int numberOfPerson(int person) {
        return ofPerson.length[person];
    }

    /** The posts of a person, of which {@link #numberOfPerson} count. */
    int[] posts(int person) {
        return ofPerson.other[person];
    }

    /** The costs that belong to {@link #posts}. */
    long[] costsOfPerson(int person) {
        return ofPerson.cost[person];
    }

    /** Number of people of a post. */
    int numberOfPost(int post) {
        return ofPost.length[post];
    }

    /** The people of a post, the cheapest first, of whom {@link #numberOfPost} count. */
    int[] people(int post) {
        return ofPost.other[post];
    }

    /** The costs that belong to {@link #people}. */
    long[] costsOfPost(int post) {
        return ofPost.cost[post];
    }

    /** One of the two ways of listing the pairs. */
    private static final class Side {

        /** Bits of a key that tell the place in the list; the others tell the cost. */
        private static final int INDEX_BITS = 20;

        private static final long LARGEST_KEY = 1L << 63 - INDEX_BITS;

        private int count;
        private int[][] other;
        private long[][] cost;
        private int[] length;

        Side(int room) {
            other = new int[room][];
            cost = new long[room][];
            length = new int[room];
        }

        int add(int room) {
            if (count == other.length) {
                other = Arrays.copyOf(other, 2 * count);
                cost = Arrays.copyOf(cost, 2 * count);
                length = Arrays.copyOf(length, 2 * count);
            }
            other[count] = new int[room];
            cost[count] = new long[room];
            return count++;
        }

        void append(int to, int what, long itsCost) {
            int at = length[to]++;
            if (at == other[to].length) {
                int room = Math.max(4, 2 * at);
                other[to] = Arrays.copyOf(other[to], room);
                cost[to] = Arrays.copyOf(cost[to], room);
            }
            other[to][at] = what;
            cost[to][at] = itsCost;
        }

        /** Puts the cheapest first; of equally cheap ones the order stays. */
        void sort(int list) {
            int[] unsorted = other[list].clone();
            long[] cost = this.cost[list].clone();
            long[] keys = new long[length[list]];
            boolean fits = true;
            for (int at = 0; at < keys.length; at++) {
                fits &= Math.abs(cost[at]) < LARGEST_KEY;
                keys[at] = cost[at] << INDEX_BITS | at;
            }
            if (!fits) {
                keys = IntStream.range(0, keys.length)
                        .boxed()
                        .sorted(Comparator.comparingLong(at -> cost[at]))
                        .mapToLong(Integer::longValue)
                        .toArray();
            } else {
                Arrays.sort(keys);
            }
            for (int at = 0; at < keys.length; at++) {
                int from = (int) keys[at] & (1 << INDEX_BITS) - 1;
                other[list][at] = unsorted[from];
                this.cost[list][at] = cost[from];
            }
        }

        /** Moves the last one to where its cost belongs. */
        void moveLast(int list) {
            int at = length[list] - 1;
            int what = other[list][at];
            long itsCost = cost[list][at];
            while (at > 0 && cost[list][at - 1] > itsCost) {
                other[list][at] = other[list][at - 1];
                cost[list][at] = cost[list][at - 1];
                at--;
            }
            other[list][at] = what;
            cost[list][at] = itsCost;
        }

        void remove(int from, int what) {
            takeOut(from, find(from, what));
        }

        /** Changes a cost and makes it the last of the list. */
        void changeCost(int of, int what, long by) {
            int at = find(of, what);
            if (at < length[of]) {
                long changed = cost[of][at] + by;
                takeOut(of, at);
                append(of, what, changed);
            }
        }

        private void takeOut(int from, int at) {
            int after = --length[from] - at;
            System.arraycopy(other[from], at + 1, other[from], at, after);
            System.arraycopy(cost[from], at + 1, cost[from], at, after);
        }

        private int find(int in, int what) {
            int at = 0;
            while (at < length[in] && other[in][at] != what) {
                at++;
            }
            return at;
        }
    }
}
