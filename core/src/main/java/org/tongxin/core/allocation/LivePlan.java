package org.tongxin.core.allocation;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A plan that follows what happens: somebody leaves or joins, a post is opened, closed or needs another number. After each
 * change it is optimal again, and proved by its prices as a plan made anew would be.
 *
 * <p><b>Idea.</b> One change is one unit of flow too few or too many at one place. The shortest chain of moves that mends it,
 * looked for at reduced cost, leads from an optimum to an optimum [1, section 9.11]; the prices move with it.
 *
 * <p><b>Cost.</b> A search over the posts that are nearer than the end of the chain: some microseconds where there are people
 * enough, more under shortage, where chains are long. Memory: about 40 bytes an arc. <b>Where it fails.</b> As for {@link
 * PeopleSolver}: only what is a sum over one shift.
 *
 * <p>Holds state: one instance belongs to one thread. The same changes in the same order give the same plan.
 *
 * <p>Source: [1] Ahuja, Magnanti, Orlin: Network Flows, 1993.
 */
public final class LivePlan {

    private final Pairs pairs = new Pairs();
    private final LiveSeats seats = new LiveSeats(pairs);
    private final ChainSearch search = new ChainSearch(pairs, seats);
    private final long moveCost;
    private int[] told = new int[16];
    private boolean[] gone = new boolean[16];
    /** People whose post is another than they were told. */
    private final Set<Integer> untold = new LinkedHashSet<>();

    private LivePlan(PeopleProblem problem, PeoplePlan plan) {
        moveCost = problem.moveCost();
        for (int post = 0; post < problem.posts(); post++) {
            pairs.addPost();
            seats.addPost(post, problem.need(post), plan.postPrice(post));
        }
        for (int person = 0; person < problem.people(); person++) {
            addPerson(problem.currentPost(person));
            for (int arc = problem.firstArc(person); arc < problem.firstArc(person + 1); arc++) {
                int post = problem.arcPost(arc);
                int pair = pairs.add(person, post, problem.arcCost(arc) - (post == told[person] ? moveCost : 0));
                if (plan.postOf(person) == post) {
                    seats.enter(pair);
                }
            }
            if (plan.postOf(person) != told[person]) {
                untold.add(person);
            }
        }
        seats.takeMoves();
    }

    /**
     * The optimal plan of a problem, to be followed from there.
     *
     * @throws ArithmeticException when the total does not fit a {@code long}
     */
    public static LivePlan of(PeopleProblem problem) {
        return new LivePlan(problem, PeopleSolver.solve(problem));
    }

    /**
     * Goes on from a plan.
     *
     * @throws IllegalArgumentException when the plan is not proved for the problem
     */
    public static LivePlan of(PeopleProblem problem, PeoplePlan plan) {
        PlanProof proof = PlanChecker.check(problem, plan);
        if (!proof.isProved()) {
            throw new IllegalArgumentException("Only a proved plan can be followed; this one breaks "
                    + proof.violations().size() + " conditions, the first: "
                    + proof.violations().getFirst().what());
        }
        return new LivePlan(problem, plan);
    }

    private int addPerson(int toldPost) {
        int person = pairs.addPerson();
        seats.addPerson(person);
        if (person == told.length) {
            told = Arrays.copyOf(told, 2 * person);
            gone = Arrays.copyOf(gone, 2 * person);
        }
        told[person] = toldPost;
        seats.addToTotal(toldPost == PeopleProblem.NO_POST ? 0 : moveCost);
        return person;
    }

    /** Number of people there ever were; those who left keep their number. */
    public int people() {
        return pairs.people();
    }

    /** Number of posts there ever were. */
    public int posts() {
        return pairs.posts();
    }

    /** The least total. */
    public long total() {
        return seats.total();
    }

    /** The person's post, or {@link PeopleProblem#NO_POST}. */
    public int postOf(int person) {
        return seats.postOf(person);
    }

    /**
     * Takes a person out for good.
     *
     * @throws IllegalArgumentException when there is no such person, or they have left before
     */
    public Repair leave(int person) {
        requirePresent(person);
        int post = seats.postOf(person);
        if (post != PeopleProblem.NO_POST) {
            seats.leave(person);
        }
        gone[person] = true;
        pairs.removeAllOf(person);
        seats.addToTotal(told[person] == PeopleProblem.NO_POST ? 0 : -moveCost);
        told[person] = PeopleProblem.NO_POST;
        if (post != PeopleProblem.NO_POST) {
            search.fill(post);
        }
        return repaired();
    }

    /**
     * Takes in a person, who gets the next free number.
     *
     * @param posts where the person may go, each once
     * @param costs of each of these pairs, 0 .. {@link PeopleProblem#MAX_COST}
     * @throws IllegalArgumentException when a post does not exist or is named twice, or a cost is outside its range
     */
    public Repair join(int[] posts, long[] costs) {
        requireFitting("post", posts, costs, posts());
        int person = addPerson(PeopleProblem.NO_POST);
        for (int i = 0; i < posts.length; i++) {
            pairs.add(person, posts[i], costs[i]);
        }
        search.place(person);
        return repaired();
    }

