package org.tongxin.core.allocation;

import java.util.Arrays;

/**
 * A plan of least total by auction: the way for a shortage, where each place filled after the other would need a long chain.
 *
 * <p><b>Idea.</b> Each place begins with what its filling saves as its worth. A person who waits goes to the place where worth
 * less cost is most, and bids its worth down to where the next best choice, staying free among them, is as good, and one step
 * further; who held it waits again. When nobody waits, a place that was left, and is worth less than it saves, asks for the person
 * who would come at the lowest worth, and offers what the next of them would ask, and one step more. So everybody is at a
 * place that is best for them but for one step, and empty places are worth all they save; the total exceeds the least by less than
 * a step for each person [1]. Costs are multiplied by the number of people and one more, so that steps of 1 end at the least
 * total. They begin large, so that worths fall quickly, and are divided again and again; only who is no longer content has to bid
 * anew [2].
 *
 * <p><b>Cost.</b> A bid looks at the pairs of one person, an offer at those of a post until nobody cheaper can come; in
 * practice some bids for each person and step size. Memory: about 40 bytes a place, and a person. <b>Where it fails.</b> The
 * worths prove only that the plan is the best; {@link PriceLowering} makes prices of them that prove it exactly. With people to
 * spare filling place by place is faster.
 *
 * <p>For one thread only. The same pairs in the same order give the same plan.
 *
 * <p>Sources: [1] Bertsekas, Castañon: A forward/reverse auction algorithm for asymmetric assignment problems, Computational
 * Optimization and Applications 1 (1992) 277-297. [2] Bertsekas: Auction algorithms for network flow problems, Computational
 * Optimization and Applications 1 (1992) 7-66.
 */
final class PeopleAuction {

    private static final int NONE = -1;

    /** The first step is this part of the largest saving; measured, not critical. */
    private static final int FIRST_STEP_DIVISOR = 4;

    /** Each step is this part of the one before; measured: from 4 to 10 makes little difference. */
    private static final int STEP_DIVISOR = 5;

    private static final long NO_OFFER = Long.MAX_VALUE / 2;

    private final Eligible eligible;
    private final PlaceHeaps places;
    private final long scale;
    /** What the best place of each post is worth. */
    private final long[] bestWorth;

    private final int[] placeOfPerson;
    private final long[] costOfPerson;
    private final IntStack waiting;
    private final IntStack left;
    private long step;

    /** @param needs of each post */
    PeopleAuction(Eligible eligible, PostNeed[] needs) {
        this.eligible = eligible;
        scale = eligible.people() + 1L;
        places = new PlaceHeaps(needs, reachable(eligible, needs), scale);
        bestWorth = new long[needs.length];
        Arrays.setAll(bestWorth, places::bestWorth);
        placeOfPerson = new int[eligible.people()];
        Arrays.fill(placeOfPerson, NONE);
        costOfPerson = new long[eligible.people()];
        waiting = new IntStack(eligible.people());
        left = new IntStack(places.count());
    }

    /** One place more than people may come stands for all those that stay empty for certain. */
    private static int[] reachable(Eligible eligible, PostNeed[] needs) {
        int[] places = new int[needs.length];
        Arrays.setAll(places, post -> Math.min(needs[post].places(), eligible.numberOfPost(post) + 1));
        return places;
    }

    void run() {
        step = Math.max(1, places.largestSaving() / FIRST_STEP_DIVISOR);
        runStep();
        while (step > 1) {
            step = Math.max(1, step / STEP_DIVISOR);
            runStep();
        }
    }

    private void runStep() {
        releaseTheDiscontent();
        while (!waiting.isEmpty()) {
            bid(waiting.pop());
        }
        places.forEachLeft(left::push);
        while (!left.isEmpty()) {
            attract(left.pop());
        }
    }

    private void releaseTheDiscontent() {
        for (int person = eligible.people() - 1; person >= 0; person--) {
            if (bestProfit(person) - step > profit(person)) {
                if (placeOfPerson[person] != NONE) {
                    places.hold(placeOfPerson[person], PlaceHeaps.NOBODY);
                }
                placeOfPerson[person] = NONE;
                waiting.push(person);
            }
        }
    }

