package org.tongxin.app.dispatch.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.tongxin.app.dispatch.PenaltyTable;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Person;

/** What simple systems do: post after post, the weightiest first, takes the nearest who is still free. Only to compare with. */
final class NearestFirst {

    private final ShiftInput input;
    private final ShiftPairs pairs;
    private final Map<UUID, UUID> places = new HashMap<>();
    private final Map<UUID, Integer> filled = new HashMap<>();

    private NearestFirst(ShiftInput input, ShiftPairs pairs) {
        this.input = input;
        this.pairs = pairs;
        input.fixed().forEach(fixed -> stand(fixed.person(), fixed.post()));
    }

    /** Post by person. */
    static Map<UUID, UUID> of(ShiftInput input, ShiftPairs pairs) {
        NearestFirst plan = new NearestFirst(input, pairs);
        plan.fill(Comparator.comparingLong(post -> -PenaltyTable.need(post).emptyMinimumPenalty()), DutyPost::minimum);
        plan.fill(Comparator.comparingLong(post -> -PenaltyTable.need(post).emptyPenalty()), DutyPost::places);
        return plan.places;
    }

    private interface Wanted {
        int at(DutyPost post);
    }

    private void fill(Comparator<DutyPost> weight, Wanted wanted) {
        List<Integer> order = IntStream.range(0, input.posts().size())
                .boxed()
                .sorted(Comparator.comparing(input.posts()::get, weight))
                .toList();
        for (int post : order) {
            DutyPost here = input.posts().get(post);
            int missing = wanted.at(here) - filled.getOrDefault(here.id(), 0);
            nearestFree(post).stream().limit(Math.max(0, missing)).forEach(person -> stand(person, here));
        }
    }

    private List<Person> nearestFree(int post) {
        List<Person> free = new ArrayList<>();
        pairs.ofPost(post, Long.MAX_VALUE, (person, cost) -> {
            if (!places.containsKey(input.people().get(person).id())) {
                free.add(input.people().get(person));
            }
        });
        free.sort(Comparator.comparingInt(
                person -> pairs.metres(person, input.posts().get(post))));
        return free;
    }

    private void stand(Person person, DutyPost post) {
        places.put(person.id(), post.id());
        filled.merge(post.id(), 1, Integer::sum);
    }
}