    /**
     * Opens a post, which gets the next free number.
     *
     * @param people who may come, each once
     * @param costs of each of these pairs, 0 .. {@link PeopleProblem#MAX_COST}
     * @throws IllegalArgumentException when a person does not exist, has left or is named twice, or a cost is outside its range
     */
    public Repair open(PostNeed need, int[] people, long[] costs) {
        requireFitting("person", people, costs, people());
        long price = need.places() == 0 ? 0 : need.savingOfNext(0);
        for (int i = 0; i < people.length; i++) {
            requirePresent(people[i]);
            price = Math.min(price, seats.priceOfPerson(people[i]) + costs[i]);
        }
        int post = pairs.addPost();
        seats.addPost(post, need, price);
        for (int i = 0; i < people.length; i++) {
            pairs.add(people[i], post, costs[i]);
        }
        fillWhileWorth(post);
        return repaired();
    }

    /**
     * Changes what a post needs; a post of no places is closed.
     *
     * @throws IllegalArgumentException when there is no such post
     */
    public Repair change(int post, PostNeed need) {
        requireKnown("post", post, posts());
        seats.changeNeed(post, need);
        while (seats.filled(post) > need.places()) {
            search.letGo(post, Long.MAX_VALUE);
        }
        while (seats.filled(post) > 0 && seats.price(post) > need.savingOfNext(seats.filled(post) - 1)) {
            long loss = seats.price(post) - need.savingOfNext(seats.filled(post) - 1);
            if (!search.letGo(post, loss)) {
                break;
            }
        }
        fillWhileWorth(post);
        return repaired();
    }

    private void fillWhileWorth(int post) {
        boolean goesOn = true;
        while (goesOn
                && !seats.isFull(post)
                && seats.price(post) < seats.need(post).savingOfNext(seats.filled(post))) {
            goesOn = search.fill(post);
        }
    }

    private Repair repaired() {
        List<Move> moves = seats.takeMoves();
        moves.forEach(each -> untold.add(each.person()));
        return new Repair(seats.total(), moves);
    }

    /** Everybody is told their post: from now on taking them away from it has the move cost. */
    public void announce() {
        for (int person : untold) {
            int post = seats.postOf(person);
            if (!gone[person] && post != told[person]) {
                retell(person, post);
            }
        }
        untold.clear();
    }

    private void retell(int person, int post) {
        for (int index = 0; index < pairs.numberOfPerson(person); index++) {
            int pair = pairs.ofPerson(person, index);
            if (pairs.post(pair) == told[person]) {
                pairs.changeCost(pair, moveCost);
            } else if (pairs.post(pair) == post) {
                pairs.changeCost(pair, -moveCost);
            }
        }
        // The new post is cheaper by as much as one more person can be moved.
        seats.addToTotal(told[person] == PeopleProblem.NO_POST ? 0 : -moveCost);
        told[person] = post;
    }

    /** The problem as it stands, for {@link PlanChecker} and {@link PlanExplainer}; who has left may go nowhere. */
    public PeopleProblem problem() {
        PeopleProblem.Builder builder =
                PeopleProblem.builder(people()).current(Arrays.copyOf(told, people()), moveCost);
        for (int post = 0; post < posts(); post++) {
            builder.post(seats.need(post));
        }
        for (int person = 0; person < people(); person++) {
            for (int index = 0; index < pairs.numberOfPerson(person); index++) {
                int pair = pairs.ofPerson(person, index);
                int post = pairs.post(pair);
                builder.arc(person, post, pairs.cost(pair) + (post == told[person] ? moveCost : 0));
            }
        }
        return builder.build();
    }

    /** The plan as it stands, with the prices that prove it. */
    public PeoplePlan plan() {
        int[] postOfPerson = new int[people()];
        long[] priceOfPerson = new long[people()];
        for (int person = 0; person < people(); person++) {
            postOfPerson[person] = seats.postOf(person);
            priceOfPerson[person] = seats.priceOfPerson(person);
        }
        long[] priceOfPost = new long[posts()];
        Arrays.setAll(priceOfPost, seats::price);
        return PeoplePlan.of(postOfPerson, total(), priceOfPerson, priceOfPost);
    }

    private void requirePresent(int person) {
        requireKnown("person", person, people());
        if (gone[person]) {
            throw new IllegalArgumentException("Person " + person + " has left before.");
        }
    }

    private static void requireKnown(String what, int number, int count) {
        if (number < 0 || number >= count) {
            throw new IllegalArgumentException("The " + what + " (" + number + ") must lie in 0.." + (count - 1) + ".");
        }
    }

    private static void requireFitting(String what, int[] numbers, long[] costs, int count) {
        if (numbers.length != costs.length) {
            throw new IllegalArgumentException(
                    "There are " + numbers.length + " pairs and " + costs.length + " costs.");
        }
        for (int i = 0; i < numbers.length; i++) {
            requireKnown(what, numbers[i], count);
            if (costs[i] < 0 || costs[i] > PeopleProblem.MAX_COST) {
                throw new IllegalArgumentException("The cost (" + costs[i] + ") with " + what + " " + numbers[i]
                        + " must lie in 0.." + PeopleProblem.MAX_COST + ".");
            }
        }
        if (Arrays.stream(numbers).distinct().count() < numbers.length) {
            throw new IllegalArgumentException("A " + what + " is named twice. Keep one.");
        }
    }
}