    private long profit(int person) {
        int place = placeOfPerson[person];
        return place == NONE ? 0 : places.worth(place) - costOfPerson[person];
    }

    private long bestProfit(int person) {
        int[] posts = eligible.posts(person);
        long[] costs = eligible.costsOfPerson(person);
        long best = 0;
        for (int index = eligible.numberOfPerson(person) - 1; index >= 0; index--) {
            best = Math.max(best, bestWorth[posts[index]] - scale * costs[index]);
        }
        return best;
    }

    private void bid(int person) {
        int[] posts = eligible.posts(person);
        long[] costs = eligible.costsOfPerson(person);
        long best = 0;
        long second = 0;
        int post = NONE;
        for (int index = eligible.numberOfPerson(person) - 1; index >= 0; index--) {
            long profit = bestWorth[posts[index]] - scale * costs[index];
            if (profit > best) {
                second = best;
                best = profit;
                post = posts[index];
            } else if (profit > second) {
                second = profit;
            }
        }
        if (post != NONE) {
            takeBest(person, post, bestWorth[post] - best, second);
        }
    }

    /** @param second the profit of the next best choice at other posts */
    private void takeBest(int person, int post, long cost, long second) {
        int place = places.best(post);
        int before = places.holder(place);
        if (before != PlaceHeaps.NOBODY) {
            placeOfPerson[before] = NONE;
            waiting.push(before);
        }
        take(person, place, cost, Math.max(second + cost, places.secondWorth(post)) - step);
    }

    private void take(int person, int place, long cost, long worth) {
        places.hold(place, person);
        placeOfPerson[person] = place;
        costOfPerson[person] = cost;
        changeWorth(place, worth);
    }

    private void changeWorth(int place, long worth) {
        places.changeWorth(place, worth);
        int post = places.post(place);
        bestWorth[post] = places.bestWorth(post);
    }

    /** Lets the empty place have whoever asks least for coming, if that is less than it saves. */
    private void attract(int place) {
        int post = places.post(place);
        int[] people = eligible.people(post);
        long[] costs = eligible.costsOfPost(post);
        int count = eligible.numberOfPost(post);
        long least = NO_OFFER;
        long second = NO_OFFER;
        int comer = NONE;
        // Nobody's profit is below 0 by more than a step, so whoever costs too much by themselves ends the list.
        for (int index = 0; index < count && scale * costs[index] - step < second; index++) {
            long asks = scale * costs[index] + profit(people[index]);
            if (asks < least) {
                second = least;
                least = asks;
                comer = index;
            } else if (asks < second) {
                second = asks;
            }
        }
        if (least >= places.saving(place) - step) {
            changeWorth(place, places.saving(place));
        } else {
            come(people[comer], place, scale * costs[comer], Math.min(places.saving(place), second + step));
        }
    }

    private void come(int person, int place, long cost, long worth) {
        int before = placeOfPerson[person];
        take(person, place, cost, worth);
        if (before != NONE) {
            places.hold(before, PlaceHeaps.NOBODY);
            if (places.isLeft(before)) {
                left.push(before);
            }
        }
    }

    /** The person's post, or {@link PeopleProblem#NO_POST}. */
    int postOf(int person) {
        return placeOfPerson[person] == NONE ? PeopleProblem.NO_POST : places.post(placeOfPerson[person]);
    }

    /** What it costs that the person is there. */
    long costOf(int person) {
        return costOfPerson[person] / scale;
    }

    /** A price of a post, which has places, above one that proves the plan, by little. */
    long priceAbove(int post) {
        return Math.floorDiv(bestWorth[post], scale) + 1;
    }

    /** Numbers put down, the last to be taken up first. */
    private static final class IntStack {

        private final int[] numbers;
        private int size;

        IntStack(int room) {
            numbers = new int[room];
        }

        boolean isEmpty() {
            return size == 0;
        }

        void push(int number) {
            numbers[size++] = number;
        }

        int pop() {
            return numbers[--size];
        }
    }
}
