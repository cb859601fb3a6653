package org.tongxin.core.allocation;

import java.util.Arrays;

/**
 * Cheapest ways, at reduced cost, from one post through the residual network of a proved plan to every post and to the
 * sink ("stays free" and "stays empty"). A step from a post moves one of its people on, or takes up an empty place; a step
 * from the sink brings in a free person or gives up a filled place. By the proof no step is negative, so Dijkstra's search
 * holds.
 */
final class ResidualDistances {

    private static final long UNREACHED = Long.MAX_VALUE;

    private final PeopleProblem problem;
    private final PeoplePlan plan;
    private final EligiblePairs pairs;
    private final CheapestFree free;
    private final int[] firstSeat;
    private final int[] seats;
    private final long[] distance;
    private final PostHeap open;
    private final int sink;

    /** @param pairs over which the plan is proved @param free of the same problem, plan and pairs */
    ResidualDistances(PeopleProblem problem, PeoplePlan plan, EligiblePairs pairs, CheapestFree free) {
        this.problem = problem;
        this.plan = plan;
        this.pairs = pairs;
        this.free = free;
        this.sink = problem.posts();
        this.firstSeat = firstSeats(plan);
        this.seats = seats(plan, firstSeat);
        this.distance = new long[sink + 1];
        this.open = new PostHeap(sink + 1);
        Arrays.fill(distance, UNREACHED);
    }

    /** Takes what is reached, nearest first. */
    interface Reached {

        /**
         * @param post or {@link PeopleProblem#NO_POST} for the sink
         * @return whether to go on
         */
        boolean at(int post, long length);
    }

    /** Looks from a post until told to stop; once for each of these objects. */
    void searchFrom(int start, Reached reached) {
        open.offer(start, 0);
        while (!open.isEmpty()) {
            long length = open.nearestDistance();
            int node = open.poll();
            distance[node] = length;
            if (!reached.at(node == sink ? PeopleProblem.NO_POST : node, length)) {
                return;
            }
            if (node == sink) {
                leaveSink(length);
            } else {
                leavePost(node, length);
            }
        }
    }

    private void leavePost(int post, long length) {
        PostNeed need = problem.need(post);
        if (plan.filled(post) < need.places()) {
            reach(sink, length + plan.postPrice(post) - need.savingOfNext(plan.filled(post)));
        }
        for (int seat = firstSeat[post]; seat < firstSeat[post + 1]; seat++) {
            reach(sink, length + plan.personPrice(seats[seat]));
            leavePerson(seats[seat], length);
        }
    }

    /** Of all the free only the cheapest for each post can lie on a cheapest way. */
    private void leaveSink(long length) {
        long[] costOfFree = free.costOfPost();
        for (int post = 0; post < sink; post++) {
            int filled = plan.filled(post);
            if (filled > 0) {
                reach(post, length + problem.need(post).savingOfNext(filled - 1) - plan.postPrice(post));
            }
            if (costOfFree[post] != CheapestFree.NOBODY) {
                reach(post, length + costOfFree[post] - plan.postPrice(post));
            }
        }
    }

    private void leavePerson(int person, long length) {
        pairs.ofPerson(person, (post, cost) -> {
            if (distance[post] == UNREACHED && problem.need(post).places() > 0) {
                long keeps = problem.currentPost(person) == post ? problem.moveCost() : 0;
                reach(post, length + cost - keeps + plan.personPrice(person) - plan.postPrice(post));
            }
        });
    }

    private void reach(int node, long length) {
        if (distance[node] == UNREACHED) {
            open.offer(node, length);
        }
    }

    private static int[] firstSeats(PeoplePlan plan) {
        int[] first = new int[plan.posts() + 1];
        for (int post = 0; post < plan.posts(); post++) {
            first[post + 1] = first[post] + plan.filled(post);
        }
        return first;
    }

    private static int[] seats(PeoplePlan plan, int[] firstSeat) {
        int[] next = firstSeat.clone();
        int[] seats = new int[firstSeat[plan.posts()]];
        for (int person = 0; person < plan.people(); person++) {
            if (plan.postOf(person) != PeopleProblem.NO_POST) {
                seats[next[plan.postOf(person)]++] = person;
            }
        }
        return seats;
    }
}
