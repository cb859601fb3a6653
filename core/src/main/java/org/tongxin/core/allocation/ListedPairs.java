package org.tongxin.core.allocation;

import java.util.Arrays;

/** The arcs of a problem, by post too. Immutable. */
final class ListedPairs implements EligiblePairs {

    private final PeopleProblem problem;

    /** The arcs of post j stand in {@code arcs} from {@code firstOfPost[j]} to {@code firstOfPost[j + 1]}. */
    private final int[] firstOfPost;

    private final int[] arcs;
    private final int[] personOfArc;

    ListedPairs(PeopleProblem problem) {
        this.problem = problem;
        this.firstOfPost = new int[problem.posts() + 1];
        this.arcs = new int[problem.arcCount()];
        this.personOfArc = new int[problem.arcCount()];
        for (int arc = 0; arc < problem.arcCount(); arc++) {
            firstOfPost[problem.arcPost(arc) + 1]++;
        }
        Arrays.parallelPrefix(firstOfPost, Integer::sum);
        int[] next = firstOfPost.clone();
        for (int person = 0; person < problem.people(); person++) {
            for (int arc = problem.firstArc(person); arc < problem.firstArc(person + 1); arc++) {
                personOfArc[arc] = person;
                arcs[next[problem.arcPost(arc)]++] = arc;
            }
        }
    }

    @Override
    public void ofPost(int post, long bound, Taker taker) {
        for (int index = firstOfPost[post]; index < firstOfPost[post + 1]; index++) {
            int arc = arcs[index];
            taker.pair(personOfArc[arc], problem.arcCost(arc));
        }
    }

    @Override
    public void ofPerson(int person, Taker taker) {
        for (int arc = problem.firstArc(person); arc < problem.firstArc(person + 1); arc++) {
            taker.pair(problem.arcPost(arc), problem.arcCost(arc));
        }
    }
}
