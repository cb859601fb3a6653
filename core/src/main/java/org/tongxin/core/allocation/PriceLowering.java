package org.tongxin.core.allocation;

/**
 * Makes exact prices of slightly too high ones, under an optimal plan: each post's price is lowered to what its people, and those
 * who could come, leave of it, until all agree. A label-correcting search for shortest ways [1, chapter 5], quick
 * where the prices were nearly right. For one thread only.
 *
 * <p>Source: [1] Ahuja, Magnanti, Orlin: Network Flows, 1993.
 */
final class PriceLowering {

    private final Eligible eligible;
    private final LiveSeats seats;

    /** Posts whose price has fallen since their people were looked at, first in, first out; a ring. */
    private final int[] fallen;

    private final boolean[] isFallen;
    private int first;
    private int count;

    PriceLowering(Eligible eligible, LiveSeats seats) {
        this.eligible = eligible;
        this.seats = seats;
        fallen = new int[eligible.posts()];
        isFallen = new boolean[eligible.posts()];
    }

    /** The seats hold an optimal plan, and there are prices that prove it, none above those set. */
    void lower() {
        for (int post = 0; post < eligible.posts(); post++) {
            if (seats.need(post).places() > 0) {
                lower(post, seats.need(post).savingOfNext(Math.max(0, seats.filled(post) - 1)));
            }
            note(post);
        }
        for (int person = 0; person < eligible.people(); person++) {
            if (seats.postOf(person) == PeopleProblem.NO_POST) {
                lowerFor(person);
            }
        }
        while (count > 0) {
            int post = next();
            for (int seat = 0; seat < seats.filled(post); seat++) {
                lowerFor(seats.personAt(post, seat));
            }
        }
    }

    /** Nobody gains by going elsewhere. */
    private void lowerFor(int person) {
        int[] posts = eligible.posts(person);
        long[] costs = eligible.costsOfPerson(person);
        long price = seats.priceOfPerson(person);
        for (int index = 0; index < eligible.numberOfPerson(person); index++) {
            if (seats.price(posts[index]) > price + costs[index]) {
                lower(posts[index], price + costs[index]);
            }
        }
    }

    private void lower(int post, long most) {
        if (seats.price(post) > most) {
            seats.changePrice(post, most - seats.price(post));
            note(post);
        }
    }

    private void note(int post) {
        if (!isFallen[post]) {
            isFallen[post] = true;
            fallen[(first + count++) % fallen.length] = post;
        }
    }

    private int next() {
        int post = fallen[first];
        first = (first + 1) % fallen.length;
        count--;
        isFallen[post] = false;
        return post;
    }
}
