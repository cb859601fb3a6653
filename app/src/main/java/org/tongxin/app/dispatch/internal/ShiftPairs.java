package org.tongxin.app.dispatch.internal;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.dispatch.PenaltyTable;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Person;
import org.tongxin.core.allocation.EligiblePairs;
import org.tongxin.core.geo.PointGrid;

/**
 * Who may go where: trained, insured where a volunteer, with the skill that the post needs, free at its hours, rested, not ruled out,
 * and near enough, where the post has a place. Distances are on the plane tangent at the first post, good to a tenth of a per cent
 * over a district. What somebody may do does not change; who has gone is noted.
 */
final class ShiftPairs implements EligiblePairs {

    private static final double METRES_PER_DEGREE = 111_195;
    private static final double CELL_METRES = 1_000;

    private final List<Person> people;
    private final List<DutyPost> posts;
    private final Set<ShiftInput.Pair> leftOut;
    private final ShiftCosts costs;
    private final BitSet gone;
    private final double metresPerLongitude;
    private final long[] unitsOfPerson;
    private final PointGrid homes;
    private final PointGrid places;
    /** Who must rest, by the hours of a post. */
    private final Map<Hours, BitSet> resting;

    private final Map<String, List<Integer>> skilled = new HashMap<>();
    private final List<Integer> online = new ArrayList<>();

    ShiftPairs(ShiftInput input, ShiftCosts costs) {
        this.people = input.people();
        this.posts = input.posts();
        this.leftOut = input.leftOut();
        this.costs = costs;
        this.gone = new BitSet(people.size());
        this.metresPerLongitude = METRES_PER_DEGREE
                * Math.cos(Math.toRadians(posts.isEmpty() ? 0 : posts.getFirst().latitude()));
        this.unitsOfPerson = people.stream().mapToLong(costs::units).toArray();
        this.resting = resting(input);
        this.homes = grid(people, Person::latitude, Person::longitude);
        this.places = grid(posts, DutyPost::latitude, DutyPost::longitude);
        for (int person = 0; person < people.size(); person++) {
            String skill = people.get(person).skill();
            if (skill != null) {
                skilled.computeIfAbsent(skill, key -> new ArrayList<>()).add(person);
            }
        }
        for (int post = 0; post < posts.size(); post++) {
            if (posts.get(post).online()) {
                online.add(post);
            }
        }
    }

    private ShiftPairs(ShiftPairs other) {
        this.people = other.people;
        this.posts = other.posts;
        this.leftOut = other.leftOut;
        this.costs = other.costs;
        this.gone = (BitSet) other.gone.clone();
        this.metresPerLongitude = other.metresPerLongitude;
        this.unitsOfPerson = other.unitsOfPerson;
        this.resting = other.resting;
        this.homes = other.homes;
        this.places = other.places;
        this.skilled.putAll(other.skilled);
        this.online.addAll(other.online);
    }

    private record Hours(
            @Nullable LocalTime starts, @Nullable LocalTime ends) {

        static Hours of(DutyPost post) {
            return new Hours(post.starts(), post.ends());
        }
    }

    /** Posts of the same hours ask for the same rest. */
    private static Map<Hours, BitSet> resting(ShiftInput input) {
        Map<Hours, BitSet> resting = new HashMap<>();
        for (DutyPost post : input.posts()) {
            resting.computeIfAbsent(Hours.of(post), hours -> {
                BitSet tired = new BitSet(input.people().size());
                for (int person = 0; person < input.people().size(); person++) {
                    tired.set(
                            person,
                            input.rests().mustRest(input.people().get(person).id(), post));
                }
                return tired;
            });
        }
        return resting;
    }

    /** As it stands now; later departures do not touch it. */
    ShiftPairs copy() {
        return new ShiftPairs(this);
    }

    private <T> PointGrid grid(List<T> items, ToDoubleFunction<T> latitude, ToDoubleFunction<T> longitude) {
        return new PointGrid(
                items.stream()
                        .mapToDouble(item -> longitude.applyAsDouble(item) * metresPerLongitude)
                        .toArray(),
                items.stream()
                        .mapToDouble(item -> latitude.applyAsDouble(item) * METRES_PER_DEGREE)
                        .toArray(),
                CELL_METRES);
    }

