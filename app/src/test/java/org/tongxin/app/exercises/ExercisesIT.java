package org.tongxin.app.exercises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.DISTRICT;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.plans.PlanLibrary;
import org.tongxin.app.plans.ResponseMode;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.OwnedTables;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.review.Lesson;
import org.tongxin.app.review.Reviews;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** A drill on a plan: by roles, at its minutes, assessed, with lessons; and nothing of it outside. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(TestDistrict.class)
class ExercisesIT {

    private static final ResponseMode MODE = ResponseMode.CO_GOVERNANCE_PLUS;

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Exercises exercises;

    @Autowired
    Play play;

    @Autowired
    Assessment assessment;

    @Autowired
    PlanLibrary library;

    @Autowired
    Reviews reviews;

    @Autowired
    List<OwnedTables> owned;

    @Autowired
    DistrictClock clock;

    @Autowired
    ExerciseClock minutes;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        district.open();
        minutes.holdAt(Instant.parse("2026-06-01T01:00:00Z"));
        jdbc.sql("truncate exercise cascade").update();
        jdbc.sql("delete from lesson").update();
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
        minutes.holdAt(null);
    }

    @Test
    void aPlanBecomesCardsByPostAndCallsAtTheirMinute() {
        Exercise exercise = planned("officer", 2);

        List<Call> calls = exercises.calls(exercise);
        assertThat(calls)
                .extracting(Call::item)
                .containsExactlyInAnyOrderElementsOf(library.of(MODE).items().stream()
                        .map(item -> item.code())
                        .toList());
        assertThat(calls)
                .filteredOn(call -> "K4".equals(call.item()))
                .extracting(Call::dueMinute)
                .containsExactly(24);
        assertThat(exercises.cards(exercise)).extracting(RoleCard::post).doesNotHaveDuplicates();
        assertThat(exercises.cards(exercise).stream().mapToInt(RoleCard::calls).sum())
                .isEqualTo(calls.size());
        assertThat(exercise.planVersion()).isEqualTo(library.of(MODE).version());
    }

    @Test
    void aStreetExercisesWhatItDoesItselfAndOtherStreetsDoNotSeeIt() {
        Exercise exercise = planned("street", 1);

        assertThat(exercise.areaPath()).isEqualTo(STREET);
        assertThat(exercises.cards(exercise)).extracting(RoleCard::level).doesNotContain("DISTRICT");
        assertThat(exercises.find(district.actor("officer"), exercise.number())).isPresent();
        assertThat(exercises.find(Actor.observer(TestDistrict.OTHER), exercise.number()))
                .isEmpty();
        assertThat(exercises.list(Actor.observer(TestDistrict.OTHER))).isEmpty();
        Exercise ofDistrict = planned("officer", 1);
        assertThat(exercises.find(district.actor("street"), ofDistrict.number()))
                .isPresent();
        assertThat(refusal(exercises.start(district.actor("street"), ofDistrict, 1))
                        .code())
                .isEqualTo("I-003");
    }

    @Test
    void aDrillFromItsStartToItsCloseChangesNothingOutsideIt() {
        Map<String, Long> before = rows();
        Exercise exercise = planned("officer", 1);
        Call first = call(exercise, "K3");
        Call second = call(exercise, "K4");
        Actor officer = district.actor("officer");
        play.take(district.actor("street"), exercise, first.cardId()).orThrow();
        exercise = exercises.start(officer, exercise, exercise.version()).orThrow();
        answer("street", exercise, first, "3").orThrow();
        pass(13);
        answer("officer", exercise, second, "6").orThrow();
        exercise = exercises.end(officer, exercise, exercise.version()).orThrow();
        for (Call call : exercises.calls(exercise)) {
            assessment
                    .mark(officer, exercise, call.id(), Mark.MET, "", call.version())
                    .orThrow();
        }
        exercise = exercises.close(officer, exercise, exercise.version()).orThrow();
        district.settle();

        assertThat(rows()).isEqualTo(before);
        assertThat(exercise.state()).isEqualTo(ExerciseState.CLOSED);
        assertThat(call(exercise, "K3").inTime()).isTrue();
        assertThat(call(exercise, "K4").inTime())
                .as("due in minute 12, answered in 13")
                .isFalse();
        Score score = exercises.score(exercise, exercises.calls(exercise)).orElseThrow();
        assertThat(score.inTime()).isEqualTo(1);
        assertThat(score.metPercent()).isEqualTo(100);
        assertThat(exercises.cards(exercise)).extracting(RoleCard::player).containsOnlyNulls();
    }

    @Test
    void whatWasNotMetNeedsALessonOrAReasonBeforeItIsClosed() {
        Exercise exercise = started();
        Actor officer = district.actor("officer");
        exercise = exercises.end(officer, exercise, exercise.version()).orThrow();
        List<Call> calls = exercises.calls(exercise);
        assertThat(refusal(exercises.close(officer, exercise, exercise.version())))
                .isEqualTo(Refusal.of("X-007", (long) calls.size()));
        for (Call call : calls) {
            boolean missed = call.id().equals(calls.get(0).id())
                    || call.id().equals(calls.get(1).id());
            assessment
                    .mark(officer, exercise, call.id(), missed ? Mark.NOT : Mark.MET, "没人接电话", call.version())
                    .orThrow();
        }
        assertThat(refusal(exercises.close(officer, exercise, exercise.version())))
                .isEqualTo(Refusal.of("X-007", 2L));

        UUID lesson = assessment
                .learn(
                        officer,
                        exercise,
                        calls.get(0).id(),
                        new Assessment.Improvement("没人接电话", "换成总机", "街镇值班岗", TODAY.plusDays(7)))
                .orThrow();
        assertThat(refusal(assessment.waive(officer, exercise, calls.get(1).id(), " "))
                        .code())
                .isEqualTo("X-011");
        assessment.waive(officer, exercise, calls.get(1).id(), "当天停电，已修好").orThrow();
        exercises.close(officer, exercise, exercise.version()).orThrow();

        Lesson kept = reviews.find(lesson).orElseThrow();
        assertThat(kept.exercise()).isEqualTo(exercise.number());
        assertThat(kept.planItem()).isEqualTo(calls.get(0).item());
    }

    @Test
    void theMinutesPassWhileTheDistrictsClockIsHeld() {
        Exercise exercise = started();
        clock.holdAt(clock.now());
        pass(13);

        assertThat(exercises.minute(exercise)).isEqualTo(13);
        answer("officer", exercise, call(exercise, "K4"), "6").orThrow();
        assertThat(call(exercise, "K4").inTime())
                .as("due in minute 12, answered in 13")
                .isFalse();
    }

    @Test
    void nobodyIsLateBecauseTheDistrictsClockJumps() {
        Exercise exercise = started();
        pass(12);
        clock.holdAt(clock.now().plus(Duration.ofDays(1)));

        answer("officer", exercise, call(exercise, "K4"), "6").orThrow();
        assertThat(call(exercise, "K4").inTime())
                .as("due in minute 12, answered in 12")
                .isTrue();
        exercise = exercises
                .end(district.actor("officer"), exercise, exercise.version())
                .orThrow();
        pass(5);
        assertThat(exercises.minute(exercise)).isEqualTo(12);
        Score score = exercises.score(exercise, exercises.calls(exercise)).orElseThrow();
        assertThat(score.calls())
                .as("due by minute 12")
                .isLessThan(exercises.calls(exercise).size());
    }

    @Test
    void aSecondAfterTheMinuteIsLate() {
        Exercise exercise = started();
        minutes.holdAt(minutes.now().plus(Duration.ofMinutes(12)).plusMillis(1));
        answer("officer", exercise, call(exercise, "K4"), "6").orThrow();

        assertThat(call(exercise, "K4").inTime()).isFalse();
    }

    @Test
    void aCardIsPlayedByOneAndAnsweredByNobodyElse() {
        Exercise exercise = started();
        Call call = call(exercise, "K3");
        assertThat(refusal(answer("analyst", exercise, call, "1")).code()).isEqualTo("I-003");
        play.take(district.actor("street"), exercise, call.cardId()).orThrow();
        assertThat(refusal(play.take(district.actor("analyst"), exercise, call.cardId()))
                        .code())
                .isEqualTo("X-008");
        assertThat(refusal(play.release(district.actor("analyst"), exercise, call.cardId()))
                        .code())
                .isEqualTo("X-008");
        assertThat(refusal(play.take(Actor.observer(DISTRICT), exercise, call.cardId()))
                        .code())
                .isEqualTo("I-003");
        assertThat(refusal(answer("street", exercise, call, "三")))
                .isEqualTo(Refusal.of("X-010", call.fields().getFirst().label(), "三"));
        assertThat(refusal(answer("street", exercise, call, " ")).code()).isEqualTo("X-012");
        answer("street", exercise, call, "3").orThrow();
        assertThat(refusal(answer("street", exercise, call, "4")).code())
                .as("once")
                .isEqualTo("X-009");
        assertThat(call(exercise, "K3").figures()).containsEntry("f1", "3");
    }

    @Test
    void aSurpriseAppearsAtItsMinuteAndNotBefore() {
        Exercise exercise = started();
        UUID card = exercises.cards(exercise).getFirst().id();
        Actor officer = district.actor("officer");
        assertThat(refusal(exercises.inject(officer, exercise, new Exercises.Inject(card, "停电", "先救人", 5, 5)))
                        .code())
                .isEqualTo("X-005");
        assertThat(refusal(exercises.inject(officer, exercise, new Exercises.Inject(card, "打13800138000", "先救人", 5, 9)))
                        .code())
                .isEqualTo("X-003");
        UUID call = exercises
                .inject(officer, exercise, new Exercises.Inject(card, "停电", "先救人", 5, 9))
                .orThrow();
        assertThat(play.put(exercise, card)).extracting(Call::id).doesNotContain(call);
        assertThat(refusal(play.answer(officer, exercise, call, Map.of(), "好")).code())
                .isEqualTo("X-009");
        pass(5);
        assertThat(play.put(exercise, card)).extracting(Call::id).contains(call);
        play.answer(officer, exercise, call, Map.of(), "已转移").orThrow();
    }

    @Test
    void whoPlayedIsForgottenWhenItEndsAndWhenItNeverDoes() {
        Exercise ended = started();
        Exercise left = planned("officer", 1);
        for (Exercise exercise : List.of(ended, left)) {
            play.take(district.actor("street"), exercise, call(exercise, "K3").cardId())
                    .orThrow();
        }
        exercises.end(district.actor("officer"), ended, ended.version()).orThrow();
        assertThat(exercises.cards(ended)).extracting(RoleCard::player).containsOnlyNulls();
        assertThat(refusal(play.take(
                                district.actor("street"),
                                ended,
                                call(ended, "K3").cardId()))
                        .code())
                .as("taken after the end by who read it before")
                .isEqualTo("X-004");

        clock.holdAt(clock.now().plus(Duration.ofDays(14)).minusMillis(1));
        exercises.runDue();
        assertThat(exercises.cards(left)).extracting(RoleCard::player).contains("street");
        clock.holdAt(clock.now().plusMillis(1));
        exercises.runDue();
        assertThat(exercises.cards(left)).extracting(RoleCard::player).containsOnlyNulls();
    }

    @Test
    void whatWasNeverPutIsNeitherCountedNorAssessed() {
        Exercise exercise = started();
        Actor officer = district.actor("officer");
        UUID card = exercises.cards(exercise).getFirst().id();
        exercises
                .inject(officer, exercise, new Exercises.Inject(card, "停电", "先救人", 50, 60))
                .orThrow();
        pass(2);
        answer("officer", exercise, call(exercise, "K3"), "３").orThrow();
        exercise = exercises.end(officer, exercise, exercise.version()).orThrow();
        List<Call> put = exercises.put(exercise, exercises.calls(exercise));
        for (Call call : put) {
            assessment
                    .mark(officer, exercise, call.id(), Mark.MET, "", call.version())
                    .orThrow();
        }

        Score score = exercises.score(exercise, exercises.calls(exercise)).orElseThrow();
        assertThat(score.assessed())
                .isEqualTo(put.size())
                .isEqualTo(exercises.calls(exercise).size() - 1);
        assertThat(score.calls()).as("due by minute 2: K1, K2, K3").isEqualTo(3);
        assertThat(score.inTime()).isEqualTo(1);
        assertThat(call(exercise, "K3").figures()).containsEntry("f1", "3");
        exercises.close(officer, exercise, exercise.version()).orThrow();
    }

    @Test
    void anotherMarkTakesTheReasonAgainstALessonAwayAndALessonHoldsTheMark() {
        Exercise exercise = started();
        Actor officer = district.actor("officer");
        UUID id = call(exercise, "K3").id();
        assessment.mark(officer, exercise, id, Mark.PARTLY, "", 1).orThrow();
        assessment.waive(officer, exercise, id, "当天停电").orThrow();
        assessment
                .mark(officer, exercise, id, Mark.NOT, "", call(exercise, "K3").version())
                .orThrow();
        assertThat(call(exercise, "K3").waitsForLesson()).isTrue();

        assessment
                .learn(officer, exercise, id, new Assessment.Improvement("没人接", "换总机", "值班岗", TODAY.plusDays(7)))
                .orThrow();
        assertThat(refusal(assessment.mark(
                                officer,
                                exercise,
                                id,
                                Mark.MET,
                                "",
                                call(exercise, "K3").version()))
                        .code())
                .isEqualTo("X-009");
    }

    @Test
    void theLessonsOfAStreetsExerciseAreItsOwnAndTheDistricts() {
        Exercise exercise = planned("street", 1);
        Actor street = district.actor("street");
        exercise = exercises.start(street, exercise, exercise.version()).orThrow();
        UUID id = call(exercise, "K3").id();
        assessment.mark(street, exercise, id, Mark.NOT, "", 1).orThrow();
        assessment
                .learn(street, exercise, id, new Assessment.Improvement("没人接", "换总机", "值班岗", TODAY.plusDays(7)))
                .orThrow();

        assertThat(reviews.lessons(STREET)).hasSize(1);
        assertThat(reviews.lessons(DISTRICT)).hasSize(1);
        assertThat(reviews.lessons(TestDistrict.OTHER)).isEmpty();
    }

    @Test
    void wrongOrdersAndWrongWordsAreAnswered() {
        Actor officer = district.actor("officer");
        assertThat(refusal(exercises.plan(officer, new Exercises.NewExercise(MODE, " ", "练", 1))))
                .isEqualTo(Refusal.of("X-001", 1, 1000));
        assertThat(refusal(exercises.plan(officer, new Exercises.NewExercise(MODE, "情景", "练", 61))))
                .isEqualTo(Refusal.of("X-002", 61));
        assertThat(refusal(exercises.plan(district.actor("analyst"), new Exercises.NewExercise(MODE, "情", "练", 1)))
                        .code())
                .isEqualTo("I-003");
        Exercise exercise = planned("officer", 1);
        assertThat(refusal(exercises.end(officer, exercise, 1)).code()).isEqualTo("X-006");
        assertThat(refusal(exercises.close(officer, exercise, 1)).code()).isEqualTo("X-006");
        exercises.start(officer, exercise, 1).orThrow();
        assertThat(refusal(exercises.start(officer, exercise, 1)).code()).isEqualTo("X-006");
        assertThat(refusal(assessment.mark(
                                officer, exercise, call(exercise, "K3").id(), Mark.MET, "", 1))
                        .code())
                .as("the exercise that was read before the start")
                .isEqualTo("X-004");
    }

    @Test
    void thePagesLeadThroughADrill() throws Exception {
        mvc.perform(post("/exercises")
                        .param("mode", MODE.name())
                        .param("scenario", "学校食堂多人呕吐")
                        .param("aims", "练签收和反馈")
                        .param("pace", "1")
                        .session(district.session(mvc, "officer"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        Exercise exercise = exercises.list(district.actor("officer")).getFirst();
        String address = "/exercises/" + exercise.number();
        mvc.perform(post(address + "/start")
                        .param("version", "1")
                        .session(district.session(mvc, "officer"))
                        .with(csrf()))
                .andExpect(redirectedUrl(address));
        Call call = call(exercise, "K3");
        String card = address + "/cards/" + call.cardId();
        mvc.perform(post(card + "/player")
                        .session(district.session(mvc, "street"))
                        .with(csrf()))
                .andExpect(redirectedUrl(card));
        assertThat(page("street", card)).contains("演练", "不决定限制措施", "学校食堂多人呕吐");
        mvc.perform(post(card + "/answers/" + call.id())
                        .param("f1", "三")
                        .session(district.session(mvc, "street"))
                        .with(csrf()))
                .andExpect(redirectedUrl(card));
        assertThat(call(exercise, "K3").answeredAt()).isNull();
        mvc.perform(post(card + "/answers/" + call.id())
                        .param("f1", "3")
                        .session(district.session(mvc, "street"))
                        .with(csrf()))
                .andExpect(redirectedUrl(card));
        assertThat(page("officer", address)).contains("按时反馈");
        assertThat(page("officer", address + "?lang=en")).contains("Exercise", "answered in time");
        assertThat(page("officer", "/exercises")).contains(exercise.number());
        mvc.perform(get("/exercises/YL-999999").session(district.session(mvc, "officer")))
                .andExpect(status().isNotFound());
    }

    @Test
    void whatARefusedFormOfAnExerciseHeldStandsInItAgain() throws Exception {
        Exercise exercise = started();
        String address = "/exercises/" + exercise.number();
        Call call = call(exercise, "K3");
        String calls = address + "/calls/" + call.id();
        String remark = "找13800138000没人接";
        assertThat(refused(
                        address, post(calls + "/mark").param("mark", "PARTLY").param("remark", remark)))
                .contains("X-003", "value=\"PARTLY\" required checked=\"checked\"", "value=\"" + remark + "\"");
        assessment
                .mark(district.actor("officer"), exercise, call.id(), Mark.NOT, "", call.version())
                .orThrow();
        assertThat(refused(
                        address,
                        post(calls + "/lesson")
                                .param("finding", "没人接")
                                .param("change", "换总机")
                                .param("owner", "值班岗")
                                .param("dueDay", "2026-03-01")))
                .contains("R-003", "value=\"没人接\"", "value=\"换总机\"", "value=\"值班岗\"", "value=\"2026-03-01\"");
        assertThat(refused(
                        address,
                        post(calls + "/lesson")
                                .param("finding", "没人接")
                                .param("change", "换总机")
                                .param("owner", "值班岗")
                                .param("dueDay", "")))
                .contains("R-006", "value=\"没人接\"", "value=\"换总机\"", "value=\"值班岗\"");
        assertThat(refused(address, post(calls + "/no-lesson").param("reason", "打13800138000已修好")))
                .contains("X-003", "value=\"打13800138000已修好\"");
        assertThat(refused(
                        address,
                        post(address + "/calls")
                                .param("card", call.cardId().toString())
                                .param("title", "停电")
                                .param("expected", "先救人")
                                .param("minute", "七")
                                .param("dueMinute", "9")))
                .contains("X-005", ">停电<", ">先救人<", "value=\"七\"", "value=\"9\"");
    }

    /** The page to which a refused form leads back. */
    private String refused(
            String address, org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder form)
            throws Exception {
        var flash = mvc.perform(form.session(district.session(mvc, "officer")).with(csrf()))
                .andExpect(redirectedUrl(address))
                .andReturn()
                .getFlashMap();
        return mvc.perform(
                        get(address).session(district.session(mvc, "officer")).flashAttrs(flash))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String page(String login, String address) throws Exception {
        return mvc.perform(get(address).session(district.session(mvc, login)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private Exercise planned(String login, int pace) {
        String number = exercises
                .plan(district.actor(login), new Exercises.NewExercise(MODE, "食堂多人呕吐", "练签收和反馈", pace))
                .orThrow();
        return exercises.find(district.actor("officer"), number).orElseThrow();
    }

    private Exercise started() {
        Exercise exercise = planned("officer", 1);
        return exercises
                .start(district.actor("officer"), exercise, exercise.version())
                .orThrow();
    }

    private Call call(Exercise exercise, String item) {
        return exercises.calls(exercise).stream()
                .filter(call -> item.equals(call.item()))
                .findFirst()
                .orElseThrow();
    }

    private Outcome<UUID> answer(String login, Exercise exercise, Call call, String figure) {
        return play.answer(district.actor(login), exercise, call.id(), Map.of("f1", figure), "");
    }

    private void pass(int minutes) {
        Instant now = this.minutes.now();
        this.minutes.holdAt(now.plus(Duration.ofMinutes(minutes)));
    }

    /** How many rows every table of the replay holds, those of exercises aside; with them everything the modules announce. */
    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        owned.stream()
                .flatMap(tables -> tables.names().stream())
                .filter(table ->
                        !List.of("exercise", "role_card", "exercise_call").contains(table))
                .forEach(table -> rows.put(
                        table,
                        jdbc.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single()));
        rows.put(
                "event_publication",
                jdbc.sql("select count(*) from event_publication")
                        .query(Long.class)
                        .single());
        return rows;
    }

    private static Refusal refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal();
    }
}
