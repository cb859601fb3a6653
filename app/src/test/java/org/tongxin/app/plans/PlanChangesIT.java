package org.tongxin.app.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.plans.PlanDistrict.OTHER;
import static org.tongxin.app.plans.PlanDistrict.STREET;
import static org.tongxin.app.plans.PlanDistrict.refusal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.review.Reviews;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.warning.RatingLevel;

/** A lesson changes the next version of a plan, item by item, by a signature. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(PlanDistrict.class)
class PlanChangesIT {

    private static final ResponseMode MODE = ResponseMode.CO_GOVERNANCE_PLUS;

    @Autowired
    MockMvc mvc;

    @Autowired
    PlanDistrict district;

    @Autowired
    PlanChanges changes;

    @Autowired
    PlanLibrary library;

    @Autowired
    Plans plans;

    @Autowired
    Reviews reviews;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        district.open();
    }

    @AfterEach
    void close() {
        district.close();
        jdbc.sql("truncate plan_change, plan_revision").update();
        jdbc.sql("delete from lesson").update();
    }

    @Test
    void aLessonBecomesTheNextVersionOfThePlanAndKnowsIt() {
        UUID lesson = reviews.record(district.actor("officer"), "配套备得晚", "提前到六小时", "街镇保障岗", "K4", clock.today())
                .orThrow();

        propose(due(item("K4"), 6), lesson);
        assertThat(library.of(MODE).items()).contains(item("K4"));
        assertThat(library.of(MODE).version()).isEqualTo("1");
        int revision = sign();

        assertThat(item("K4").dueHours()).isEqualTo(6);
        assertThat(item("K4").fields()).isNotEmpty();
        assertThat(library.list()).extracting(Playbook::version).containsOnly("1." + revision);
        assertThat(library.of(MODE, "1").items())
                .filteredOn(item -> item.code().equals("K4"))
                .extracting(PlanItem::dueHours)
                .containsExactly(12);
        assertThat(reviews.find(lesson).orElseThrow().planRevision()).isEqualTo(revision);
        assertThat(changes.of(revision)).singleElement().satisfies(change -> {
            assertThat(change.before())
                    .isNotNull()
                    .extracting(PlanItem::dueHours)
                    .isEqualTo(12);
            assertThat(change.after())
                    .isNotNull()
                    .extracting(PlanItem::dueHours)
                    .isEqualTo(6);
        });
    }

    @Test
    void aBookIsTouchedByItsOwnChangesAlone() {
        PlanItem own = library.items(MODE.name()).getFirst();
        propose(MODE.name(), own.code(), due(own, 9), null);
        sign();

        assertThat(library.of(MODE).version()).isEqualTo("1.1");
        assertThat(library.of(ResponseMode.THREE_NETWORKS).version()).isEqualTo("1");
    }

    @Test
    void anItemIsAddedWithANewCodeAndRemoved() {
        PlanItem like = library.items(MODE.name()).getFirst();
        propose(MODE.name(), "", due(like, 5), null);
        PlanItem gone = library.items(MODE.name()).getLast();
        changes.propose(
                        district.actor("officer"),
                        new PlanChanges.Proposal(MODE.name(), gone.code(), null, "没有用", null))
                .orThrow();
        sign();

        List<PlanItem> items = library.items(MODE.name());
        assertThat(items).hasSize(14).doesNotContain(gone);
        assertThat(items.getLast().code()).isEqualTo("B15");
        assertThat(items.getLast().source()).isEqualTo("OURS");

        propose(MODE.name(), "", due(like, 4), null);
        assertThat(changes.proposed())
                .extracting(PlanChange::item)
                .as("a code is never used again")
                .containsExactly("B16");
    }

    @Test
    void aPlanThatIsActiveKeepsTheVersionUnderWhichItBegan() {
        district.warn(STREET, RatingLevel.ORANGE);
        PlanActivation active = district.activate(
                        "signatory", plans.openAdvice().orElseThrow().mode(), "")
                .orThrow();
        PlanItem street = library.of(active.mode()).items().stream()
                .filter(item -> item.level().equals("STREET"))
                .findFirst()
                .orElseThrow();
        propose(changes.find(street.code()).orElseThrow().book(), street.code(), due(street, 99), null);
        sign();

        clock.holdAt(clock.now().plusSeconds(60));
        district.warn(OTHER, RatingLevel.RED);
        district.settle();

        assertThat(jdbc.sql("select distinct (extract(epoch from due_at - issued_at) / 3600)::int from task_order"
                                + " where template = ?")
                        .param(street.code())
                        .query(Integer.class)
                        .list())
                .containsExactly(street.dueHours());
    }

    @Test
    void whatIsWrongIsAnsweredWithWhatAndWhere() {
        PlanItem item = item("K4");
        assertThat(code("officer", "COMMON", "K99", item, "为什么")).isEqualTo(Refusal.of("A-007", "K99"));
        assertThat(code("officer", "NONE", "K4", item, "为什么")).isEqualTo(Refusal.of("A-007", "NONE"));
        assertThat(code("officer", "COMMON", "K4", item, "为什么")).isEqualTo(Refusal.of("A-009", "K4"));
        assertThat(code("officer", "COMMON", "K4", due(item, 0), "为什么")).isEqualTo(Refusal.of("A-008", "dueHours", 0));
        assertThat(code("officer", "COMMON", "K4", due(item, 721), "为什么"))
                .isEqualTo(Refusal.of("A-008", "dueHours", 721));
        assertThat(code("officer", "COMMON", "K4", due(item, 6), " ")).isEqualTo(Refusal.of("A-008", "why", 1));
        assertThat(code("street", "COMMON", "K4", due(item, 6), "为什么").code()).isEqualTo("I-003");
        propose(due(item, 6), null);
        assertThat(code("analyst", "COMMON", "K4", due(item, 7), "为什么")).isEqualTo(Refusal.of("A-010", "K4"));
    }

    @Test
    void onlyTheSignatorySignsAndOnlyWhatIsStillOpen() throws Exception {
        UUID id = propose(due(item("K4"), 6), null);
        assertThat(refusal(changes.sign(district.actor("officer"), List.of(id), "教训"))
                        .code())
                .isEqualTo("I-003");
        assertThat(refusal(changes.sign(district.actor("signatory"), List.of(), "教训")))
                .isEqualTo(Refusal.of("A-012"));
        assertThat(refusal(changes.sign(district.actor("signatory"), List.of(id), " ")))
                .isEqualTo(Refusal.of("A-013", 1));
        changes.drop(district.actor("officer"), id, 1).orThrow();
        assertThat(refusal(changes.sign(district.actor("signatory"), List.of(id), "教训")))
                .isEqualTo(Refusal.of("A-011"));
        assertThat(refusal(changes.drop(district.actor("officer"), id, 2))).isEqualTo(Refusal.of("A-011"));
        assertThat(library.of(MODE).version()).isEqualTo("1");
    }

    @Test
    void whatWasDroppedCanBeProposedAgainInTheSameMoment() {
        UUID id = propose(due(item("K4"), 6), null);
        changes.drop(district.actor("officer"), id, 1).orThrow();

        assertThat(propose(due(item("K4"), 6), null)).isNotEqualTo(id);
        assertThat(changes.proposed()).hasSize(1);
    }

    @Test
    void whoReadsOneLanguageSeesAChangeOfTheOther() throws Exception {
        PlanItem item = item("K4");
        propose(
                new PlanItem(
                        item.code(),
                        item.level(),
                        item.post(),
                        item.title(),
                        "Prepare the supports in time",
                        item.dueHours(),
                        item.basis(),
                        item.basisText(),
                        item.source(),
                        item.staffing(),
                        item.minutes(),
                        item.fields()),
                null);

        assertThat(page("signatory", "/plans/changes?lang=zh-CN")).contains("<ins>Prepare the supports in time</ins>");
    }

    @Test
    void aSignedRevisionIsNeverChanged() {
        propose(due(item("K4"), 6), null);
        sign();

        for (String change : List.of(
                "update plan_revision set signed_by = 'other'",
                "delete from plan_change",
                "update plan_change set why = '别的'")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).hasMessageContaining("is kept as it is");
        }
    }

    @Test
    void thePagesTakeAProposalAndASignatureAndKeepWhatWasTyped() throws Exception {
        assertThat(page("officer", "/plans/changes/new?item=K4")).contains("备齐限制措施的配套六项", "value=\"12\"");
        mvc.perform(form("6", "").session(district.session(mvc, "officer")).with(csrf()))
                .andExpect(redirectedUrl("/plans/changes/new?item=K4"));
        mvc.perform(form("6", "教训").session(district.session(mvc, "officer")).with(csrf()))
                .andExpect(redirectedUrl("/plans/changes"));
        PlanChange proposed = changes.proposed().getFirst();
        assertThat(page("officer", "/plans/changes")).contains("12", "6", "教训").doesNotContain("name=\"change\"");
        mvc.perform(post("/plans/revisions")
                        .param("change", proposed.id().toString())
                        .param("reason", "演练的教训")
                        .session(district.session(mvc, "signatory"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/plans/changes"));
        assertThat(page("signatory", "/plans/changes?lang=en")).contains("Revision 1");
        mvc.perform(get("/plans/changes/new").session(district.session(mvc, "street")))
                .andExpect(status().isForbidden());
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder form(String hours, String why) {
        PlanItem item = item("K4");
        return post("/plans/changes")
                .param("book", "COMMON")
                .param("item", "K4")
                .param("title", item.title())
                .param("titleEn", item.titleEn())
                .param("level", item.level())
                .param("post", item.post())
                .param("dueHours", hours)
                .param("minutes", Integer.toString(item.minutes()))
                .param("basisText", item.basisText())
                .param("why", why);
    }

    private String page(String login, String address) throws Exception {
        return mvc.perform(get(address).session(district.session(mvc, login)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private PlanItem item(String code) {
        return changes.find(code).orElseThrow().item();
    }

    private static PlanItem due(PlanItem item, int hours) {
        return new PlanItem(
                item.code(),
                item.level(),
                item.post(),
                item.title(),
                item.titleEn(),
                hours,
                item.basis(),
                item.basisText(),
                item.source(),
                item.staffing(),
                item.minutes(),
                item.fields());
    }

    private UUID propose(PlanItem after, @Nullable UUID lesson) {
        return propose("COMMON", after.code(), after, lesson);
    }

    private UUID propose(String book, String code, PlanItem after, @Nullable UUID lesson) {
        return changes.propose(district.actor("officer"), new PlanChanges.Proposal(book, code, after, "教训", lesson))
                .orThrow();
    }

    private int sign() {
        return changes.sign(
                        district.actor("signatory"),
                        changes.proposed().stream().map(PlanChange::id).toList(),
                        "教训")
                .orThrow();
    }

    private Refusal code(String login, String book, String item, PlanItem after, String why) {
        return refusal(changes.propose(district.actor(login), new PlanChanges.Proposal(book, item, after, why, null)));
    }
}
