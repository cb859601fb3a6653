package org.tongxin.app.dispatch.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongxin.app.dispatch.Dispatch;
import org.tongxin.app.dispatch.PenaltyTable;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Person;
import org.tongxin.core.allocation.PeopleProblem;
import org.tongxin.core.allocation.PeopleSolver;

/** Made-up shifts: what the plan says against a plan made anew over every eligible pair, written down in full. */
class LiveShiftTest {

    private static final LocalDate DAY = LocalDate.of(2030, 5, 6);
    private static final String[] SKILLS = {"NURSE", "DRIVER", "TEACHER"};

    @Property(tries = 60, seed = "8101")
    void thePlanIsBestOverAllEligiblePairsAndStaysSo(@ForAll long seed) {
        ShiftInput input = shift(seed, 120, 25);
        LiveShift live = LiveShift.of(input);
        assertThat(live.view().total()).isEqualTo(inFull(input));
        live.announce();
        Random random = new Random(seed);
        Map<UUID, UUID> told = live.view().postOfPerson();
        List<UUID> everybody = new ArrayList<>(told.keySet());
        for (int gone = 0; gone < 6 && !everybody.isEmpty(); gone++) {
            UUID person = everybody.remove(random.nextInt(everybody.size()));
            ShiftInput rest = without(input, person, told);
            assertThat(live.leave(person)).isPresent();
            assertThat(live.view().total()).isEqualTo(inFull(rest));
            live.announce();
            told = live.view().postOfPerson();
            assertThat(told).doesNotContainKey(person);
            everybody.retainAll(told.keySet());
            input = rest;
        }
    }

    @Property(tries = 40, seed = "8103")
    void whoHasComeIsFixedAsIfThePlanWereMadeAnew(@ForAll long seed) {
        ShiftInput input = shift(seed, 120, 25);
        LiveShift live = LiveShift.of(input);
        live.announce();
        Random random = new Random(seed);
        Map<UUID, UUID> told = live.view().postOfPerson();
        ShiftInput anew = input.told(told);
        List<UUID> coming = new ArrayList<>(told.keySet());
        for (int come = 0; come < 8 && !coming.isEmpty(); come++) {
            UUID person = coming.remove(random.nextInt(coming.size()));
            UUID post = told.get(person);
            anew = anew.with(live.view().place(post, person).orThrow());
            assertThat(live.settle(person, new UUID(9, 9))).isFalse();
            assertThat(live.settle(person, post)).isTrue();
            assertThat(live.settle(person, post)).as("twice").isTrue();
            ShiftView view = live.view();
            assertThat(view.postOfPerson()).isEqualTo(told);
            assertThat(view.total()).isEqualTo(LiveShift.of(anew).view().total());
        }
        assertThat(live.view().measures()).isEqualTo(LiveShift.of(anew).view().measures());
    }

    @Property(tries = 40, seed = "8102")
    void theEffectOfACandidateIsWhatHappensWhenTheyAreFixed(@ForAll long seed) {
        ShiftInput input = shift(seed, 60, 12);
        ShiftView view = LiveShift.of(input).view();
        for (DutyPost post : input.posts()) {
            for (Dispatch.Option option :
                    view.explain(post.id(), 3).orElseThrow().options()) {
                ShiftInput.Fixed fixed = view.place(post.id(), option.person()).orThrow();
                ShiftView with = LiveShift.of(input.with(fixed)).view();
                assertThat(with.total() - view.total()).isEqualTo(option.effect());
                assertThat(with.postOfPerson()).containsEntry(option.person(), post.id());
            }
        }
    }

    /** Every eligible pair in a plain list, in metres; equal to the plan's metres, because ties never cost one. */
    private static long inFull(ShiftInput input) {
        ShiftPairs pairs = new ShiftPairs(input, new ShiftCosts(input.posts(), Map.of()));
        PeopleProblem.Builder builder = PeopleProblem.builder(input.people().size());
        input.posts().forEach(post -> builder.post(PenaltyTable.need(post)));
        for (int person = 0; person < input.people().size(); person++) {
            for (int post = 0; post < input.posts().size(); post++) {
                Person someone = input.people().get(person);
                DutyPost here = input.posts().get(post);
                int metres = pairs.metres(someone, here);
                if (ShiftPairs.isPrepared(someone, here) && metres <= PenaltyTable.FARTHEST) {
                    boolean rare = someone.skill() != null && here.skill() == null;
                    builder.arc(person, post, metres + (rare ? PenaltyTable.RARE_SKILL : 0));
                }
            }
        }
        List<UUID> posts = input.posts().stream().map(DutyPost::id).toList();
        int[] current = input.people().stream()
                .mapToInt(person -> posts.indexOf(input.told().getOrDefault(person.id(), new UUID(9, 9))))
                .toArray();
        return PeopleSolver.solve(builder.current(current, PenaltyTable.MOVE).build())
                .total();
    }

    @Test
    void ofEqualPlansWhoServedLongestAgoComesFirst() {
        DutyPost gate = gate(1, 31.2, 121.5);
        List<Person> people = IntStream.range(0, 6)
                .mapToObj(number -> person(number, null, 31.21, 121.5, null, null))
                .toList();
        Map<UUID, Integer> served = new HashMap<>();
        IntStream.range(0, 6)
                .filter(number -> number != 4)
                .forEach(number -> served.put(people.get(number).id(), 1 + number));
        ShiftView view = LiveShift.of(
                        new ShiftInput(DAY, people, List.of(gate), Map.of(), List.of(), Set.of(), served, Rests.NONE))
                .view();
        assertThat(view.postOfPerson().keySet())
                .as("number 4 has not served; of the others number 5 served longest ago")
                .containsExactlyInAnyOrder(people.get(4).id(), people.get(5).id());
    }

