package org.tongxin.core.allocation;

import java.util.Arrays;

/**
 * Posts waiting in a search, nearest first; of equally near ones the lowest number first. A binary heap that knows where
 * each post stands, so that a distance can be lowered in place. For one thread only.
 */
final class PostHeap {

    private static final int ABSENT = -1;

    private final int[] heap;
    private final int[] positionOfPost;
    private final long[] distanceOfPost;
    private int size;

    PostHeap(int posts) {
        heap = new int[posts];
        positionOfPost = new int[posts];
        distanceOfPost = new long[posts];
        Arrays.fill(positionOfPost, ABSENT);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Distance of the nearest post; there must be one. */
    long nearestDistance() {
        return distanceOfPost[heap[0]];
    }

    /** Adds a post or lowers its distance; whether anything changed. */
    boolean offer(int post, long distance) {
        int position = positionOfPost[post];
        if (position == ABSENT) {
            position = size++;
        } else if (distance >= distanceOfPost[post]) {
            return false;
        }
        distanceOfPost[post] = distance;
        rise(post, position);
        return true;
    }

    /** Takes the nearest post out. */
    int poll() {
        int nearest = heap[0];
        positionOfPost[nearest] = ABSENT;
        int last = heap[--size];
        if (size > 0) {
            sink(last);
        }
        return nearest;
    }

    void clear() {
        for (int position = 0; position < size; position++) {
            positionOfPost[heap[position]] = ABSENT;
        }
        size = 0;
    }

    private void rise(int post, int from) {
        int position = from;
        while (position > 0 && comesBefore(post, heap[(position - 1) >>> 1])) {
            place(heap[(position - 1) >>> 1], position);
            position = (position - 1) >>> 1;
        }
        place(post, position);
    }

    private void sink(int post) {
        int position = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size && comesBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (comesBefore(post, heap[child])) {
                break;
            }
            place(heap[child], position);
            position = child;
            child = 2 * position + 1;
        }
        place(post, position);
    }

    private boolean comesBefore(int post, int other) {
        long difference = distanceOfPost[post] - distanceOfPost[other];
        return difference < 0 || (difference == 0 && post < other);
    }

    private void place(int post, int position) {
        heap[position] = post;
        positionOfPost[post] = position;
    }
}
