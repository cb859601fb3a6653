package org.tongxin.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.tongxin.core.allocation.PeopleProblem;
import org.tongxin.core.allocation.PostNeed;

/** Instances of kind people. */
final class PeopleFile {

    private final JsonValue root;
    private final int people;

    private PeopleFile(JsonValue root) {
        this.root = root;
        this.people = root.get("volunteers").whole();
    }

    static PeopleInstance instance(DispatchJson json, Consumer<String> say) {
        DispatchFile.sayUnknown(json.root(), say, "volunteers", "posts", "current", "moveCost", "changes");
        return new PeopleFile(json.root()).read(json);
    }

    private PeopleInstance read(DispatchJson json) {
        if (people < 0 || people > PeopleProblem.MAX_PEOPLE) {
            throw root.get("volunteers").wrong("must lie in 0.." + PeopleProblem.MAX_PEOPLE);
        }
        List<PostNeed> needs =
                root.get("posts").items().stream().map(PeopleFile::need).toList();
        if (needs.isEmpty()) {
            throw root.get("posts").refused("there are no posts, so there is nothing to allocate. Add one.");
        }
        NumberTable arcs = new NumberTable(3);
        json.forEachRow("arcs", (person, post, cost) -> {
            requireIndex(person, people, "person");
            requireIndex(post, needs.size(), "post");
            requireCost(cost);
            arcs.add(person);
            arcs.add(post);
            arcs.add(cost);
        });
        int[] current = root.has("current") ? current() : null;
        long moveCost = root.has("moveCost") ? root.get("moveCost").large() : 0;
        return new PeopleInstance("people", people, needs, arcs, current, moveCost, changes());
    }

    private int[] current() {
        int[] posts =
                root.get("current").items().stream().mapToInt(JsonValue::whole).toArray();
        if (posts.length != people) {
            throw root.get("current")
                    .refused("there are " + posts.length + " values and must be " + people
                            + ", one for each person, with -1 for those without a post.");
        }
        return posts;
    }

    private List<PeopleInstance.Change> changes() {
        List<PeopleInstance.Change> changes = new ArrayList<>();
        if (root.has("changes")) {
            for (JsonValue change : root.get("changes").items()) {
                changes.add(change(change.only("leave", "addPost")));
            }
        }
        return changes;
    }

    private PeopleInstance.Change change(JsonValue change) {
        List<Integer> leave = !change.has("leave")
                ? List.of()
                : change.get("leave").items().stream().map(this::person).toList();
        return new PeopleInstance.Change(leave, change.has("addPost") ? post(change.get("addPost")) : null);
    }

    private int person(JsonValue value) {
        return value.make(() -> requireIndex(value.large(), people, "person"));
    }

    private PeopleInstance.Post post(JsonValue post) {
        NumberTable arcs = new NumberTable(2);
        for (JsonValue row : post.get("arcs").items()) {
            long[] pair = row.larges();
            if (pair.length != 2) {
                throw row.wrong("must be a person and a cost");
            }
            row.make(() -> requireIndex(pair[0], people, "person"));
            row.make(() -> requireCost(pair[1]));
            Arrays.stream(pair).forEach(arcs::add);
        }
        return new PeopleInstance.Post(need(post), arcs);
    }

    private static PostNeed need(JsonValue post) {
        return post.make(() -> new PostNeed(
                post.get("need").whole(),
                post.get("min").whole(),
                post.get("rewardMin").large(),
                post.get("reward").large()));
    }

    private static int requireIndex(long index, int count, String name) {
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException(
                    "The " + name + " (" + index + ") is unknown: there are " + count + ", counted from 0.");
        }
        return (int) index;
    }

    private static long requireCost(long cost) {
        if (cost < 0 || cost > PeopleProblem.MAX_COST) {
            throw new IllegalArgumentException(
                    "The cost (" + cost + ") must lie in 0.." + PeopleProblem.MAX_COST + ".");
        }
        return cost;
    }
}
