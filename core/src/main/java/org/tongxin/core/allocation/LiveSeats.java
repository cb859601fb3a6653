package org.tongxin.core.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who sits where in a plan that lives, what the places are worth, and what all of it costs. For one thread only. */
final class LiveSeats {

    private PostNeed[] need = new PostNeed[16];
    private long[] price = new long[16];

    private int[][] seats = new int[16][];
    private int[] filled = new int[16];
    private int[] postOfPerson = new int[16];
    private long[] costOfPerson = new long[16];
    private int[] seatOfPerson = new int[16];
    private long total;
    /** Before the change under way, of everybody it has touched so far. */
    private final Map<Integer, Integer> before = new LinkedHashMap<>();

    void addPerson(int person) {
        if (person >= postOfPerson.length) {
            postOfPerson = Arrays.copyOf(postOfPerson, 2 * person);
            costOfPerson = Arrays.copyOf(costOfPerson, 2 * person);
            seatOfPerson = Arrays.copyOf(seatOfPerson, 2 * person);
        }
        postOfPerson[person] = PeopleProblem.NO_POST;
    }

    void addPost(int post, PostNeed itsNeed, long itsPrice) {
        if (post >= need.length) {
            int room = 2 * post;
            need = Arrays.copyOf(need, room);
            price = Arrays.copyOf(price, room);
            seats = Arrays.copyOf(seats, room);
            filled = Arrays.copyOf(filled, room);
        }
        need[post] = itsNeed;
        price[post] = itsPrice;
        seats[post] = new int[4];
        total = Math.addExact(total, itsNeed.penaltyWhenFilled(0));
    }

    PostNeed need(int post) {
        return need[post];
    }

    /** People who are too many leave afterwards; their places cost nothing until then. */
    void changeNeed(int post, PostNeed changed) {
        long was = need[post].penaltyWhenFilled(Math.min(filled[post], need[post].places()));
        need[post] = changed;
        long is = changed.penaltyWhenFilled(Math.min(filled[post], changed.places()));
        total = Math.addExact(total, is - was);
    }

    boolean isFull(int post) {
        return filled[post] >= need[post].places();
    }

    int filled(int post) {
        return filled[post];
    }

    int personAt(int post, int seat) {
        return seats[post][seat];
    }

    int postOf(int person) {
        return postOfPerson[person];
    }

    long price(int post) {
        return price[post];
    }

    void changePrice(int post, long by) {
        price[post] += by;
    }

    /** What the person's presence saves: 0 for who is free. */
    long priceOfPerson(int person) {
        int post = postOfPerson[person];
        return post == PeopleProblem.NO_POST ? 0 : price[post] - costOfPerson[person];
    }

    /** Staying becomes cheaper by so much, as the person was told. */
    void cheapen(int person, long by) {
        costOfPerson[person] -= by;
        total -= by;
    }

    long total() {
        return total;
    }

    void addToTotal(long by) {
        total = Math.addExact(total, by);
    }

    void enter(int person, int post, long cost) {
        before.putIfAbsent(person, PeopleProblem.NO_POST);
        if (filled[post] == seats[post].length) {
            seats[post] = Arrays.copyOf(seats[post], 2 * filled[post]);
        }
        total += cost - (isFull(post) ? 0 : need[post].savingOfNext(filled[post]));
        seatOfPerson[person] = filled[post];
        seats[post][filled[post]++] = person;
        postOfPerson[person] = post;
        costOfPerson[person] = cost;
    }

    void leave(int person) {
        int post = postOfPerson[person];
        before.putIfAbsent(person, post);
        int last = seats[post][--filled[post]];
        seats[post][seatOfPerson[person]] = last;
        seatOfPerson[last] = seatOfPerson[person];
        postOfPerson[person] = PeopleProblem.NO_POST;
        total += (isFull(post) ? 0 : need[post].savingOfNext(filled[post])) - costOfPerson[person];
    }

    /** Who has changed place since it was asked last, lowest number first. */
    List<Move> takeMoves() {
        List<Move> moves = new ArrayList<>();
        before.forEach((person, from) -> {
            if (from != postOf(person)) {
                moves.add(new Move(person, from, postOf(person)));
            }
        });
        before.clear();
        moves.sort((one, other) -> Integer.compare(one.person(), other.person()));
        return List.copyOf(moves);
    }
}
