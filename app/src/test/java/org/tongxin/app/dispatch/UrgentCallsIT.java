package org.tongxin.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.tongxin.app.dispatch.duty.NewCall;
import org.tongxin.app.dispatch.duty.UrgentCall;
import org.tongxin.app.platform.Outcome;

/** Calls to everyone near for what cannot wait for a plan. */
class UrgentCallsIT extends FieldStory {

    @Test
    void onlyTheDutyOfficerCallsAndWithinLimits() {
        NewCall wish = new NewCall(null, COMMUNITY, "MEDICINE", "送药", null, 1, 1000, 30);
        assertThat(code(calls.open(street, wish)))
                .as("no delegation list gives it to a street")
                .isEqualTo("U-030");
        assertThat(code(calls.open(officer, wish))).isEqualTo("accepted");
        for (NewCall bad : List.of(
                new NewCall(null, COMMUNITY, "MEDICINE", "送药", null, 0, 1000, 30),
                new NewCall(null, COMMUNITY, "MEDICINE", "送药", null, 1, 299, 30),
                new NewCall(null, COMMUNITY, "MEDICINE", "送药", null, 1, 3001, 30),
                new NewCall(null, COMMUNITY, "MEDICINE", "送药", null, 1, 1000, 121),
                new NewCall(null, COMMUNITY, "CHECKPOINT", "送药", null, 1, 1000, 30))) {
            assertThat(code(calls.open(officer, bad))).isEqualTo("D-044");
        }
        for (String text : List.of(" ", "字".repeat(61), "打 138 0000 0000 找我")) {
            assertThat(code(calls.open(officer, new NewCall(null, COMMUNITY, "MEDICINE", text, null, 1, 1000, 30))))
                    .isEqualTo("D-045");
        }
        assertThat(code(calls.open(officer, new NewCall(null, STREET, "MEDICINE", "送药", null, 1, 1000, 30))))
                .as("an area without a position")
                .isEqualTo("D-046");
    }

    @Test
    void whoIsNearFreeAndPreparedSeesIt() throws Exception {
        UrgentCall open = call("MEDICINE", 1, 1000, 30);

        assertThat(open.reached()).isEqualTo(1);
        assertThat(calls.forPerson(chen)).hasSize(1);
        assertThat(calls.forPerson(lin)).as("not insured").isEmpty();
        assertThat(calls.forPerson(wu))
                .as("posted staff are sent by their unit")
                .isEmpty();
        assertThat(calls.forPerson(far)).as("11 km away").isEmpty();
        assertThat(code(calls.take(far, open.id(), false))).isEqualTo("D-043");
        assertThat(read(get(page(chen)))).contains("陈小雨，附近急需帮忙", "送一批药到北门");
        assertThat(read(get(page(far)))).doesNotContain("送一批药到北门");
        jdbc.sql("insert into shift_unavailable (shift_day, person_id) values (?, ?)")
                .params(TODAY, chen)
                .update();
        assertThat(calls.forPerson(chen))
                .as("a shift not taken costs no later call")
                .hasSize(1);
    }

    @Test
    void aDangerousCallTakesTheNoticeAndTakingBackLeavesNoMark() {
        UrgentCall open = call("ESCORT", 1, 1000, 30);
        Map<String, Long> before = rows();

        assertThat(code(calls.take(chen, open.id(), false))).isEqualTo("D-030");
        assertThat(code(calls.take(chen, open.id(), true))).isEqualTo("accepted");
        assertThat(code(calls.take(chen, open.id(), true))).as("twice").isEqualTo("accepted");
        assertThat(calls.takers(officer, open.id())).containsExactly("陈小雨");
        assertThat(calls.takers(street, open.id())).isEmpty();
        assertThat(code(calls.giveBack(chen, open.id()))).isEqualTo("accepted");
        assertThat(code(calls.giveBack(chen, open.id()))).as("twice").isEqualTo("accepted");
        assertThat(rows()).isEqualTo(before);
        assertThat(calls.forPerson(chen).getFirst().call().taken()).isZero();
    }

    @Test
    void exactlyAsManyAsAreWantedComeHoweverManySayYesAtOnce() throws Exception {
        List<UUID> crowd = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            crowd.add(ids.of("person", "crowd", i));
        }
        registry.addPeople(crowd.stream()
                .map(id -> volunteer(id, "志愿者" + crowd.indexOf(id), COMMUNITY, true))
                .toList());
        UrgentCall open = call("CARRYING", 3, 1000, 30);
        List<Callable<Outcome<UUID>>> everyone = new ArrayList<>();
        crowd.forEach(person -> everyone.add(() -> calls.take(person, open.id(), false)));

        List<Outcome<UUID>> answers = atOnce(everyone);

        assertThat(answers.stream().map(FieldStory::code).filter("accepted"::equals))
                .hasSize(3);
        assertThat(answers.stream().map(FieldStory::code).filter("D-042"::equals))
                .hasSize(9);
        assertThat(calls.takers(officer, open.id())).hasSize(3);
        assertThat(read(get(page(chen)))).contains("已有人去，谢谢");
        at(TODAY, "11:00");
        due.runDue();
        UrgentCall ended = calls.find(officer, open.id()).orElseThrow();
        assertThat(ended.taken()).isEqualTo(3);
        assertThat(ended.endedAt()).isEqualTo(open.endsAt());
        assertThat(jdbc.sql("select count(*) from call_taker").query(Long.class).single())
                .as("who came, after the end")
                .isZero();
        assertThat(code(calls.take(chen, open.id(), false))).isEqualTo("D-048");
        jdbc.sql("delete from person where id = any(?)")
                .params((Object) crowd.toArray(UUID[]::new))
                .update();
    }
}
