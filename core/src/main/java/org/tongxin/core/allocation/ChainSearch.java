package org.tongxin.core.allocation;

/**
 * Cheapest chains of moves in a proved plan, in both directions, and the prices that prove what is left. By the proof no step
 * is negative at reduced cost, so Dijkstra's search holds; after each search the prices of the posts that were settled move
 * by as much as the chain was longer than the way to them. For one thread only.
 */
final class ChainSearch {

    private static final int NONE = -1;

    private final Eligible eligible;
    private final LiveSeats seats;
    private PostHeap open = new PostHeap(16);
    /** Who moves into, or backward out of, a post on the way to it; for the latter where to; and at which cost. */
    private int[] via = new int[16];

    private int[] viaPost = new int[16];
    private long[] viaCost = new long[16];
    private int[] settledIn = new int[16];
    private int[] settled = new int[16];
    private long[] distance = new long[16];
    private int settledCount;
    private int search;

    private long best;
    private int bestPost;
    /** Who goes home at the end of a chain, or none. */
    private int bestLeaver;
    /** Who free comes in at the end of a chain, or none. */
    private int bestComer;

    private long bestComerCost;
    private int absent = NONE;

    ChainSearch(Eligible eligible, LiveSeats seats) {
        this.eligible = eligible;
        this.seats = seats;
    }

    private void begin(long bound) {
        if (via.length < eligible.posts()) {
            int room = 2 * eligible.posts();
            open = new PostHeap(room);
            via = new int[room];
            viaPost = new int[room];
            viaCost = new long[room];
            settledIn = new int[room];
            settled = new int[room];
            distance = new long[room];
        }
        open.clear();
        settledCount = 0;
        search++;
        best = bound;
        bestPost = NONE;
        bestLeaver = NONE;
        bestComer = NONE;
    }

    /** Finds a post for a free person, if that lowers the total. */
    void place(int person) {
        begin(0);
        lookOnward(person, 0, 0);
        searchOnward();
        if (bestPost != NONE) {
            pushOnward(NONE);
        }
    }

    /** Lets somebody go from a post, to another one or home, if that costs less than the bound. */
    boolean letGo(int post, long bound) {
        begin(bound);
        open.offer(post, 0);
        via[post] = NONE;
        searchOnward();
        if (bestPost != NONE) {
            pushOnward(post);
        }
        return bestPost != NONE;
    }

    private void searchOnward() {
        while (!open.isEmpty() && open.nearestDistance() < best) {
            long length = open.nearestDistance();
            settleOnward(settle(length), length);
        }
        for (int i = 0; i < settledCount; i++) {
            seats.changePrice(settled[i], distance[i] - best);
        }
    }

    private int settle(long length) {
        int post = open.poll();
        settledIn[post] = search;
        settled[settledCount] = post;
        distance[settledCount++] = length;
        return post;
    }

    private void settleOnward(int post, long length) {
        if (!seats.isFull(post)) {
            end(length + seats.price(post) - seats.need(post).savingOfNext(seats.filled(post)), post, NONE);
        }
        for (int seat = 0; seat < seats.filled(post); seat++) {
            int person = seats.personAt(post, seat);
            end(length + seats.priceOfPerson(person), post, person);
            lookOnward(person, length, seats.priceOfPerson(person));
        }
    }

    private void lookOnward(int person, long length, long price) {
        int[] posts = eligible.posts(person);
        long[] costs = eligible.costsOfPerson(person);
        for (int index = 0; index < eligible.numberOfPerson(person); index++) {
            int post = posts[index];
            long further = length + costs[index] + price - seats.price(post);
            if (further < best && settledIn[post] != search && open.offer(post, further)) {
                via[post] = person;
                viaCost[post] = costs[index];
            }
        }
    }

    private void end(long length, int post, int person) {
        if (length < best) {
            best = length;
            bestPost = post;
            bestLeaver = person;
            bestComer = NONE;
        }
    }

    /** Walks the chain back from its end: everybody on it moves one post on. @param start where somebody is too many, or none */
    private void pushOnward(int start) {
        if (bestLeaver != NONE) {
            seats.leave(bestLeaver);
        }
        int post = bestPost;
        while (post != start) {
            int mover = via[post];
            int previous = seats.postOf(mover);
            if (previous != PeopleProblem.NO_POST) {
                seats.leave(mover);
            }
            seats.enter(mover, post, viaCost[post]);
            if (previous == PeopleProblem.NO_POST) {
                return;
            }
            post = previous;
        }
    }

    /**
     * Fills an empty place of a post, from another post or from the free, if that costs less than leaving a place empty, here or
     * at the end of the chain.
     *
     * @return whether the post's place was filled
     */
    boolean fill(int post) {
        return fillWithout(post, NONE);
    }

    /** The same, without asking somebody. */
    boolean fillWithout(int post, int somebody) {
        absent = somebody;
        begin(Long.MAX_VALUE);
        open.offer(post, 0);
        via[post] = NONE;
        while (!open.isEmpty() && open.nearestDistance() < best) {
            long length = open.nearestDistance();
            settleBackward(settle(length), length, post);
        }
        for (int i = 0; i < settledCount; i++) {
            seats.changePrice(settled[i], best - distance[i]);
        }
        pullBackward(post);
        return bestPost != post || bestComer != NONE;
    }

    private void settleBackward(int post, long length, int start) {
        int empty = post == start ? seats.filled(post) : seats.filled(post) - 1;
        end(length + seats.need(post).savingOfNext(empty) - seats.price(post), post, NONE);
        int[] people = eligible.people(post);
        long[] costs = eligible.costsOfPost(post);
        long base = length - seats.price(post);
        int count = eligible.numberOfPost(post);
        // Nobody's price is below 0, so whoever costs too much by themselves ends the list.
        for (int index = 0; index < count && base + costs[index] < best; index++) {
            int person = people[index];
            long further = base + costs[index] + seats.priceOfPerson(person);
            if (further < best && person != absent) {
                comeFrom(person, post, costs[index], further);
            }
        }
    }

    private void comeFrom(int person, int post, long cost, long further) {
        int from = seats.postOf(person);
        if (from == PeopleProblem.NO_POST) {
            endWithFree(further, post, person, cost);
        } else if (settledIn[from] != search && open.offer(from, further)) {
            via[from] = person;
            viaPost[from] = post;
            viaCost[from] = cost;
        }
    }

    private void endWithFree(long length, int post, int person, long cost) {
        best = length;
        bestPost = post;
        bestLeaver = NONE;
        bestComer = person;
        bestComerCost = cost;
    }

    private void pullBackward(int start) {
        if (bestComer != NONE) {
            seats.enter(bestComer, bestPost, bestComerCost);
        }
        int post = bestPost;
        while (post != start) {
            int mover = via[post];
            seats.leave(mover);
            seats.enter(mover, viaPost[post], viaCost[post]);
            post = viaPost[post];
        }
    }
}
