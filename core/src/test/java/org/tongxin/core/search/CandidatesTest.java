package org.tongxin.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongxin.core.epidemic.Capacity;
import org.tongxin.core.epidemic.Layer;
import org.tongxin.core.epidemic.Measure;
import org.tongxin.core.epidemic.Model;
import org.tongxin.core.epidemic.Response;
import org.tongxin.core.epidemic.Rule;
import org.tongxin.core.epidemic.Run;
import org.tongxin.core.epidemic.Scope;
import org.tongxin.core.epidemic.Series;
import org.tongxin.core.epidemic.Simulator;
import org.tongxin.core.epidemic.Trigger;

/** Who may compete, how policies are made, and what is known of them before any run. */
class CandidatesTest {

    @Test
    void doingNothingAlwaysCompetes() {
        assertThat(Candidates.admit(List.of()).policies()).containsExactly(Policy.nothing());
        assertThat(Candidates.admit(List.of(SearchModels.closing()))
                        .policies()
                        .getFirst()
                        .isNothing())
                .isTrue();
        Policy wait = Policy.of("wait and see", List.of());
        assertThat(Candidates.admit(List.of(SearchModels.closing(), wait)).policies())
                .containsExactly(wait, SearchModels.closing());
    }

    @Test
    void aMeasureWithoutLegalBasisIsNoCandidate() {
        PlannedRule lawless = new PlannedRule(SearchModels.tests().rule(), null);
        Candidates candidates =
                Candidates.admit(List.of(Policy.of("lawless", List.of(lawless)), SearchModels.closing()));
        assertThat(candidates.policies()).extracting(Policy::name).containsExactly("do nothing", "close");
        assertThat(candidates.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.reason()).isEqualTo(Candidates.Reason.NO_LEGAL_BASIS);
            assertThat(refusal.explanation()).contains("“tests”", "“lawless”", "Name law, article and authority");
        });
    }

    @Test
    void namesAndRulesAreThereOnce() {
        Policy same = SearchModels.closing()
                .withRules("close again", SearchModels.closing().rules());
        Policy namesake = SearchModels.isolating()
                .withRules("close", SearchModels.isolating().rules());
        Candidates candidates = Candidates.admit(List.of(SearchModels.closing(), same, namesake));
        assertThat(candidates.refusals())
                .extracting(Candidates.Refusal::reason)
                .containsExactly(Candidates.Reason.SAME_RULES, Candidates.Reason.NAME_TAKEN);
    }

    @Test
    void aBasisNamesLawArticleAndAuthority() {
        assertThatThrownBy(() -> new LegalBasis("a law", " ", "somebody"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a law");
    }

    @Test
    void drawnPoliciesDifferStayWithinTheirBoundsAndFollowTheSeed() {
        PolicySpace space = SearchModels.space();
        List<Policy> drawn = space.draw(7, 100);
        assertThat(drawn).hasSize(100).isEqualTo(space.draw(7, 100)).isNotEqualTo(space.draw(8, 100));
        assertThat(drawn.getFirst().isNothing()).isTrue();
        assertThat(new HashSet<>(drawn.stream().map(Policy::rules).toList())).hasSize(100);
        assertThat(drawn).allSatisfy(CandidatesTest::staysWithinBounds);
        assertThat(Candidates.admit(drawn).refusals()).isEmpty();
    }

    private static void staysWithinBounds(Policy policy) {
        for (PlannedRule each : policy.rules()) {
            Rule rule = each.rule();
            assertThat(each.basis()).isEqualTo(SearchModels.BASIS);
            switch (rule.name()) {
                case "closure" -> {
                    assertThat(rule.longestDays()).isIn(14, 28);
                    assertThat(((Trigger.CasesReach) rule.start()).cases()).isIn(2, 6, 10);
                    assertThat(rule.scope()).isIn(new Scope.District(), new Scope.EachCommunity());
                }
                case "tests", "isolation" ->
                    assertThat(((Trigger.OnDay) rule.start()).day()).isIn(1, 5, 9);
                default -> throw new AssertionError("unknown rule " + rule);
            }
        }
    }

    @Test
    void variedPoliciesDifferInOneRuleAtMostAndStayWithinTheirBounds() {
        PolicySpace space = SearchModels.space();
        int changed = 0;
        for (int key = 0; key < 200; key++) {
            Policy before = space.draw(3, 20).get(key % 20);
            Policy after = space.vary(before, "varied", 5, key);
            staysWithinBounds(after);
            assertThat(after).isEqualTo(space.vary(before, "varied", 5, key));
            HashSet<PlannedRule> different = new HashSet<>(before.rules());
            different.addAll(after.rules());
            different.removeIf(
                    each -> before.rules().contains(each) && after.rules().contains(each));
            assertThat(different.stream().map(each -> each.rule().name()).distinct())
                    .hasSizeLessThan(2);
            changed += different.isEmpty() ? 0 : 1;
        }
        assertThat(changed).isGreaterThan(80);
    }

    @Test
    void aSmallSpaceIsListedWhole() {
        PolicySpace space = SearchModels.space();
        // (2 x 3 + 1) x (2 x 3 + 1) x (2 x 2 x 3 x 2 + 1)
        assertThat(space.size()).isEqualTo(7 * 7 * 25);
        List<Policy> all = space.all(2000);
        assertThat(new HashSet<>(all.stream().map(Policy::rules).toList())).hasSize(7 * 7 * 25);
        assertThat(all).allSatisfy(CandidatesTest::staysWithinBounds);
        assertThatThrownBy(() -> space.all(100)).hasMessageContaining("1225");
        assertThat(space.draw(1, 3000).size()).isLessThanOrEqualTo(1225);
    }

    @Test
    void aLaterStartMovesDaysAndPutsOffCases() {
        PlannedRule byCases = new PlannedRule(
                new Rule(
                        "closure",
                        new Measure.MovementLimit(0.5),
                        new Scope.District(),
                        new Trigger.CasesReach(5, 7),
                        new Trigger.CasesFallTo(0, 7),
                        20),
                SearchModels.BASIS);
        Policy policy = Policy.of("mixed", List.of(SearchModels.tests(), byCases));
        Policy later = LaterStart.of(LaterStart.of(policy, 2), 1);
        assertThat(later.rules().get(0).rule().start()).isEqualTo(new Trigger.OnDay(4));
        assertThat(later.rules().get(0).rule().stop()).isEqualTo(new Trigger.OnDay(64));
        assertThat(later.rules().get(1).rule().start()).isEqualTo(new Trigger.Later(new Trigger.CasesReach(5, 7), 3));
        assertThat(later.rules().get(1).rule().stop()).isEqualTo(new Trigger.CasesFallTo(0, 7));
        assertThatThrownBy(() -> LaterStart.of(policy, 0)).hasMessageContaining("0 days");
    }

    /** Closing workplaces changes nothing in this district but the count of the limited, so both runs see the same cases. */
    @Test
    void aRuleByCasesThatIsPutOffStartsSoManyDaysLater() {
        PlannedRule byCases = new PlannedRule(
                new Rule(
                        "closure",
                        new Measure.ContactLimit(Map.of(Layer.WORK, 0.0)),
                        new Scope.District(),
                        new Trigger.CasesReach(5, 7),
                        new Trigger.AfterDays(20),
                        20),
                SearchModels.BASIS);
        PlannedRule later = LaterStart.of(Policy.of("by cases", List.of(byCases)), 3)
                .rules()
                .getFirst();
        Policy policy = Policy.of("by cases", List.of(SearchModels.tests(), byCases));
        Policy putOff = Policy.of("put off", List.of(SearchModels.tests(), later));
        for (long seed = 0; seed < 5; seed++) {
            int first = firstLimited(policy, seed);
            assertThat(first).isBetween(1, 50);
            assertThat(firstLimited(putOff, seed)).isEqualTo(first + 3);
        }
    }

    private static int firstLimited(Policy policy, long seed) {
        Model model = SearchModels.outbreak(1);
        Run run = Simulator.of(model.withResponse(policy.response(model.response())))
                .run(seed);
        int day = 0;
        while (day < run.days() && run.on(Series.LIMITED, day) == 0) {
            day++;
        }
        return day;
    }

    @Test
    void aModeChangesWhatItsAssumptionsNameAndNothingElse() {
        ModeAssumptions none = ModeAssumptions.none("co-governance+");
        Response district = SearchModels.outbreak(1).response();
        assertThat(SearchModels.isolating().under(none).response(district))
                .isEqualTo(SearchModels.isolating().response(district));
        ModeAssumptions assumed = new ModeAssumptions("co-governance+", 0.5, 1, -1, 2, 3, 0.5, 1, 0.2);
        Policy policy = Policy.of(
                "checkpoints",
                List.of(
                        SearchModels.tests(),
                        SearchModels.isolation(),
                        SearchModels.rule("checkpoints", new Measure.MovementLimit(0.2), 1, 9)));
        Response changed = policy.under(assumed).response(district);
        assertThat(changed.capacity()).isEqualTo(new Capacity(100, 20, 15, 3, 60, 100, 120, 300));
        assertThat(((Measure.SymptomTesting) changed.rules().get(0).measure())
                        .test()
                        .delayDays())
                .isZero();
        assertThat(((Measure.CaseIsolation) changed.rules().get(1).measure()).compliance())
                .isEqualTo(1);
        assertThat(((Measure.MovementLimit) changed.rules().get(2).measure()).remaining())
                .isCloseTo(0.6, within(1e-12));
        assertThat(assumed.fields()).hasSize(8).allMatch(each -> each.source().equals("assumption"));
    }

    @Test
    void situationsAreDrawnByTheirWeight() {
        List<Model> models = List.of(SearchModels.outbreak(1), SearchModels.outbreak(1.1), SearchModels.outbreak(1.2));
        assertThat(Situations.drawn(models, List.of(1.0, 0.0, 3.0), 4).models())
                .containsExactly(models.get(0), models.get(2), models.get(2), models.get(2));
        assertThatThrownBy(() -> Situations.drawn(models, List.of(0.0, 0.0, 0.0), 4))
                .hasMessageContaining("not all 0");
    }

    @Test
    void everyRateHasASource() {
        assertThat(CostRates.ASSUMED.all()).allMatch(Rate::isAssumption);
        assertThat(HarmRate.ASSUMED)
                .allSatisfy(each -> assertThat(each.perHeldDay().source()).isNotBlank());
        assertThatThrownBy(() -> new Rate("a test", 20, "yuan", " ")).hasMessageContaining("assumption");
        assertThatThrownBy(() -> Rate.assumed("a test", -1, "yuan")).hasMessageContaining("-1.0");
    }

    @Test
    void aCriterionNeedsAWeight() {
        assertThatThrownBy(() -> new Criterion("nothing", Map.of(Aim.COST, 0.0), List.of()))
                .hasMessageContaining("nothing");
        assertThatThrownBy(() -> Criterion.of(Aim.COST).below(Aim.DUTY_DAYS, 10, 0))
                .hasMessageContaining("price (0.0)");
    }

    /** Five communities of equal size: the worst fifth is the worst one. */
    @Test
    void theBurdenIsUnequalByWhatTheWorstFifthCarriesAboveTheMean() {
        Burden burden = new Burden(new double[] {1, 2, 3, 4, 10}, new int[] {100, 100, 100, 100, 100});
        assertThat(burden.aboveMeanInWorstFifth()).isCloseTo(10 - 4, within(1e-12));
        // Sum of all differences of pairs 2 x (1+2+3+9+1+2+8+1+7+6) = 80 over 2 x 25 x 4.
        assertThat(burden.gini()).isCloseTo(80 / 200.0, within(1e-12));
        Burden halves = new Burden(new double[] {8, 0}, new int[] {100, 900});
        assertThat(halves.aboveMeanInWorstFifth()).isCloseTo(8 * 0.5 - 0.8, within(1e-12));
        Burden none = new Burden(new double[2], new int[] {5, 5});
        assertThat(none.aboveMeanInWorstFifth()).isZero();
        assertThat(none.gini()).isZero();
    }
}
