package org.tongxin.core.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who sits where in a plan that lives, what the places are worth, and what all of it costs. For one thread only. */
final class LiveSeats {

    static final int NONE = -1;

    final Pairs pairs;
    private PostNeed[] need = new PostNeed[16];
    private long[] price = new long[16];

    private int[][] seats = new int[16][];
    private int[] filled = new int[16];
    private int[] pairOfPerson = new int[16];
    private int[] seatOfPerson = new int[16];
    private long total;
    /** Before the change under way, of everybody it has touched so far. */
    private final Map<Integer, Integer> before = new LinkedHashMap<>();

    LiveSeats(Pairs pairs) {
        this.pairs = pairs;
    }

    void addPerson(int person) {
        if (person >= pairOfPerson.length) {
            pairOfPerson = Arrays.copyOf(pairOfPerson, 2 * person);
            seatOfPerson = Arrays.copyOf(seatOfPerson, 2 * person);
        }
        pairOfPerson[person] = NONE;
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

    int pairOf(int person) {
        return pairOfPerson[person];
    }

    int postOf(int person) {
        return pairOfPerson[person] == NONE ? PeopleProblem.NO_POST : pairs.post(pairOfPerson[person]);
    }

    long price(int post) {
        return price[post];
    }

    void changePrice(int post, long by) {
        price[post] += by;
    }

    /** What the person's presence saves: 0 for who is free. */
    long priceOfPerson(int person) {
        int pair = pairOfPerson[person];
        return pair == NONE ? 0 : price[pairs.post(pair)] - pairs.cost(pair);
    }

    long total() {
        return total;
    }

    void addToTotal(long by) {
        total = Math.addExact(total, by);
    }

    void enter(int pair) {
        int person = pairs.person(pair);
        int post = pairs.post(pair);
        before.putIfAbsent(person, PeopleProblem.NO_POST);
        if (filled[post] == seats[post].length) {
            seats[post] = Arrays.copyOf(seats[post], 2 * filled[post]);
        }
        total += pairs.cost(pair) - (isFull(post) ? 0 : need[post].savingOfNext(filled[post]));
        seatOfPerson[person] = filled[post];
        seats[post][filled[post]++] = person;
        pairOfPerson[person] = pair;
    }

    void leave(int person) {
        int pair = pairOfPerson[person];
        int post = pairs.post(pair);
        before.putIfAbsent(person, post);
        int last = seats[post][--filled[post]];
        seats[post][seatOfPerson[person]] = last;
        seatOfPerson[last] = seatOfPerson[person];
        pairOfPerson[person] = NONE;
        total += (isFull(post) ? 0 : need[post].savingOfNext(filled[post])) - pairs.cost(pair);
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