    void leave(int person) {
        gone.set(person);
    }

    boolean hasLeft(Person person) {
        int number = people.indexOf(person);
        return number >= 0 && gone.get(number);
    }

    @Override
    public void ofPost(int post, long bound, Taker taker) {
        DutyPost here = posts.get(post);
        if (here.online()) {
            (here.skill() == null ? List.<Integer>of() : skilled.getOrDefault(here.skill(), List.of()))
                    .forEach(person -> offer(person, post, 0, person, taker));
            return;
        }
        homes.within(
                here.longitude() * metresPerLongitude,
                here.latitude() * METRES_PER_DEGREE,
                costs.metresBelow(bound),
                (person, metres) -> offer(person, post, metres, person, taker));
    }

    @Override
    public void ofPerson(int person, Taker taker) {
        Person someone = people.get(person);
        if (gone.get(person)) {
            return;
        }
        online.forEach(post -> offer(person, post, 0, post, taker));
        places.within(
                someone.longitude() * metresPerLongitude,
                someone.latitude() * METRES_PER_DEGREE,
                PenaltyTable.FARTHEST,
                (post, metres) -> {
                    if (!posts.get(post).online()) {
                        offer(person, post, metres, post, taker);
                    }
                });
    }

    private void offer(int person, int post, double metres, int other, Taker taker) {
        if (isEligible(person, post)) {
            taker.pair(
                    other,
                    costs.of(people.get(person), posts.get(post), (int) Math.round(metres), unitsOfPerson[person]));
        }
    }

    private boolean isEligible(int person, int post) {
        Person someone = people.get(person);
        DutyPost here = posts.get(post);
        return isPrepared(someone, here) && isAsked(person, post) && !mustRest(person, here);
    }

    private boolean isAsked(int person, int post) {
        return !gone.get(person)
                && (leftOut.isEmpty()
                        || !leftOut.contains(new ShiftInput.Pair(
                                people.get(person).id(), posts.get(post).id())));
    }

    private boolean mustRest(int person, DutyPost post) {
        return resting.getOrDefault(Hours.of(post), new BitSet()).get(person);
    }

    @Override
    public int resting(int post) {
        return restingAt(post).size();
    }

    /** Who could come to a post but for their rest or their weekly limit, the nearest first. */
    List<Person> restingAt(int post) {
        DutyPost here = posts.get(post);
        if (here.online() && here.skill() == null) {
            return List.of();
        }
        return resting.getOrDefault(Hours.of(here), new BitSet()).stream()
                .filter(person -> isAsked(person, post) && mayStand(people.get(person), here))
                .mapToObj(people::get)
                .sorted(Comparator.<Person>comparingInt(person -> metres(person, here))
                        .thenComparing(Person::id))
                .toList();
    }

    /** Trained, insured where a volunteer, skilled where the post asks for it, and free at its hours. */
    static boolean isPrepared(Person person, DutyPost post) {
        return person.trained()
                && (person.kind() == Person.Kind.POSTED || person.insured())
                && (post.skill() == null || Objects.equals(post.skill(), person.skill()))
                && person.isFreeFor(post);
    }

    /** Whether somebody may stand at a post at all, decisions aside. */
    boolean mayStand(Person person, DutyPost post) {
        return isPrepared(person, post) && metres(person, post) <= PenaltyTable.FARTHEST;
    }

    /** Straight-line metres from the home community; 0 where the post has no place. */
    int metres(Person person, DutyPost post) {
        return post.online()
                ? 0
                : (int) Math.round(Math.hypot(
                        (person.longitude() - post.longitude()) * metresPerLongitude,
                        (person.latitude() - post.latitude()) * METRES_PER_DEGREE));
    }

    /** The nearest people of a post, as pairs to begin with. */
    void nearest(int post, int count, Taker taker) {
        DutyPost here = posts.get(post);
        if (here.online()) {
            ofPost(post, Long.MAX_VALUE, taker);
            return;
        }
        int[] near = homes.nearest(
                here.longitude() * metresPerLongitude,
                here.latitude() * METRES_PER_DEGREE,
                count,
                PenaltyTable.FARTHEST,
                person -> isEligible(person, post));
        for (int person : near) {
            taker.pair(person, costs.of(people.get(person), here, metres(people.get(person), here)));
        }
    }
}
