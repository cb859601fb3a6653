package org.tongxin.app.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongxin.app.tasks.TaskField;
import tools.jackson.databind.json.JsonMapper;

class PlaybooksTest {

    private static final Set<String> LEVELS = Set.of("DISTRICT", "STREET", "COMMUNITY", "UNIT");
    private static final Set<String> BASES =
            Set.of("LAW", "PLAN", "ORGANISATION", "POSTING", "VOLUNTARY", "CONTRACT", "SELF_GOVERNANCE");

    /** What the system computes and nobody is asked to type. */
    private static final List<String> COMPUTED = List.of("%", "％", "率", "中位", "平均", "公里", "千米", "km");

    private final Playbooks playbooks = new Playbooks(JsonMapper.builder().build());

    private Stream<PlanItem> all() {
        return playbooks.list().stream().flatMap(playbook -> playbook.items().stream());
    }

    @ParameterizedTest
    @EnumSource(ResponseMode.class)
    void everyModeHasTheSixCommonItemsAndFourteenOfItsOwn(ResponseMode mode) {
        Playbook playbook = playbooks.of(mode);
        String own = String.valueOf("ABC".charAt(mode.ordinal()));

        assertThat(playbook.items().stream().limit(6).map(PlanItem::code))
                .containsExactly("K1", "K2", "K3", "K4", "K5", "K6");
        assertThat(playbook.items().stream().skip(6).map(PlanItem::code))
                .hasSize(14)
                .allMatch(code -> code.matches(own + "([1-9]|1[0-4])"));
        assertThat(playbook.version()).isNotBlank();
        assertThat(List.of(playbook.title(), playbook.titleEn())).noneMatch(String::isBlank);
        assertThat(playbook.mode()).isEqualTo(mode);
    }

    @ParameterizedTest
    @EnumSource(ResponseMode.class)
    void noCodeStandsTwiceInAPlaybook(ResponseMode mode) {
        assertThat(playbooks.of(mode).items()).extracting(PlanItem::code).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(ResponseMode.class)
    void everyModeCallsForPeopleAtPosts(ResponseMode mode) {
        assertThat(playbooks.of(mode).items()).anyMatch(PlanItem::staffing);
    }

    @Test
    void anAnswerNeedsAtMostEightFiguresAndTwoMinutes() {
        assertThat(all()).allSatisfy(item -> {
            assertThat(item.fields()).hasSizeBetween(1, 8);
            assertThat(item.minutes()).isBetween(1, 2);
            assertThat(item.dueHours()).isBetween(1, 72);
        });
    }

    @Test
    void everyFigureIsAWholeNumberThatThePostKnowsItself() {
        assertThat(all()).allSatisfy(item -> {
            assertThat(item.fields()).extracting(TaskField::key).doesNotHaveDuplicates();
            for (TaskField field : item.fields()) {
                assertThat(List.of(field.label(), field.labelEn()))
                        .as(item.code())
                        .noneMatch(String::isBlank);
                for (String computed : COMPUTED) {
                    assertThat(field.label() + ' ' + field.unit())
                            .as("%s %s is computed, not asked for", item.code(), field.label())
                            .doesNotContain(computed);
                }
                assertThat(field.labelEn().toLowerCase(java.util.Locale.ROOT))
                        .as(item.code())
                        .doesNotContain("percent", "median", "average", "kilomet", "rate of");
            }
        });
    }

    @Test
    void noFigureAsksForAPerson() {
        assertThat(all().flatMap(item -> item.fields().stream()).map(TaskField::label))
                .allSatisfy(label ->
                        assertThat(label).doesNotContain("姓名", "身份证", "证件号", "手机号", "病情", "住址", "门牌", "户籍", "民族"));
    }

    @Test
    void everyItemNamesItsPostItsBasisAndWhereItComesFrom() {
        assertThat(all()).allSatisfy(item -> {
            assertThat(LEVELS).contains(item.level());
            assertThat(item.basis()).as(item.code()).isNotEmpty().allMatch(BASES::contains);
            assertThat(List.of(item.basisText(), item.post(), item.title(), item.titleEn()))
                    .as(item.code())
                    .noneMatch(String::isBlank);
            assertThat(Set.of("STUDY", "OURS")).contains(item.source());
        });
    }

    @Test
    void theCommonItemsAreMarkedAsAddedByTheProduct() {
        assertThat(all().filter(item -> item.code().startsWith("K")))
                .allMatch(item -> item.source().equals("OURS"))
                .allMatch(item -> item.basis().contains("LAW") || item.basis().contains("PLAN"));
    }

    @Test
    void noItemCanCreateAMeasure() {
        Set<String> parts = Arrays.stream(PlanItem.class.getRecordComponents())
                .map(part -> part.getName())
                .collect(Collectors.toSet());

        assertThat(parts).doesNotContain("measure", "kind", "body", "restriction", "limitsMovement", "competence");
        assertThat(Stream.of(Playbooks.class, Playbook.class, PlanItem.class)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .map(method -> method.getReturnType().getSimpleName()))
                .doesNotContain("Measure", "Decision");
    }

    @Test
    void anItemAtAnEntranceRefersToAMeasureThatAlreadyStands() {
        Set<String> referring = new HashSet<>();
        assertThat(all().filter(item -> (item.title() + item.basisText()).contains("限制出入")))
                .isNotEmpty()
                .allSatisfy(item -> {
                    assertThat(item.basisText()).as(item.code()).contains("限制出入须引用已有措施");
                    referring.add(item.code());
                });

        assertThat(referring).contains("A5", "B4");
    }

    @Test
    void noItemRestsOnResidentsAgreeingToLimitMovement() {
        assertThat(all().filter(item -> item.title().contains("封")
                        || item.title().contains("禁止")
                        || item.title().contains("限制")))
                .allSatisfy(item -> assertThat(item.basisText()).as(item.code()).containsAnyOf("法定", "须引用已有措施"));
    }
}
