package org.tongxin.cli;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongxin.core.allocation.LivePlan;
import org.tongxin.core.allocation.PeopleProblem;
import org.tongxin.core.allocation.PostNeed;

/** A people problem and the changes that follow on it, each upon the ones before. */
final class PeopleInstance {

    /** People who leave, and a post that is added with its people; one of the two may be missing. */
    record Change(List<Integer> leave, @Nullable Post post) {}

    /** What a new post needs, and rows of person and cost. */
    record Post(PostNeed need, NumberTable arcs) {}

    private final String kind;
    private final int people;
    private final List<PostNeed> needs;
    private final NumberTable arcs;
    private final int @Nullable [] current;
    private final long moveCost;
    private final List<Change> changes;

    PeopleInstance(
            String kind,
            int people,
            List<PostNeed> needs,
            NumberTable arcs,
            int @Nullable [] current,
            long moveCost,
            List<Change> changes) {
        this.kind = kind;
        this.people = people;
        this.needs = needs;
        this.arcs = arcs;
        this.current = current;
        this.moveCost = moveCost;
        this.changes = changes;
    }

    String kind() {
        return kind;
    }

    int changes() {
        return changes.size();
    }

    /** The problem before any change, where moves count. */
    PeopleProblem problem() {
        PeopleProblem.Builder builder = start(new BitSet());
        if (current != null) {
            builder.current(current, moveCost);
        }
        return builder.build();
    }

    /** The problem after some changes, where moves do not count. */
    PeopleProblem problemAfter(int count) {
        BitSet gone = new BitSet();
        List<Post> added = new ArrayList<>();
        for (Change change : changes.subList(0, count)) {
            change.leave().forEach(gone::set);
            if (change.post() != null) {
                added.add(change.post());
            }
        }
        PeopleProblem.Builder builder = start(gone);
        for (int index = 0; index < added.size(); index++) {
            add(builder, needs.size() + index, added.get(index), gone);
        }
        return builder.build();
    }

    /** Follows the changes, one after another. @param after told the plan as it is after each */
    void follow(Consumer<LivePlan> after) {
        LivePlan live = LivePlan.of(problemAfter(0));
        BitSet gone = new BitSet();
        for (Change change : changes) {
            for (int person : change.leave()) {
                if (!gone.get(person)) {
                    gone.set(person);
                    live.leave(person);
                }
            }
            if (change.post() != null) {
                open(live, change.post(), gone);
            }
            after.accept(live);
        }
    }

    private static void open(LivePlan live, Post post, BitSet gone) {
        int[] rows = IntStream.range(0, post.arcs().rows())
                .filter(row -> !gone.get(DispatchJson.index(post.arcs().at(row, 0))))
                .toArray();
        live.open(
                post.need(),
                IntStream.of(rows)
                        .map(row -> DispatchJson.index(post.arcs().at(row, 0)))
                        .toArray(),
                IntStream.of(rows).mapToLong(row -> post.arcs().at(row, 1)).toArray());
    }

    private PeopleProblem.Builder start(BitSet gone) {
        PeopleProblem.Builder builder = PeopleProblem.builder(people);
        needs.forEach(builder::post);
        for (int row = 0; row < arcs.rows(); row++) {
            int person = DispatchJson.index(arcs.at(row, 0));
            if (person < 0 || !gone.get(person)) {
                builder.arc(person, DispatchJson.index(arcs.at(row, 1)), arcs.at(row, 2));
            }
        }
        return builder;
    }

    private static void add(PeopleProblem.Builder builder, int number, Post post, BitSet gone) {
        builder.post(post.need());
        for (int row = 0; row < post.arcs().rows(); row++) {
            int person = DispatchJson.index(post.arcs().at(row, 0));
            if (person < 0 || !gone.get(person)) {
                builder.arc(person, number, post.arcs().at(row, 1));
            }
        }
    }
}
