package org.tongxin.core.allocation;

import java.util.Arrays;

/**
 * One run of {@link PeopleSolver}: the plan so far and the search for the next chain. For one thread only.
 *
 * <p>{@code potential[post]} is at most the cost of the cheapest chain from the post to the sink, and the price of the
 * post is its negative. A person's potential follows: 0 when free, else cost of the pair plus potential of the post.
 */
final class PeopleSearch {

    private static final int NOBODY = -1;

    private final PeopleProblem problem;

    /** Cost of an arc less the move it avoids, by position. */
    private final long[] netCost;

    private final long[] potential;
    private final int[] arcOfPerson;

    /** The people at post j stand in {@code seats} from {@code firstSeat[j]} on, {@code filled[j]} of them. */
    private final int[] seats;

    private final int[] firstSeat;
    private final int[] seatOfPerson;
    private final int[] filled;

    private final PostHeap open;
    private final int[] arcInto;
    private final int[] personInto;
    private final int[] settled;
    private final long[] settledDistance;
    private final int[] searchOfPost;
    private int settledCount;

    private long best;
    private int bestPost;
    private int bestLeaver;

    PeopleSearch(PeopleProblem problem) {
        this.problem = problem;
        int posts = problem.posts();
        this.netCost = netCosts(problem);
        this.potential = startPotentials(problem);
        this.arcOfPerson = new int[problem.people()];
        Arrays.fill(arcOfPerson, NOBODY);
        this.firstSeat = firstSeats(problem);
        this.seats = new int[firstSeat[posts]];
        this.seatOfPerson = new int[problem.people()];
        this.filled = new int[posts];
        this.open = new PostHeap(posts);
        this.arcInto = new int[posts];
        this.personInto = new int[posts];
        this.settled = new int[posts];
        this.settledDistance = new long[posts];
        this.searchOfPost = new int[posts];
        Arrays.fill(searchOfPost, NOBODY);
    }

    PeoplePlan run() {
        for (int person = 0; person < problem.people(); person++) {
            takeIn(person);
        }
        return plan();
    }

    private void takeIn(int person) {
        findCheapestChain(person);
        raisePotentials();
        if (bestPost != PeopleProblem.NO_POST) {
            useChain(person);
        }
    }

    /** Dijkstra from a new person; the chain found ends at {@code bestPost}, or nowhere when the person stays free. */
    private void findCheapestChain(int person) {
        open.clear();
        settledCount = 0;
        best = 0;
        bestPost = PeopleProblem.NO_POST;
        bestLeaver = NOBODY;
        lookFrom(person, person, 0);
        while (!open.isEmpty() && open.nearestDistance() < best) {
            long distance = open.nearestDistance();
            settle(open.poll(), distance, person);
        }
    }

    private void settle(int post, long distance, int search) {
        searchOfPost[post] = search;
        settled[settledCount] = post;
        settledDistance[settledCount] = distance;
        settledCount++;
        PostNeed need = problem.need(post);
        if (filled[post] < need.places()) {
            end(distance - potential[post] - need.savingOfNext(filled[post]), post, NOBODY);
        }
        for (int seat = firstSeat[post]; seat < firstSeat[post] + filled[post]; seat++) {
            int person = seats[seat];
            long personPotential = netCost[arcOfPerson[person]] + potential[post];
            end(distance - personPotential, post, person);
            lookFrom(person, search, distance - personPotential);
        }
    }

    private void end(long length, int post, int leaver) {
        if (length < best) {
            best = length;
            bestPost = post;
            bestLeaver = leaver;
        }
    }

    private void lookFrom(int person, int search, long base) {
        for (int arc = problem.firstArc(person); arc < problem.firstArc(person + 1); arc++) {
            int post = problem.arcPost(arc);
            if (searchOfPost[post] == search) {
                continue;
            }
            long distance = base + netCost[arc] + potential[post];
            if (distance < best && open.offer(post, distance)) {
                arcInto[post] = arc;
                personInto[post] = person;
            }
        }
    }

    private void raisePotentials() {
        for (int index = 0; index < settledCount; index++) {
            potential[settled[index]] += best - settledDistance[index];
        }
    }

    /** Walks the chain back from its end: everyone on it moves one post on. */
    private void useChain(int newcomer) {
        int post = bestPost;
        if (bestLeaver != NOBODY) {
            leave(bestLeaver, post);
            arcOfPerson[bestLeaver] = NOBODY;
        }
        while (true) {
            int mover = personInto[post];
            int arc = arcInto[post];
            if (mover == newcomer) {
                enter(mover, arc);
                return;
            }
            int previous = problem.arcPost(arcOfPerson[mover]);
            leave(mover, previous);
            enter(mover, arc);
            post = previous;
        }
    }

    private void leave(int person, int post) {
        int lastSeat = firstSeat[post] + --filled[post];
        int mover = seats[lastSeat];
        seats[seatOfPerson[person]] = mover;
        seatOfPerson[mover] = seatOfPerson[person];
    }

    private void enter(int person, int arc) {
        int post = problem.arcPost(arc);
        int seat = firstSeat[post] + filled[post]++;
        seats[seat] = person;
        seatOfPerson[person] = seat;
        arcOfPerson[person] = arc;
    }

    private PeoplePlan plan() {
        int[] postOfPerson = new int[problem.people()];
        long[] priceOfPerson = new long[problem.people()];
        long total = 0;
        for (int person = 0; person < postOfPerson.length; person++) {
            int arc = arcOfPerson[person];
            postOfPerson[person] = arc == NOBODY ? PeopleProblem.NO_POST : problem.arcPost(arc);
            if (problem.currentPost(person) != PeopleProblem.NO_POST) {
                total = Math.addExact(total, problem.moveCost());
            }
            if (arc != NOBODY) {
                priceOfPerson[person] = -netCost[arc] - potential[postOfPerson[person]];
                total = Math.addExact(total, netCost[arc]);
            }
        }
        for (int post = 0; post < filled.length; post++) {
            total = Math.addExact(total, problem.need(post).penaltyWhenFilled(filled[post]));
        }
        return PeoplePlan.of(postOfPerson, total, priceOfPerson, prices());
    }

    private long[] prices() {
        long[] price = new long[potential.length];
        Arrays.setAll(price, post -> -potential[post]);
        return price;
    }

    private static long[] netCosts(PeopleProblem problem) {
        long[] net = new long[problem.arcCount()];
        for (int person = 0; person < problem.people(); person++) {
            for (int arc = problem.firstArc(person); arc < problem.firstArc(person + 1); arc++) {
                boolean stays = problem.arcPost(arc) == problem.currentPost(person);
                net[arc] = problem.arcCost(arc) - (stays ? problem.moveCost() : 0);
            }
        }
        return net;
    }

    private static long[] startPotentials(PeopleProblem problem) {
        long[] start = new long[problem.posts()];
        for (int post = 0; post < start.length; post++) {
            start[post] =
                    problem.need(post).places() == 0 ? 0 : -problem.need(post).savingOfNext(0);
        }
        return start;
    }

    /** A post never seats more than it wants, nor more than may come. */
    private static int[] firstSeats(PeopleProblem problem) {
        int[] first = new int[problem.posts() + 1];
        for (int arc = 0; arc < problem.arcCount(); arc++) {
            first[problem.arcPost(arc) + 1]++;
        }
        for (int post = 0; post < problem.posts(); post++) {
            first[post + 1] =
                    first[post] + Math.min(first[post + 1], problem.need(post).places());
        }
        return first;
    }
}