    @Test
    void anOnlineServiceIsNearToEverybodyWithTheSkillWhoIsFreeAtItsHours() {
        DutyPost tutoring = new DutyPost(
                id(1, 1),
                "310199001",
                "ONLINE_TUTORING",
                "辅导",
                "Tutoring",
                2,
                1,
                "TEACHER",
                31.2,
                121.5,
                true,
                LocalTime.of(19, 0),
                LocalTime.of(21, 0));
        Person far = person(1, "TEACHER", 30.2, 120.5, LocalTime.of(18, 0), LocalTime.of(22, 0));
        Person mornings = person(2, "TEACHER", 31.2, 121.5, LocalTime.of(8, 0), LocalTime.of(12, 0));
        Person unskilled = person(3, null, 31.2, 121.5, null, null);
        ShiftView view = LiveShift.of(new ShiftInput(
                        DAY,
                        List.of(far, mornings, unskilled),
                        List.of(tutoring),
                        Map.of(),
                        List.of(),
                        Set.of(),
                        Map.of(),
                        Rests.NONE))
                .view();
        assertThat(view.postOfPerson()).containsOnly(Map.entry(far.id(), tutoring.id()));
        assertThat(view.newPlacements(Map.of()))
                .singleElement()
                .satisfies(placement -> assertThat(placement.metres()).isZero());
        assertThat(view.whyEmpty()).containsKey(tutoring.id());
    }

    @Test
    void whoIsRuledOutComesNotAndWhoIsFixedStays() {
        ShiftInput input = shift(17, 60, 12);
        ShiftView view = LiveShift.of(input).view();
        Map.Entry<UUID, UUID> someone =
                view.postOfPerson().entrySet().iterator().next();
        ShiftInput without = new ShiftInput(
                DAY,
                input.people(),
                input.posts(),
                Map.of(),
                List.of(),
                Set.of(new ShiftInput.Pair(someone.getKey(), someone.getValue())),
                Map.of(),
                Rests.NONE);
        assertThat(LiveShift.of(without).view().postOfPerson())
                .doesNotContainEntry(someone.getKey(), someone.getValue());
        assertThat(view.place(someone.getValue(), id(7, 7)).toString()).contains("D-010");
        assertThat(view.place(id(7, 7), someone.getKey()).toString()).contains("D-012");
    }

    @Test
    void whoIsFixedIsNotTakenOutSilently() {
        ShiftInput input = shift(18, 60, 12);
        ShiftView view = LiveShift.of(input).view();
        Map.Entry<UUID, UUID> someone =
                view.postOfPerson().entrySet().iterator().next();
        ShiftInput.Fixed fixed =
                view.place(someone.getValue(), someone.getKey()).orThrow();
        LiveShift shift = LiveShift.of(input.with(fixed));

        assertThatThrownBy(() -> shift.leave(someone.getKey()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(someone.getKey().toString());
    }

    private static ShiftInput without(ShiftInput input, UUID gone, Map<UUID, UUID> told) {
        return new ShiftInput(
                DAY,
                input.people().stream()
                        .filter(person -> !person.id().equals(gone))
                        .toList(),
                input.posts(),
                told,
                List.of(),
                input.leftOut(),
                input.lastServed(),
                input.rests());
    }

    private static ShiftInput shift(long seed, int people, int posts) {
        Random random = new Random(seed);
        List<Person> helpers = new ArrayList<>();
        Map<UUID, Integer> served = new HashMap<>();
        for (int number = 0; number < people; number++) {
            String skill = random.nextInt(3) == 0 ? SKILLS[random.nextInt(3)] : null;
            boolean evenings = random.nextInt(5) == 0;
            helpers.add(person(
                    number,
                    skill,
                    31 + random.nextInt(30) / 100.0,
                    121.5 + random.nextInt(30) / 100.0,
                    evenings ? LocalTime.of(18, 0) : null,
                    evenings ? LocalTime.of(22, 0) : null));
            if (random.nextBoolean()) {
                served.put(helpers.getLast().id(), 1 + random.nextInt(14));
            }
        }
        List<DutyPost> places = IntStream.range(0, posts)
                .mapToObj(number -> post(number, random))
                .toList();
        return new ShiftInput(DAY, helpers, places, Map.of(), List.of(), Set.of(), served, Rests.NONE);
    }

    private static DutyPost post(int number, Random random) {
        boolean online = random.nextInt(6) == 0;
        String skill = online ? "TEACHER" : random.nextInt(4) == 0 ? SKILLS[random.nextInt(2)] : null;
        int places = 1 + random.nextInt(5);
        return new DutyPost(
                id(1, number),
                "310199001",
                random.nextBoolean() ? "CHECKPOINT" : "SCREENING_SITE",
                "岗" + number,
                "Post " + number,
                places,
                random.nextInt(places + 1),
                skill,
                31 + random.nextInt(30) / 100.0,
                121.5 + random.nextInt(30) / 100.0,
                online,
                online ? LocalTime.of(19, 0) : null,
                online ? LocalTime.of(21, 0) : null);
    }

    private static DutyPost gate(int number, double latitude, double longitude) {
        return DutyPost.at(
                id(1, number), "310199001", "CHECKPOINT", "北门", "North gate", 2, 1, null, latitude, longitude);
    }

    private static Person person(
            int number,
            @Nullable String skill,
            double latitude,
            double longitude,
            @Nullable LocalTime from,
            @Nullable LocalTime to) {
        return new Person(
                id(2, number),
                "某",
                Person.Kind.VOLUNTEER,
                "310199001001",
                skill,
                true,
                true,
                latitude,
                longitude,
                from,
                to);
    }

    private static UUID id(int kind, int number) {
        return new UUID(kind, number);
    }
}
