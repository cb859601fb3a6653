package org.tongxin.bench;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import org.tongxin.core.allocation.PeopleProblem;
import org.tongxin.core.allocation.PostNeed;

/** A problem of people as a flow for OR-Tools: everyone is a source of one, with a way of their own to the sink that leaves them free. */
final class LibraryFlow {

    private final PeopleProblem problem;
    private final MinCostFlow flow = new MinCostFlow();

    /** Builds the network; nobody may have been told a post. */
    LibraryFlow(PeopleProblem problem) {
        this.problem = problem;
        int sink = problem.people() + problem.posts();
        for (int person = 0; person < problem.people(); person++) {
            addPerson(person, sink);
        }
        for (int post = 0; post < problem.posts(); post++) {
            PostNeed need = problem.need(post);
            int node = problem.people() + post;
            flow.addArcWithCapacityAndUnitCost(node, sink, need.minimum(), -need.emptyMinimumPenalty());
            flow.addArcWithCapacityAndUnitCost(node, sink, need.places() - need.minimum(), -need.emptyPenalty());
        }
        flow.setNodeSupply(sink, -problem.people());
    }

    static void load() {
        Loader.loadNativeLibraries();
    }

    private void addPerson(int person, int sink) {
        flow.setNodeSupply(person, 1);
        for (int arc = problem.firstArc(person); arc < problem.firstArc(person + 1); arc++) {
            int post = problem.people() + problem.arcPost(arc);
            flow.addArcWithCapacityAndUnitCost(person, post, 1, problem.arcCost(arc));
        }
        flow.addArcWithCapacityAndUnitCost(person, sink, 1, 0);
    }

    void solve() {
        MinCostFlow.Status status = flow.solve();
        if (status != MinCostFlow.Status.OPTIMAL) {
            throw new IllegalStateException("The library ends with " + status + " and not with an optimum.");
        }
    }

    /** The post of each person; a person's arcs are numbered as in the problem, with one more after each person's. */
    int[] postOfPerson() {
        int[] posts = new int[problem.people()];
        for (int person = 0; person < posts.length; person++) {
            posts[person] = PeopleProblem.NO_POST;
            for (int arc = problem.firstArc(person); arc < problem.firstArc(person + 1); arc++) {
                if (flow.getFlow(arc + person) == 1) {
                    posts[person] = problem.arcPost(arc);
                }
            }
        }
        return posts;
    }
}
