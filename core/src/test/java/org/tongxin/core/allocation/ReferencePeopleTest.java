package org.tongxin.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The project's own instance p1-people: 400 people, 60 posts, nine changes, each optimum proved by other solvers. */
class ReferencePeopleTest {

    private final JsonNode instance = read("p1-people.json");
    private final JsonNode expected = read("p1-people-expected.json");

    private final List<PostNeed> needs = new ArrayList<>();
    private final List<long[]> arcs = new ArrayList<>();
    private final Set<Integer> gone = new HashSet<>();

    @Test
    void theOptimumAndTheOptimumAfterEachOfNineChangesAreFoundAndProved() {
        instance.get("posts").forEach(post -> needs.add(need(post)));
        instance.get("arcs")
                .forEach(arc -> addArc(
                        arc.get(0).asInt(), arc.get(1).asInt(), arc.get(2).asLong()));
        assertThat(provedTotal()).isEqualTo(expected.get("optimum").asLong()).isEqualTo(3_044_029);

        List<Long> totals = new ArrayList<>();
        for (JsonNode change : instance.get("changes")) {
            apply(change);
            totals.add(provedTotal());
        }
        assertThat(totals)
                .containsExactly(
                        3_044_283L,
                        3_044_283L,
                        3_045_876L,
                        3_045_876L,
                        3_046_088L,
                        3_046_449L,
                        3_046_449L,
                        3_046_912L,
                        3_047_207L);
        for (int change = 0; change < totals.size(); change++) {
            assertThat(totals.get(change))
                    .isEqualTo(expected.get("afterEachChange").get(change).asLong());
        }
    }

    @Test
    void repairsReachTheSameOptima() {
        instance.get("posts").forEach(post -> needs.add(need(post)));
        instance.get("arcs")
                .forEach(arc -> addArc(
                        arc.get(0).asInt(), arc.get(1).asInt(), arc.get(2).asLong()));
        LivePlan live = LivePlan.of(problem());
        for (int step = 0; step < instance.get("changes").size(); step++) {
            repair(live, instance.get("changes").get(step));
            assertThat(live.total())
                    .isEqualTo(expected.get("afterEachChange").get(step).asLong());
        }
        assertThat(PlanChecker.check(live.problem(), live.plan()).violations()).isEmpty();
    }

    private void repair(LivePlan live, JsonNode change) {
        if (change.has("leave")) {
            change.get("leave").forEach(person -> {
                gone.add(person.asInt());
                live.leave(person.asInt());
            });
        }
        if (change.has("addPost")) {
            JsonNode post = change.get("addPost");
            List<JsonNode> present = post.get("arcs")
                    .valueStream()
                    .filter(arc -> !gone.contains(arc.get(0).asInt()))
                    .toList();
            live.open(
                    need(post),
                    present.stream().mapToInt(arc -> arc.get(0).asInt()).toArray(),
                    present.stream().mapToLong(arc -> arc.get(1).asLong()).toArray());
        }
    }

    private void apply(JsonNode change) {
        if (change.has("leave")) {
            change.get("leave").forEach(person -> gone.add(person.asInt()));
        }
        if (change.has("addPost")) {
            int post = needs.size();
            needs.add(need(change.get("addPost")));
            change.get("addPost")
                    .get("arcs")
                    .forEach(arc -> addArc(arc.get(0).asInt(), post, arc.get(1).asLong()));
        }
    }

    private long provedTotal() {
        PeopleProblem problem = problem();
        PeoplePlan plan = PeopleSolver.solve(problem);
        assertThat(PlanChecker.check(problem, plan).violations()).isEmpty();
        return plan.total();
    }

    private PeopleProblem problem() {
        PeopleProblem.Builder builder =
                PeopleProblem.builder(instance.get("volunteers").asInt());
        needs.forEach(builder::post);
        for (long[] arc : arcs) {
            if (!gone.contains((int) arc[0])) {
                builder.arc((int) arc[0], (int) arc[1], arc[2]);
            }
        }
        return builder.build();
    }

    private void addArc(int person, int post, long cost) {
        arcs.add(new long[] {person, post, cost});
    }

    private static PostNeed need(JsonNode post) {
        return new PostNeed(
                post.get("need").asInt(),
                post.get("min").asInt(),
                post.get("rewardMin").asLong(),
                post.get("reward").asLong());
    }

    private static JsonNode read(String name) {
        return new ObjectMapper()
                .readTree(ReferencePeopleTest.class.getResourceAsStream("/reference/dispatch/" + name));
    }
}
