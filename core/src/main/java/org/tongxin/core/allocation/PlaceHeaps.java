package org.tongxin.core.allocation;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The places of all posts in an auction, each with who holds it and what a person is worth there; of each post the place worth most
 * is at hand. Places are numbered through, those of a post together: the minimum ones first. Binary heaps, one a post. For one
 * thread only.
 */
final class PlaceHeaps {

    static final int NOBODY = -1;

    /** Far below every worth, and far enough from the least number for a cost to be taken off. */
    private static final long NOTHING = Long.MIN_VALUE / 2;

    private final int[] firstOfPost;
    private final int[] postOfPlace;
    private final int[] heap;
    private final int[] positionOfPlace;
    private final long[] saving;
    private final long[] worth;
    private final int[] holder;

    /** @param places how many of each post, at most as many as it needs @param scale by which savings are multiplied */
    PlaceHeaps(PostNeed[] needs, int[] places, long scale) {
        firstOfPost = new int[needs.length + 1];
        for (int post = 0; post < needs.length; post++) {
            firstOfPost[post + 1] = Math.addExact(firstOfPost[post], places[post]);
        }
        int all = firstOfPost[needs.length];
        postOfPlace = new int[all];
        saving = new long[all];
        for (int post = 0; post < needs.length; post++) {
            for (int place = firstOfPost[post]; place < firstOfPost[post + 1]; place++) {
                postOfPlace[place] = post;
                saving[place] = scale * needs[post].savingOfNext(place - firstOfPost[post]);
            }
        }
        worth = saving.clone();
        heap = new int[all];
        Arrays.setAll(heap, place -> place);
        positionOfPlace = heap.clone();
        holder = new int[all];
        Arrays.fill(holder, NOBODY);
    }

    int count() {
        return heap.length;
    }

    /** The most that any place saves; 0 where there is none. */
    long largestSaving() {
        return Arrays.stream(saving).max().orElse(0);
    }

    int post(int place) {
        return postOfPlace[place];
    }

    /** The place of a post that is worth most; there must be one. */
    int best(int post) {
        return heap[firstOfPost[post]];
    }

    /** What the best place of a post is worth; far below everything where there is none. */
    long bestWorth(int post) {
        return firstOfPost[post] == firstOfPost[post + 1] ? NOTHING : worth[best(post)];
    }

    /** What the second best place of a post is worth; far below everything where there is none. */
    long secondWorth(int post) {
        int left = firstOfPost[post] + 1;
        int end = firstOfPost[post + 1];
        long second = left < end ? worth[heap[left]] : NOTHING;
        return left + 1 < end ? Math.max(second, worth[heap[left + 1]]) : second;
    }

    /** What filling the place saves, the most a person can be worth there. */
    long saving(int place) {
        return saving[place];
    }

    long worth(int place) {
        return worth[place];
    }

    int holder(int place) {
        return holder[place];
    }

    /** Whether the place is empty and worth less than it saves, as places are that somebody held. */
    boolean isLeft(int place) {
        return holder[place] == NOBODY && worth[place] < saving[place];
    }

    void forEachLeft(IntConsumer action) {
        for (int place = count() - 1; place >= 0; place--) {
            if (isLeft(place)) {
                action.accept(place);
            }
        }
    }

    void hold(int place, int person) {
        holder[place] = person;
    }

    void changeWorth(int place, long changed) {
        boolean rises = changed > worth[place];
        worth[place] = changed;
        if (rises) {
            rise(place);
        } else {
            sink(place);
        }
    }

    private void rise(int place) {
        int first = firstOfPost[postOfPlace[place]];
        int at = positionOfPlace[place] - first;
        while (at > 0 && worth[heap[first + (at - 1 >>> 1)]] < worth[place]) {
            put(heap[first + (at - 1 >>> 1)], first + at);
            at = at - 1 >>> 1;
        }
        put(place, first + at);
    }

    private void sink(int place) {
        int first = firstOfPost[postOfPlace[place]];
        int size = firstOfPost[postOfPlace[place] + 1] - first;
        int at = positionOfPlace[place] - first;
        int child = 2 * at + 1;
        while (child < size) {
            if (child + 1 < size && worth[heap[first + child + 1]] > worth[heap[first + child]]) {
                child++;
            }
            if (worth[heap[first + child]] <= worth[place]) {
                break;
            }
            put(heap[first + child], first + at);
            at = child;
            child = 2 * at + 1;
        }
        put(place, first + at);
    }

    private void put(int place, int position) {
        heap[position] = place;
        positionOfPlace[place] = position;
    }
}
