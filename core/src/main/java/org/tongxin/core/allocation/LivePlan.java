package org.tongxin.core.allocation;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

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

    private final Eligible eligible;
    private final LiveSeats seats = new LiveSeats();
    private final ChainSearch search;
    private final long moveCost;
    private int[] told = new int[16];
    private boolean[] gone = new boolean[16];
    /** People whose post is another than they were told. */
    private final Set<Integer> untold = new LinkedHashSet<>();

    private LivePlan(PeopleProblem problem) {
        eligible = new Eligible(problem);
        search = new ChainSearch(eligible, seats);
        moveCost = problem.moveCost();
        for (int post = 0; post < problem.posts(); post++) {
            seats.addPost(post, problem.need(post), lowestCost(post));
        }
        for (int person = 0; person < problem.people(); person++) {
            tell(person, problem.currentPost(person));
        }
    }

    /**
     * The optimal plan of a problem, to be followed from there.
     *
     * @throws ArithmeticException when the total does not fit a {@code long}
     */
    public static LivePlan of(PeopleProblem problem) {
        LivePlan plan = new LivePlan(problem);
        if (problem.people() < plan.placesWithin(problem.people())) {
            plan.fillByAuction();
        } else {
            plan.fillPlaces();
        }
        plan.takeNoteOfTheUntold();
        return plan;
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
        LivePlan live = new LivePlan(problem);
        live.takeOver(problem, plan);
        live.takeNoteOfTheUntold();
        return live;
    }

    /** A price at which nobody gains by coming: the cheapest stands first. */
    private long lowestCost(int post) {
        return eligible.numberOfPost(post) == 0 ? PeopleProblem.MAX_COST : eligible.costsOfPost(post)[0];
    }

    private void takeOver(PeopleProblem problem, PeoplePlan plan) {
        for (int post = 0; post < problem.posts(); post++) {
            seats.changePrice(post, plan.postPrice(post) - seats.price(post));
        }
        for (int person = 0; person < problem.people(); person++) {
            int post = plan.postOf(person);
            if (post != PeopleProblem.NO_POST) {
                long stays = post == told[person] ? moveCost : 0;
                seats.enter(person, post, problem.findCost(person, post).orElseThrow() - stays);
            }
        }
    }

    /** Number of places, counted until there are more than so many. */
    private int placesWithin(int enough) {
        int places = 0;
        for (int post = 0; post < posts() && places <= enough; post++) {
            places += Math.min(seats.need(post).places(), eligible.numberOfPost(post));
        }
        return places;
    }

    /** Under shortage, where chains would be long. */
    private void fillByAuction() {
        PostNeed[] needs = new PostNeed[posts()];
        Arrays.setAll(needs, seats::need);
        PeopleAuction auction = new PeopleAuction(eligible, needs);
        auction.run();
        for (int post = 0; post < posts(); post++) {
            if (needs[post].places() > 0) {
                seats.changePrice(post, auction.priceAbove(post) - seats.price(post));
            }
        }
        for (int person = 0; person < people(); person++) {
            if (auction.postOf(person) != PeopleProblem.NO_POST) {
                seats.enter(person, auction.postOf(person), auction.costOf(person));
            }
        }
        new PriceLowering(eligible, seats).lower();
    }

    /** Place by place, those whose emptiness costs most first: a place refused at its price is never asked for again. */
    private void fillPlaces() {
        long[] savings = IntStream.range(0, eligible.posts())
                .mapToObj(seats::need)
                .flatMapToLong(need -> LongStream.of(need.emptyMinimumPenalty(), need.emptyPenalty()))
                .distinct()
                .sorted()
                .toArray();
        for (int level = savings.length - 1; level >= 0; level--) {
            for (int post = 0; post < eligible.posts(); post++) {
                fillWhileWorth(post, savings[level]);
            }
        }
    }

    private void takeNoteOfTheUntold() {
        untold.clear();
        for (int person = 0; person < people(); person++) {
            if (seats.postOf(person) != told[person]) {
                untold.add(person);
            }
        }
        seats.takeMoves();
    }

    private void tell(int person, int post) {
        seats.addPerson(person);
        if (person == told.length) {
            told = Arrays.copyOf(told, 2 * person);
            gone = Arrays.copyOf(gone, 2 * person);
        }
        told[person] = post;
        seats.addToTotal(post == PeopleProblem.NO_POST ? 0 : moveCost);
    }

    /** Number of people there ever were; those who left keep their number. */
    public int people() {
        return eligible.people();
    }

    /** Number of posts there ever were. */
    public int posts() {
        return eligible.posts();
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
        forget(person);
        if (post != PeopleProblem.NO_POST) {
            search.fill(post);
        }
        return repaired();
    }

    /**
     * Takes a person out together with their place: both are settled and no longer planned. Nobody else moves, since the prices that
     * proved the plan prove what is left of it. Costs no search.
     *
     * @throws IllegalArgumentException when there is no such person, they have left before, or they stand at no post
     */
    public Repair settle(int person) {
        requirePresent(person);
        int post = seats.postOf(person);
        if (post == PeopleProblem.NO_POST) {
            throw new IllegalArgumentException("Person " + person + " stands at no post where they could stay.");
        }
        seats.leave(person);
        seats.changeNeed(post, seats.need(post).withOneTaken());
        forget(person);
        return repaired();
    }

    private void forget(int person) {
        gone[person] = true;
        eligible.removeAllOf(person);
        seats.addToTotal(told[person] == PeopleProblem.NO_POST ? 0 : -moveCost);
        told[person] = PeopleProblem.NO_POST;
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
        int person = eligible.addPerson();
        tell(person, PeopleProblem.NO_POST);
        for (int i = 0; i < posts.length; i++) {
            eligible.add(person, posts[i], costs[i]);
        }
        search.place(person);
        return repaired();
    }

    /**
     * Allows a person to go to more posts.
     *
     * @param posts where the person may go from now on too, each once
     * @param costs of each of these pairs, 0 .. {@link PeopleProblem#MAX_COST}
     * @throws IllegalArgumentException when there is no such person, they have left, a post does not exist, is named twice or
     *     was allowed before, or a cost is outside its range
     */
    public Repair allow(int person, int[] posts, long[] costs) {
        requirePresent(person);
        requireFitting("post", posts, costs, posts());
        for (int post : posts) {
            if (eligible.has(person, post)) {
                throw new IllegalArgumentException("Person " + person + " may go to post " + post + " already.");
            }
        }
        boolean helps = false;
        for (int i = 0; i < posts.length; i++) {
            helps |= wouldHelp(person, posts[i], costs[i]);
        }
        for (int i = 0; i < posts.length; i++) {
            eligible.add(person, posts[i], costs[i] - (posts[i] == told[person] ? moveCost : 0));
        }
        if (helps) {
            placeAnew(person);
        }
        return repaired();
    }

    /** Out, as if they left, and in again. */
    private void placeAnew(int person) {
        int post = seats.postOf(person);
        if (post != PeopleProblem.NO_POST) {
            seats.leave(person);
            search.fillWithout(post, person);
        }
        search.place(person);
    }

    boolean hasPlaces(int post) {
        return seats.need(post).places() > 0;
    }

    /** Whether the person was told a post that the plan does not list for them. */
    boolean isToldUnlisted(int person) {
        return told[person] != PeopleProblem.NO_POST && !eligible.has(person, told[person]);
    }

    /** What a person is worth where they are; 0 for the free. */
    long personPrice(int person) {
        return seats.priceOfPerson(person);
    }

    /** What a further person at a post would save at most, before their own cost. */
    long postPrice(int post) {
        return seats.price(post);
    }

    /** Whether a pair that is not allowed yet would lower the total; a person who has left never does. */
    boolean wouldHelp(int person, int post, long cost) {
        if (person < 0 || person >= people()) {
            throw new IllegalArgumentException(
                    "The person (" + person + ") of a pair must lie in 0.." + (people() - 1) + ".");
        }
        return !gone[person] && hasPlaces(post) && gain(person, post, cost) > 0 && !eligible.has(person, post);
    }

    /** What a person would be worth more at a post than where they are, at present prices. */
    long gain(int person, int post, long cost) {
        long net = cost - (post == told[person] ? moveCost : 0);
        return seats.price(post) - net - seats.priceOfPerson(person);
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
        int post = eligible.addPost();
        seats.addPost(post, need, price);
        for (int i = 0; i < people.length; i++) {
            eligible.add(people[i], post, costs[i]);
        }
        fillWhileWorth(post, 0);
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
        fillWhileWorth(post, 0);
        return repaired();
    }

    /** @param from least saving of a place that is filled now */
    private void fillWhileWorth(int post, long from) {
        boolean goesOn = true;
        while (goesOn && !seats.isFull(post)) {
            long saving = seats.need(post).savingOfNext(seats.filled(post));
            goesOn = saving >= from && seats.price(post) < saving && search.fill(post);
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
        if (told[person] != PeopleProblem.NO_POST) {
            if (eligible.has(person, told[person])) {
                eligible.changeCost(person, told[person], moveCost);
            }
            seats.addToTotal(-moveCost);
        }
        if (post != PeopleProblem.NO_POST) {
            eligible.changeCost(person, post, -moveCost);
            seats.cheapen(person, moveCost);
            seats.addToTotal(moveCost);
        }
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
            for (int index = 0; index < eligible.numberOfPerson(person); index++) {
                int post = eligible.posts(person)[index];
                long stays = post == told[person] ? moveCost : 0;
                builder.arc(person, post, eligible.costsOfPerson(person)[index] + stays);
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
