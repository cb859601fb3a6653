package org.tongxin.core.allocation;

import java.util.Arrays;

/** The allowed pairs of a plan that lives: by person and by post, and more may come. For one thread only. */
final class Pairs {

    private int count;
    private int[] person = new int[64];
    private int[] post = new int[64];
    private long[] cost = new long[64];
    private final Lists ofPerson = new Lists();
    private final Lists ofPost = new Lists();

    int people() {
        return ofPerson.count;
    }

    int posts() {
        return ofPost.count;
    }

    int addPerson() {
        return ofPerson.add();
    }

    int addPost() {
        return ofPost.add();
    }

    /** The person and the post exist; the pair is not there yet. */
    int add(int newPerson, int newPost, long itsCost) {
        if (count == person.length) {
            person = Arrays.copyOf(person, 2 * count);
            post = Arrays.copyOf(post, 2 * count);
            cost = Arrays.copyOf(cost, 2 * count);
        }
        person[count] = newPerson;
        post[count] = newPost;
        cost[count] = itsCost;
        ofPerson.add(newPerson, count);
        ofPost.add(newPost, count);
        return count++;
    }

    /** Takes away all pairs of a person. */
    void removeAllOf(int who) {
        for (int index = 0; index < ofPerson.length[who]; index++) {
            int pair = ofPerson.list[who][index];
            ofPost.remove(post[pair], pair);
        }
        ofPerson.length[who] = 0;
    }

    int person(int pair) {
        return person[pair];
    }

    int post(int pair) {
        return post[pair];
    }

    long cost(int pair) {
        return cost[pair];
    }

    void changeCost(int pair, long by) {
        cost[pair] += by;
    }

    /** How many pairs a person has; {@link #ofPerson} names them. */
    int numberOfPerson(int who) {
        return ofPerson.length[who];
    }

    int ofPerson(int who, int index) {
        return ofPerson.list[who][index];
    }

    int numberOfPost(int where) {
        return ofPost.length[where];
    }

    int ofPost(int where, int index) {
        return ofPost.list[where][index];
    }

    /** Lists of numbers that grow. */
    private static final class Lists {

        private static final int[] NONE = {};

        private int count;
        private int[][] list = new int[16][];
        private int[] length = new int[16];

        int add() {
            if (count == list.length) {
                list = Arrays.copyOf(list, 2 * count);
                length = Arrays.copyOf(length, 2 * count);
            }
            list[count] = NONE;
            return count++;
        }

        void add(int to, int number) {
            if (length[to] == list[to].length) {
                list[to] = Arrays.copyOf(list[to], Math.max(4, 2 * length[to]));
            }
            list[to][length[to]++] = number;
        }

        void remove(int from, int number) {
            int index = 0;
            while (list[from][index] != number) {
                index++;
            }
            list[from][index] = list[from][--length[from]];
        }
    }
}
