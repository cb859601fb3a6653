package org.tongxin.core.allocation;

/**
 * Cheapest chains of moves in a proved plan, in both directions, and the prices that prove what is left. By the proof no step
 * is negative at reduced cost, so Dijkstra's search holds; after each search the prices of the posts that were settled move
 * by as much as the chain was longer than the way to them. For one thread only.
 */
final class ChainSearch {

    private static final int NONE = -1;

    private final Pairs pairs;
    private final LiveSeats seats;
    private PostHeap open = new PostHeap(16);
    private int[] via = new int[16];
    private int[] settledIn = new int[16];
    private int[] settled = new int[16];
    private long[] distance = new long[16];
    private int settledCount;
    private int search;

    private long best;
    private int bestPost;
    /** Who goes home at the end of a chain, or none. */
    private int bestLeaver;
    /** Pair by which somebody free comes in, or none. */
    private int bestComer;

    ChainSearch(Pairs pairs, LiveSeats seats) {
        this.pairs = pairs;
        this.seats = seats;
    }

    private void begin(long bound) {
        if (via.length < pairs.posts()) {
            int room = 2 * pairs.posts();
            open = new PostHeap(room);
            via = new int[room];
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
        for (int index = 0; index < pairs.numberOfPerson(person); index++) {
            int pair = pairs.ofPerson(person, index);
            int post = pairs.post(pair);
            if (settledIn[post] != search) {
                offer(post, length + pairs.cost(pair) + price - seats.price(post), pair);
            }
        }
    }

    private void offer(int post, long length, int pair) {
        if (length < best && open.offer(post, length)) {
            via[post] = pair;
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
            int pair = via[post];
            int mover = pairs.person(pair);
            int previous = seats.postOf(mover);
            if (previous != PeopleProblem.NO_POST) {
                seats.leave(mover);
            }
            seats.enter(pair);
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
        for (int index = 0; index < pairs.numberOfPost(post); index++) {
            int pair = pairs.ofPost(post, index);
            int person = pairs.person(pair);
            int from = seats.postOf(person);
            long further = length + pairs.cost(pair) + seats.priceOfPerson(person) - seats.price(post);
            if (from == PeopleProblem.NO_POST) {
                endWithFree(further, post, pair);
            } else if (settledIn[from] != search) {
                offer(from, further, pair);
            }
        }
    }

    private void endWithFree(long length, int post, int pair) {
        if (length < best) {
            best = length;
            bestPost = post;
            bestLeaver = NONE;
            bestComer = pair;
        }
    }

    private void pullBackward(int start) {
        if (bestComer != NONE) {
            seats.enter(bestComer);
        }
        int post = bestPost;
        while (post != start) {
            int pair = via[post];
            seats.leave(pairs.person(pair));
            seats.enter(pair);
            post = pairs.post(pair);
        }
    }
}
