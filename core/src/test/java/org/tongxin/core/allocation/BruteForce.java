package org.tongxin.core.allocation;

/** The least total by trying every plan: slow, plain, and written from the definition of the total alone. */
final class BruteForce {

    private final PeopleProblem problem;
    private final int[] filled;

    private BruteForce(PeopleProblem problem) {
        this.problem = problem;
        this.filled = new int[problem.posts()];
    }

    static long leastTotal(PeopleProblem problem) {
        return new BruteForce(problem).leastFrom(0);
    }

    /** Whether everyone stands at a listed post and no post is too full. */
    static boolean isAllowed(PeopleProblem problem, int[] postOfPerson) {
        int[] filled = new int[problem.posts()];
        for (int person = 0; person < postOfPerson.length; person++) {
            int post = postOfPerson[person];
            if (post >= 0
                    && (problem.findCost(person, post).isEmpty()
                            || ++filled[post] > problem.need(post).places())) {
                return false;
            }
        }
        return true;
    }

    /** The total of an allowed plan. */
    static long total(PeopleProblem problem, int[] postOfPerson) {
        BruteForce plan = new BruteForce(problem);
        long sum = 0;
        for (int person = 0; person < postOfPerson.length; person++) {
            int post = postOfPerson[person];
            sum += plan.moveCost(person, post);
            if (post >= 0) {
                plan.filled[post]++;
                sum += problem.findCost(person, post).orElseThrow();
            }
        }
        return sum + plan.penalties();
    }

    private long leastFrom(int person) {
        if (person == problem.people()) {
            return penalties();
        }
        long least = moveCost(person, PeopleProblem.NO_POST) + leastFrom(person + 1);
        for (int post = 0; post < problem.posts(); post++) {
            var cost = problem.findCost(person, post);
            if (cost.isPresent() && filled[post] < problem.need(post).places()) {
                filled[post]++;
                least = Math.min(least, cost.getAsLong() + moveCost(person, post) + leastFrom(person + 1));
                filled[post]--;
            }
        }
        return least;
    }

    private long moveCost(int person, int post) {
        int current = problem.currentPost(person);
        return current >= 0 && current != post ? problem.moveCost() : 0;
    }

    private long penalties() {
        long sum = 0;
        for (int post = 0; post < problem.posts(); post++) {
            PostNeed need = problem.need(post);
            for (int place = filled[post] + 1; place <= need.places(); place++) {
                sum += place <= need.minimum() ? need.emptyMinimumPenalty() : need.emptyPenalty();
            }
        }
        return sum;
    }
}
