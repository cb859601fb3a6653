package org.tongxin.app.dispatch.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tongxin.app.dispatch.PlanMeasures;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Person;
import org.tongxin.core.allocation.Fairness;

/** Measures a plan of a shift: who stands where, against what the posts need and what people were told. */
final class PlanMeter {

    private static final int COMMUNITY = 12;

    private final ShiftInput input;
    private final ShiftPairs pairs;

    PlanMeter(ShiftInput input, ShiftPairs pairs) {
        this.input = input;
        this.pairs = pairs;
    }

    private static final class Cover {
        private int places;
        private int filled;
    }

    /** @param places post by person, those fixed among them */
    PlanMeasures measure(Map<UUID, UUID> places) {
        Map<UUID, Integer> filled = new HashMap<>();
        places.values().forEach(post -> filled.merge(post, 1, Integer::sum));
        Map<String, Cover> covers = new TreeMap<>();
        int emptyMinimum = 0;
        int empty = 0;
        for (DutyPost post : input.posts()) {
            int here = Math.min(post.places(), filled.getOrDefault(post.id(), 0));
            emptyMinimum += Math.max(0, post.minimum() - here);
            empty += post.places() - here;
            Cover cover = covers.computeIfAbsent(community(post), key -> new Cover());
            cover.places += post.places();
            cover.filled += here;
        }
        double[] coverages = covers.values().stream()
                .mapToDouble(cover -> (double) cover.filled / cover.places)
                .toArray();
        return new PlanMeasures(
                emptyMinimum, empty, places.size(), metres(places), moved(places), Fairness.of(coverages));
    }

    private static String community(DutyPost post) {
        return post.areaPath().substring(0, Math.min(COMMUNITY, post.areaPath().length()));
    }

    private long metres(Map<UUID, UUID> places) {
        Map<UUID, DutyPost> posts = new HashMap<>();
        input.posts().forEach(post -> posts.put(post.id(), post));
        Set<UUID> fixed = input.fixed().stream().map(each -> each.person().id()).collect(Collectors.toSet());
        long metres = 0;
        for (Person person : input.people()) {
            DutyPost post = posts.get(places.get(person.id()));
            metres += post == null || fixed.contains(person.id()) ? 0 : pairs.metres(person, post);
        }
        for (ShiftInput.Fixed each : input.fixed()) {
            metres += pairs.metres(each.person(), each.post());
        }
        return metres;
    }

    private int moved(Map<UUID, UUID> places) {
        return (int) input.told().entrySet().stream()
                .filter(told -> !Objects.equals(told.getValue(), places.get(told.getKey())))
                .count();
    }
}
