package org.tongxin.app.dispatch.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.tongxin.app.dispatch.PenaltyTable;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Person;
import org.tongxin.core.allocation.PeopleProblem;
import org.tongxin.core.allocation.PostNeed;

/**
 * One shift as a problem of {@code core.allocation}: eligible pairs from both sides, each person's nearest posts and each
 * post's nearest people, so that thin areas are not starved. A plan is proved best over these pairs.
 *
 * @param people by index of the problem
 * @param posts by index of the problem
 */
record ShiftProblem(PeopleProblem problem, List<Person> people, List<DutyPost> posts) {

    private static final int POSTS_PER_PERSON = 6;
    private static final int PEOPLE_PER_POST = 24;

    static ShiftProblem of(
            List<Person> people,
            List<DutyPost> posts,
            Map<UUID, UUID> postOfPerson,
            java.util.function.Function<DutyPost, PostNeed> need) {
        PeopleProblem.Builder builder = PeopleProblem.builder(people.size());
        posts.forEach(post -> builder.post(need.apply(post)));
        Map<Long, Long> arcs = new HashMap<>();
        fromPosts(people, posts, arcs);
        fromPeople(people, posts, arcs);
        arcs.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(arc ->
                        builder.arc((int) (arc.getKey() >> 32), (int) (arc.getKey() & 0xFFFFFFFFL), arc.getValue()));
        builder.current(current(people, posts, postOfPerson), PenaltyTable.MOVE);
        return new ShiftProblem(builder.build(), people, posts);
    }

    private static void fromPosts(List<Person> people, List<DutyPost> posts, Map<Long, Long> arcs) {
        if (people.isEmpty()) {
            return;
        }
        NearestIndex index = index(
                people.stream().mapToDouble(Person::latitude).toArray(),
                people.stream().mapToDouble(Person::longitude).toArray());
        for (int post = 0; post < posts.size(); post++) {
            DutyPost here = posts.get(post);
            for (NearestIndex.Found found : index.nearest(
                    here.latitude(),
                    here.longitude(),
                    PEOPLE_PER_POST,
                    PenaltyTable.FARTHEST,
                    person -> eligible(people.get(person), here))) {
                arcs.put(key(found.index(), post), cost(people.get(found.index()), here, found.metres()));
            }
        }
    }

    private static void fromPeople(List<Person> people, List<DutyPost> posts, Map<Long, Long> arcs) {
        if (posts.isEmpty()) {
            return;
        }
        NearestIndex index = index(
                posts.stream().mapToDouble(DutyPost::latitude).toArray(),
                posts.stream().mapToDouble(DutyPost::longitude).toArray());
        for (int person = 0; person < people.size(); person++) {
            Person someone = people.get(person);
            for (NearestIndex.Found found : index.nearest(
                    someone.latitude(),
                    someone.longitude(),
                    POSTS_PER_PERSON,
                    PenaltyTable.FARTHEST,
                    post -> eligible(someone, posts.get(post)))) {
                arcs.put(key(person, found.index()), cost(someone, posts.get(found.index()), found.metres()));
            }
        }
    }

    private static NearestIndex index(double[] latitudes, double[] longitudes) {
        return new NearestIndex(latitudes, longitudes, latitudes[0]);
    }

    /** Trained, insured where a volunteer, and with the skill that the post needs. */
    static boolean eligible(Person person, DutyPost post) {
        boolean prepared = person.trained() && (person.kind() == Person.Kind.POSTED || person.insured());
        return prepared && (post.skill() == null || Objects.equals(post.skill(), person.skill()));
    }

    private static long cost(Person person, DutyPost post, int metres) {
        return metres + (post.skill() == null && person.skill() != null ? PenaltyTable.RARE_SKILL : 0);
    }

    private static int[] current(List<Person> people, List<DutyPost> posts, Map<UUID, UUID> postOfPerson) {
        Map<UUID, Integer> indexOfPost = new HashMap<>();
        for (int post = 0; post < posts.size(); post++) {
            indexOfPost.put(posts.get(post).id(), post);
        }
        List<Integer> current = new ArrayList<>();
        for (Person person : people) {
            UUID post = postOfPerson.get(person.id());
            current.add(post == null ? PeopleProblem.NO_POST : indexOfPost.getOrDefault(post, PeopleProblem.NO_POST));
        }
        return current.stream().mapToInt(Integer::intValue).toArray();
    }

    private static long key(int person, int post) {
        return (long) person << 32 | post;
    }

    /** Straight-line metres behind an arc's cost. */
    int metres(int person, int post) {
        long cost = problem.findCost(person, post).orElseThrow();
        boolean rare = posts.get(post).skill() == null && people.get(person).skill() != null;
        return (int) (cost - (rare ? PenaltyTable.RARE_SKILL : 0));
    }
}
