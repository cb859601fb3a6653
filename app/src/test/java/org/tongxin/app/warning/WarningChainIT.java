package org.tongxin.app.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NewAccount;
import org.tongxin.app.identity.Post;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Quiet;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;
import org.tongxin.app.surveillance.Channel;
import org.tongxin.app.surveillance.CountEntry;
import org.tongxin.app.surveillance.Counts;
import org.tongxin.app.surveillance.Indicator;
import org.tongxin.app.surveillance.MonitoringPoint;
import org.tongxin.app.surveillance.PointRegistry;

/** From a count to a signed warning and to its end, by three hands; each test has a street of its own. */
@SpringBootTest(properties = "tongxin.mode=operation")
@PostgresTest(ownDatabase = true)
class WarningChainIT {

    private static final String DISTRICT = "990200";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 25);
    private static final Instant NOON = Instant.parse("2026-03-26T04:00:00Z");

    private static int streets;

    @Autowired
    Warnings warnings;

    @Autowired
    Ratings ratings;

    @Autowired
    Counts counts;

    @Autowired
    Registry registry;

    @Autowired
    PointRegistry points;

    @Autowired
    Accounts accounts;

    @Autowired
    DistrictClock clock;

    @Autowired
    Quiet quiet;

    @Autowired
    JdbcClient jdbc;

    private String street = "";

    @BeforeEach
    void openAStreet() {
        clock.holdAt(NOON);
        if (streets == 0) {
            registry.addAreas(List.of(area(DISTRICT, AreaLevel.DISTRICT)));
            account("analyst", Role.CDC_ANALYST);
            account("officer", Role.DUTY_OFFICER);
            account("second", Role.DUTY_OFFICER);
            account("signatory", Role.SIGNATORY);
            account("mayor", Role.SIGNATORY);
        }
        // What was rated for an earlier test would move the newest day.
        jdbc.sql("delete from warning").update();
        jdbc.sql("delete from area_rating").update();
        street = "%s%03d".formatted(DISTRICT, ++streets);
        registry.addAreas(List.of(area(street, AreaLevel.STREET)));
        points.add(List.of(new MonitoringPoint(
                id("point" + street), street, street, Indicator.ADDRESSES_NAMED, "通报", "Notice", "测试", true, 100_000)));
    }

    @AfterEach
    void realTime() {
        quiet.await(Duration.ofSeconds(30));
        clock.holdAt(null);
    }

    @Test
    void aRatingOfYellowOrAboveDraftsAWarningAndBelowItNone() {
        report(DAY.minusDays(1), 19);
        assertThat(rating().level()).isEqualTo(RatingLevel.BLUE);
        assertThat(ofStreet()).isEmpty();

        report(DAY, 1);

        assertThat(rating().level()).isEqualTo(RatingLevel.YELLOW);
        Warning draft = draft();
        assertThat(draft.level()).isEqualTo(RatingLevel.YELLOW);
        assertThat(draft.state()).isEqualTo(WarningState.DRAFT);
        assertThat(draft.ratingId()).isEqualTo(rating().id());
        assertThat(draft.missingFields()).containsExactly(6);
        assertThat(draft.exercise()).isFalse();
    }

    @Test
    void aGraverRatingRaisesTheDraftThatIsAlreadyThere() {
        report(DAY.minusDays(1), 20);
        Warning yellow = draft();
        propose(yellow);

        report(DAY, 80);

        assertThat(ofStreet()).hasSize(1);
        assertThat(draft().id()).isEqualTo(yellow.id());
        assertThat(draft().level()).isEqualTo(RatingLevel.ORANGE);
        assertThat(draft().state()).isEqualTo(WarningState.DRAFT);
    }

    @Test
    void onlyTheAnalystProposes() {
        Warning draft = drafted(30);

        for (String login : List.of("officer", "signatory")) {
            assertThat(refusal(warnings.propose(actor(login), draft.id(), "注意", "措施", "", 3, draft.version()))
                            .code())
                    .isEqualTo("I-003");
        }
        assertThat(refusal(warnings.propose(Actor.system(), draft.id(), "注意", "措施", "", 3, draft.version()))
                        .code())
                .isEqualTo("I-003");
        assertThat(propose(draft).proposedBy()).isEqualTo("analyst");
    }

    @Test
    void aProposalNeedsThreeExperts() {
        Warning draft = drafted(30);

        Refusal two = refusal(warnings.propose(actor("analyst"), draft.id(), "注意", "措施", "", 2, draft.version()));

        assertThat(two.code()).isEqualTo("W-002");
        assertThat(two.arguments()).containsExactly("2", "3");
        assertThat(propose(draft).experts()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"WARNING_CAUTIONS, 0", "WARNING_ACTIONS, 1", "WARNING_ACTIONS_EN, 2"})
    void whatResidentsReadOfAWarningHoldsNoNumberOfAPerson(String field, int place) {
        Warning draft = drafted(30);
        List<String> words = new ArrayList<>(List.of("注意", "措施", "Measures"));
        words.set(place, "13800138000");

        assertThat(refusal(warnings.propose(
                        actor("analyst"), draft.id(), words.get(0), words.get(1), words.get(2), 3, draft.version())))
                .isEqualTo(Refusal.of("P-024", field, "PHONE_NUMBER"));
        assertThat(now(draft).state()).isEqualTo(WarningState.DRAFT);
    }

    @Test
    void aMissingFieldIsRefusedByItsNumber() {
        Warning draft = drafted(30);

        Refusal cautions = refusal(warnings.propose(actor("analyst"), draft.id(), " ", "措施", "", 3, draft.version()));
        Refusal actions = refusal(warnings.propose(actor("analyst"), draft.id(), "注意", "　", "", 3, draft.version()));

        assertThat(cautions).isEqualTo(Refusal.of("W-001", 5));
        assertThat(actions).isEqualTo(Refusal.of("W-001", 6));

        Warning proposed = propose(draft);
        jdbc.sql("update warning set area_affected = '' where id = ?")
                .param(draft.id())
                .update();
        assertThat(refusal(warnings.submit(actor("officer"), draft.id(), proposed.version())))
                .isEqualTo(Refusal.of("W-001", 4));
        assertThat(now(draft).state()).isEqualTo(WarningState.PROPOSED);
    }

    @Test
    void onlyTheDutyOfficerHandsUp() {
        Warning proposed = propose(drafted(30));

        for (String login : List.of("analyst", "signatory")) {
            assertThat(refusal(warnings.submit(actor(login), proposed.id(), proposed.version()))
                            .code())
                    .isEqualTo("I-003");
        }
        assertThat(submit(proposed).submittedBy()).isEqualTo("officer");
    }

    @Test
    void theDutyOfficerCanNeverSignInAnyState() {
        Warning warning = drafted(30);
        assertThat(officerSigns(warning)).isEqualTo("I-003");
        warning = propose(warning);
        assertThat(officerSigns(warning)).isEqualTo("I-003");
        warning = submit(warning);
        assertThat(officerSigns(warning)).isEqualTo("I-003");
        assertThat(refusal(warnings.decline(actor("officer"), warning.id(), "不必", warning.version()))
                        .code())
                .isEqualTo("I-003");
        warning = sign(warning);
        assertThat(officerSigns(warning)).isEqualTo("I-003");
        assertThat(refusal(warnings.lift(actor("officer"), warning.id(), "结束", warning.version()))
                        .code())
                .isEqualTo("I-003");
        assertThat(now(warning).signedBy()).isEqualTo("signatory");
    }

    @Test
    void nothingCanBeSignedThatWasNotHandedUp() {
        Warning draft = drafted(30);
        assertThat(refusal(warnings.sign(actor("signatory"), draft.id(), draft.version()))
                        .code())
                .isEqualTo("W-005");
        Warning proposed = propose(draft);
        assertThat(refusal(warnings.sign(actor("signatory"), draft.id(), proposed.version()))
                        .code())
                .isEqualTo("W-005");
    }

    @Test
    void ofTwoOfficersWhoConfirmAtOnceOneSucceedsAndTheOtherIsToldWhoWasFirst() throws Exception {
        for (int level = 30; level < 33; level++) {
            Warning proposed = propose(drafted(level));

            List<Outcome<Warning>> answers = atOnce(
                    () -> warnings.submit(actor("officer"), proposed.id(), proposed.version()),
                    () -> warnings.submit(actor("second"), proposed.id(), proposed.version()));

            assertOneFirst(answers, proposed, now(proposed).submittedBy());
            assertThat(now(proposed).version()).isEqualTo(proposed.version() + 1);
            quiet.await(Duration.ofSeconds(30));
            openAStreet();
        }
    }

    @Test
    void ofTwoSignatoriesWhoSignAtOnceOneSucceedsAndTheOtherIsToldWhoWasFirst() throws Exception {
        Warning submitted = submit(propose(drafted(30)));

        List<Outcome<Warning>> answers = atOnce(
                () -> warnings.sign(actor("signatory"), submitted.id(), submitted.version()),
                () -> warnings.sign(actor("mayor"), submitted.id(), submitted.version()));

        assertOneFirst(answers, submitted, now(submitted).signedBy());
        assertThat(ofStreet()).hasSize(1);
    }

    @Test
    void whoComesAfterAReturnIsToldWhoSentItBack() {
        Warning proposed = propose(drafted(30));
        warnings.sendBack(actor("second"), proposed.id(), "请补充范围", proposed.version())
                .orThrow();

        Refusal late = refusal(warnings.submit(actor("officer"), proposed.id(), proposed.version()));

        assertThat(late.code()).isEqualTo("W-005");
        assertThat(late.arguments()).containsExactly(proposed.number(), "DRAFT", "second");
    }

    @Test
    void whoComesAfterASecondProposalIsToldOfTheProposalAndNotOfTheRoundBefore() {
        Warning submitted = submit(propose(drafted(30)));
        Warning returned = warnings.sendBack(actor("signatory"), submitted.id(), "请补充", submitted.version())
                .orThrow();
        clock.holdAt(NOON.plusSeconds(60));
        propose(returned);

        Refusal late =
                refusal(warnings.propose(actor("analyst"), returned.id(), "注意", "措施", "", 3, returned.version()));

        assertThat(late.arguments()).containsExactly(submitted.number(), "PROPOSED", "analyst");
    }

    @Test
    void aSignedWarningHasItsEightFieldsAndAnEnd() {
        Warning signed = sign(submit(propose(drafted(30))));

        assertThat(signed.missingFields()).isEmpty();
        assertThat(signed.startsAt()).isEqualTo(NOON);
        assertThat(signed.issuedAt()).isEqualTo(NOON);
        assertThat(signed.endsAt()).isEqualTo(NOON.plus(Warnings.VALIDITY));
        assertThat(warnings.inForce(street))
                .hasValueSatisfying(held -> assertThat(held.id()).isEqualTo(signed.id()));
    }

    @Test
    void signingSupersedesTheEarlierWarningOfTheArea() {
        Warning yellow = sign(submit(propose(drafted(30))));
        report(DAY.plusDays(1), 80);
        Warning orange = sign(submit(propose(draft())));

        assertThat(now(yellow).state()).isEqualTo(WarningState.SUPERSEDED);
        assertThat(now(yellow).closeReason()).isEqualTo(orange.number());
        assertThat(now(yellow).closedBy()).isEqualTo("signatory");
        assertThat(now(orange).state()).isEqualTo(WarningState.ISSUED);
        assertThat(orange.level()).isEqualTo(RatingLevel.ORANGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "　"})
    void sendingBackDecliningAndLiftingEachNeedAReason(String nothing) {
        Warning proposed = propose(drafted(30));
        assertThat(refusal(warnings.sendBack(actor("officer"), proposed.id(), nothing, proposed.version()))
                        .code())
                .isEqualTo("W-003");
        Warning submitted = submit(proposed);
        assertThat(refusal(warnings.sendBack(actor("signatory"), proposed.id(), nothing, submitted.version()))
                        .code())
                .isEqualTo("W-003");
        assertThat(refusal(warnings.decline(actor("signatory"), proposed.id(), nothing, submitted.version()))
                        .code())
                .isEqualTo("W-003");
        Warning signed = sign(submitted);
        assertThat(refusal(warnings.lift(actor("signatory"), proposed.id(), nothing, signed.version()))
                        .code())
                .isEqualTo("W-003");

        Warning lifted = warnings.lift(actor("signatory"), proposed.id(), "已连续七日无新增", signed.version())
                .orThrow();
        assertThat(lifted.state()).isEqualTo(WarningState.LIFTED);
        assertThat(lifted.closeReason()).isEqualTo("已连续七日无新增");
        assertThat(warnings.inForce(street)).isEmpty();
    }

    @Test
    void aDeclinedWarningKeepsItsReasonAndIsNeverInForce() {
        Warning submitted = submit(propose(drafted(30)));

        Warning declined = warnings.decline(actor("signatory"), submitted.id(), "仅一处，先核实", submitted.version())
                .orThrow();

        assertThat(declined.state()).isEqualTo(WarningState.DECLINED);
        assertThat(declined.closeReason()).isEqualTo("仅一处，先核实");
        assertThat(warnings.inForce(street)).isEmpty();
        assertThat(refusal(warnings.sign(actor("signatory"), declined.id(), declined.version()))
                        .code())
                .isEqualTo("W-005");
    }

    @Test
    void aWarningLapsesByItselfAtItsEndAndOnlyOnce() {
        Warning signed = sign(submit(propose(drafted(30))));
        Instant end = NOON.plus(Warnings.VALIDITY);

        clock.holdAt(end.minusMillis(1));
        warnings.runDue();
        assertThat(now(signed).state()).isEqualTo(WarningState.ISSUED);

        clock.holdAt(end);
        assertThat(warnings.inForce(street)).isEmpty();
        warnings.runDue();
        Warning lapsed = now(signed);
        warnings.runDue();
        quiet.await(Duration.ofSeconds(30));

        assertThat(lapsed.state()).isEqualTo(WarningState.LAPSED);
        assertThat(lapsed.closedBy()).isEqualTo("system");
        assertThat(now(signed).version()).isEqualTo(lapsed.version());
        assertThat(jdbc.sql("select count(*) from timeline_entry where kind = 'WarningEnded' and area_path = ?")
                        .param(street)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind = ''",
                "level = ''",
                "starts_at = null",
                "area_affected = ''",
                "cautions = ''",
                "actions = ''",
                "issuer = ''",
                "issued_at = null",
                "ends_at = null",
                "ends_at = starts_at",
                "signed_by = null"
            })
    void theDatabaseHoldsNoIssuedWarningWithoutOneOfItsFields(String assignment) {
        Warning signed = sign(submit(propose(drafted(30))));

        assertThatThrownBy(() -> jdbc.sql("update warning set " + assignment + " where id = ?")
                        .param(signed.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(now(signed).state()).isEqualTo(WarningState.ISSUED);
    }

    @Test
    void aLevelFallsOnlyAfterSevenDaysBelowIt() {
        report(DAY, 20);
        assertThat(rating().level()).isEqualTo(RatingLevel.YELLOW);
        // Seven days later the twenty leave the window: that is the first day below.
        for (int day = 1; day <= 12; day++) {
            report(DAY.plusDays(day), 0);
            assertThat(rating().level())
                    .as("day %d, rules say %s", day, rating().computed())
                    .isEqualTo(RatingLevel.YELLOW);
        }
        assertThat(rating().computed()).isEqualTo(RatingLevel.NONE);

        report(DAY.plusDays(13), 0);

        assertThat(rating().level()).isEqualTo(RatingLevel.BLUE);
        assertThat(rating().previous()).isEqualTo(RatingLevel.YELLOW);
        assertThat(rating().changed()).isTrue();
    }

    @Test
    void daysWithoutDataDoNotLowerALevel() {
        report(DAY, 20);
        points.add(List.of(new MonitoringPoint(
                id("other" + street), street + "-f", street, Indicator.FEVER_VISITS, "门诊", "Clinic", "测试", true, 100)));
        for (int day = 1; day <= 20; day++) {
            LocalDate silent = DAY.plusDays(day);
            clock.holdAt(clock.at(silent.plusDays(1), LocalTime.NOON));
            assertThat(counts.reportAll(Actor.system(), List.of(CountEntry.of(street + "-f", silent, 1)), Channel.FORM)
                            .rejected())
                    .isEmpty();
            quiet.await(Duration.ofSeconds(30));
        }

        assertThat(rating().dataDay()).isEqualTo(DAY.plusDays(20));
        assertThat(rating().computed()).isEqualTo(RatingLevel.INSUFFICIENT);
        assertThat(rating().level()).isEqualTo(RatingLevel.YELLOW);
    }

    @Test
    void theCorrectionOfACountRatesTheAreaAgain() {
        report(DAY.minusDays(1), 5);
        report(DAY, 1);
        assertThat(rating().level()).isEqualTo(RatingLevel.BLUE);

        correct(DAY.minusDays(1), 120);

        assertThat(rating().dataDay()).isEqualTo(DAY);
        assertThat(rating().level()).isEqualTo(RatingLevel.ORANGE);
        assertThat(rating().figures()).containsEntry("addresses7", 121);
        assertThat(draft().level()).isEqualTo(RatingLevel.ORANGE);
    }

    @Test
    void aCorrectionThatTakesTheLevelBackIsAnnouncedToo() {
        for (int back = 4; back > 1; back--) {
            report(DAY.minusDays(back), 0);
        }
        report(DAY.minusDays(1), 0);
        report(DAY, 120);
        assertThat(rating().level()).isEqualTo(RatingLevel.ORANGE);

        correct(DAY, 0);

        assertThat(rating().level()).isEqualTo(RatingLevel.NONE);
        assertThat(jdbc.sql("select business_key from timeline_entry where kind = 'AreaRated' and area_path = ?"
                                + " order by business_key")
                        .param(street)
                        .query(String.class)
                        .list())
                .as("calm from the fourth reported day, then up, then back")
                .containsExactly(
                        street + '/' + DAY.minusDays(1) + "/NONE",
                        street + '/' + DAY + "/NONE",
                        street + '/' + DAY + "/ORANGE");
    }

    private void assertOneFirst(List<Outcome<Warning>> answers, Warning warning, String first) {
        List<Refusal> refused = answers.stream()
                .filter(answer -> answer instanceof Outcome.Refused)
                .map(WarningChainIT::refusal)
                .toList();
        assertThat(refused).hasSize(1);
        assertThat(refused.getFirst().code()).isEqualTo("W-005");
        assertThat(refused.getFirst().arguments()).contains(warning.number(), first);
    }

    private static <T> List<T> atOnce(Callable<T> one, Callable<T> two) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<T> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> action : List.of(one, two)) {
                running.add(threads.submit(() -> {
                    start.await();
                    return action.call();
                }));
            }
            for (Future<T> action : running) {
                answers.add(action.get());
            }
        }
        return answers;
    }

    private static Refusal refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal();
    }

    private String officerSigns(Warning warning) {
        return refusal(warnings.sign(actor("officer"), warning.id(), warning.version()))
                .code();
    }

    private Warning drafted(int addresses) {
        report(DAY, addresses);
        return draft();
    }

    private Warning propose(Warning draft) {
        return warnings.propose(actor("analyst"), draft.id(), "注意通风", "减少聚集", "Avoid gatherings", 3, draft.version())
                .orThrow();
    }

    private Warning submit(Warning proposed) {
        return warnings.submit(actor("officer"), proposed.id(), proposed.version())
                .orThrow();
    }

    private Warning sign(Warning submitted) {
        return warnings.sign(actor("signatory"), submitted.id(), submitted.version())
                .orThrow();
    }

    private Warning now(Warning warning) {
        return warnings.find(warning.id(), DISTRICT).orElseThrow();
    }

    private List<Warning> ofStreet() {
        return warnings.recent(street, 100);
    }

    private Warning draft() {
        return warnings.list(WarningState.DRAFT, street).getFirst();
    }

    private AreaRating rating() {
        return ratings.current(DISTRICT, street).orElseThrow();
    }

    private void report(LocalDate day, int value) {
        store(day, CountEntry.of(street, day, value));
    }

    private void correct(LocalDate day, int value) {
        store(day, new CountEntry(street, day, value, "重复登记"));
    }

    private void store(LocalDate day, CountEntry entry) {
        Instant noonAfter = clock.at(day.plusDays(1), LocalTime.NOON);
        if (noonAfter.isAfter(clock.now())) {
            clock.holdAt(noonAfter);
        }
        assertThat(counts.reportAll(Actor.system(), List.of(entry), Channel.FORM)
                        .rejected())
                .isEmpty();
        quiet.await(Duration.ofSeconds(30));
    }

    private Actor actor(String login) {
        return accounts.findActor(login).orElseThrow();
    }

    private void account(String login, Role role) {
        accounts.open(Actor.system(), NewAccount.withPassword(login, login, TestDistrict.PASSWORD))
                .orThrow();
        accounts.appoint(
                        Actor.system(),
                        login,
                        new Post(role, DISTRICT, "岗位", NOON.minusSeconds(60), NOON.plus(Duration.ofDays(60))))
                .orThrow();
    }

    private static Registry.NewArea area(String path, AreaLevel level) {
        return Registry.NewArea.of(new Area(id(path), path, level, "SUBDISTRICT", path, path, true, true, 31.2, 121.5));
    }

    private static UUID id(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
