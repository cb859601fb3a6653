package org.tongxin.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** Lists that people send: checked, shown, and taken whole or not at all. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, ImportsIT.Slow.class})
class ImportsIT {

    private static final String COMMUNITY = STREET + "001";
    private static final String ELSEWHERE = OTHER + "001";
    private static final String HEAD = "number,name,unit,home,skill,trained,insured,from,to\n";

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Imports imports;

    @Autowired
    Registry registry;

    @Autowired
    Gate gate;

    @Autowired
    Ids ids;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    /** Lets a row of the slow list through for each permit. */
    static final class Gate extends PlainList {

        private final JdbcClient jdbc;
        private final Semaphore permits = new Semaphore(0);
        private volatile CountDownLatch arrived = new CountDownLatch(1);

        Gate(JdbcClient jdbc) {
            super("people-slowly");
            this.jdbc = jdbc;
        }

        void shut() {
            permits.drainPermits();
            arrived = new CountDownLatch(1);
        }

        @Override
        public void apply(Actor actor, List<ImportRow> rows) {
            jdbc.sql("update area set name_en = 'half done' where path = ?")
                    .param(STREET)
                    .update();
            arrived.countDown();
            permits.acquireUninterruptibly();
            if (permits.tryAcquire()) {
                throw new IllegalStateException("The list must not be taken.");
            }
        }
    }

    @TestConfiguration
    static class Slow {

        @Bean
        Gate gate(JdbcClient jdbc) {
            return new Gate(jdbc);
        }
    }

    @BeforeEach
    void open() {
        district.open();
        community(COMMUNITY, "柳荫一居");
        community(ELSEWHERE, "梅溪一居");
        jdbc.sql("update area set tasked = true where level = 'COMMUNITY'").update();
        jdbc.sql("delete from person").update();
        jdbc.sql("delete from import_row").update();
        jdbc.sql("delete from import_file").update();
        jdbc.sql("delete from risk_factor").update();
        if (jdbc.sql("select count(*) from member_unit").query(Long.class).single() == 0) {
            registry.addUnits(List.of(new Registry.NewUnit(
                    ids.of("unit", "school"),
                    "柳荫小学",
                    "Liuyin School",
                    "SCHOOL",
                    "STATIONED_UNIT",
                    STREET,
                    TestDistrict.underDistrict())));
        }
    }

    private void community(String path, String name) {
        if (jdbc.sql("select count(*) from area where path = ?")
                        .param(path)
                        .query(Long.class)
                        .single()
                == 0) {
            registry.addAreas(List.of(Registry.NewArea.of(new Area(
                    ids.of("area", path),
                    path,
                    AreaLevel.COMMUNITY,
                    "RESIDENTS_COMMITTEE",
                    name,
                    path,
                    true,
                    true,
                    null,
                    null))));
        }
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private UUID sent(String login, String kind, byte[] bytes) {
        return imports.upload(district.actor(login), kind, "名单.csv", bytes).orThrow();
    }

    private ImportFile checked(String login, String kind, String text) {
        return settled(login, sent(login, kind, text.getBytes(StandardCharsets.UTF_8)));
    }

    private ImportFile settled(String login, UUID id) {
        until(() -> !file(login, id).running() && imports.percent(file(login, id)) == 100);
        return file(login, id);
    }

    private ImportFile file(String login, UUID id) {
        return imports.find(district.actor(login), id).orElseThrow();
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The import does not come to an end.");
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private ImportFile taken(String login, ImportFile file) {
        imports.apply(district.actor(login), file.id()).orThrow();
        return settled(login, file.id());
    }

    private long people() {
        return jdbc.sql("select count(*) from person").query(Long.class).single();
    }

    private long staged() {
        return jdbc.sql("select count(*) from import_row").query(Long.class).single();
    }

    private List<String> rejected(ImportFile file) {
        return imports.rejected(file, 0, 100).stream()
                .map(row -> row.line() + " " + row.field() + " "
                        + row.refusal().orElseThrow().code())
                .toList();
    }

    @Test
    void aListIsShownThenTakenByAPersonAndASecondTimeChangesNothing() {
        String list =
                HEAD + "V1,李娜,," + COMMUNITY + ",nurse,yes,是,08:00,12:00\n" + "S1,王强,柳荫小学," + COMMUNITY + ",,,,,\n";
        ImportFile file = checked("street", "people", list);
        assertThat(file.state()).isEqualTo(ImportFile.State.READY);
        assertThat(file.added()).isEqualTo(2);
        assertThat(people()).as("before anybody said so").isZero();

        assertThat(taken("street", file).state()).isEqualTo(ImportFile.State.APPLIED);
        assertThat(jdbc.sql(
                                "select name || ' ' || kind || ' ' || coalesce(skill, '-') || ' ' || trained || ' ' || insured"
                                        + " || ' ' || coalesce(free_from::text, '-') from person order by name")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("李娜 VOLUNTEER NURSE true true 08:00:00", "王强 POSTED - false false -");
        assertThat(staged()).as("rows are deleted once they are taken").isZero();
        assertThat(jdbc.sql("select login from audit_entry where action = 'import.applied' and subject = ?")
                        .param("import:" + file.number())
                        .query(String.class)
                        .list())
                .containsExactly("street");

        ImportFile again = checked("street", "people", list);
        assertThat(again.same()).isEqualTo(2);
        assertThat(imports.taken(again)).map(ImportFile::id).contains(file.id());
        assertThat(imports.apply(district.actor("street"), again.id()).toString())
                .contains("B-015");
        imports.cancel(district.actor("street"), again.id()).orThrow();

        ImportFile moved = checked("street", "people", list.replace("王强", "王小强"));
        assertThat(List.of(moved.changed(), moved.same())).containsExactly(1, 1);
        taken("street", moved);
        assertThat(people()).isEqualTo(2);
    }

    @Test
    void everyRejectedRowSaysWhereWhyAndWhatToDoAndTheFileIsNotTaken() throws Exception {
        String list = HEAD
                + "V1,李娜,," + COMMUNITY + ",,,,,\n"
                + "V2,,," + COMMUNITY + ",,,,,\n"
                + "310115199001011234,张三,," + COMMUNITY + ",,,,,\n"
                + "13800138000,李四,," + COMMUNITY + ",,,,,\n"
                + "V5,王五,," + ELSEWHERE + ",,,,,\n"
                + "V6,赵六,没有的单位," + COMMUNITY + ",,,,,\n"
                + "V7,钱七,," + COMMUNITY + ",占卜,,,,\n"
                + "V8,孙八,," + COMMUNITY + ",,也许,,,\n"
                + "V9,周九,," + COMMUNITY + ",,,,18:00,08:00\n"
                + "V1,吴十,," + COMMUNITY + ",,,,,\n"
                + "V11," + "长".repeat(41) + ",," + COMMUNITY + ",,,,,\n";
        ImportFile file = checked("street", "people", list);
        assertThat(rejected(file))
                .containsExactly(
                        "3 name B-020",
                        "4 number B-022",
                        "5 number B-022",
                        "6 home B-024",
                        "7 unit B-025",
                        "8 skill B-021",
                        "9 trained B-021",
                        "10 to B-026",
                        "11 number B-016",
                        "12 name B-023");
        assertThat(imports.apply(district.actor("street"), file.id()).toString())
                .contains("B-015", "10");
        assertThat(people()).isZero();

        for (String language : List.of("zh-CN", "en")) {
            assertThat(page("street", "/imports/" + file.id(), language))
                    .contains("占卜", "B-021", "李娜")
                    .doesNotContain("??");
            assertThat(page("street", "/imports/" + file.id() + "/rejected.csv", language))
                    .contains("占卜", "B-021")
                    .doesNotContain("??");
        }
        assertThat(page("street", "/imports/" + file.id() + "?after=11", "zh-CN"))
                .contains("B-023")
                .doesNotContain("B-022");
        imports.cancel(district.actor("street"), file.id()).orThrow();
        assertThat(file("street", file.id()).state()).isEqualTo(ImportFile.State.CANCELLED);
        assertThat(staged()).isZero();
        assertThat(imports.apply(district.actor("street"), file.id()).toString())
                .contains("B-019");
    }

    private String page(String login, String address, String language) throws Exception {
        byte[] bytes = mvc.perform(
                        get(address).session(district.session(mvc, login)).param("lang", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void choicesAreWordedInTheLanguageOfWhoeverSentTheFile() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        try {
            ImportFile file = checked("street", "people", HEAD + "V1,李娜,," + COMMUNITY + ",占卜,,,,\n");
            assertThat(imports.rejected(file, 0, 1)
                            .getFirst()
                            .refusal()
                            .orElseThrow()
                            .arguments()
                            .getFirst())
                    .contains("护理");
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    @Test
    void filesOfSpreadsheetsWithWordsOfEitherLanguageAreRead() throws Exception {
        byte[] csv = ("编号,姓名,居民区代码,已培训\nV1,李娜," + COMMUNITY + ",是\n").getBytes(Charset.forName("GB18030"));
        ImportFile first = settled("street", sent("street", "people", csv));
        assertThat(first.added()).isEqualTo(1);
        taken("street", first);

        ImportFile second = settled("street", sent("street", "people", workbook()));
        assertThat(second.same()).as("the same person in another kind of file").isEqualTo(1);
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("1");
            List<List<String>> rows = List.of(
                    List.of("Name", "Number", "Community code", "Trained"), List.of("李娜", "V1", COMMUNITY, "yes"));
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void whatIsNoListOfThisKindIsRefusedBeforeAnythingIsKept() {
        assertThat(refused("姓名,居民区代码\n李娜," + COMMUNITY + "\n")).contains("B-012");
        assertThat(refused("编号,编号,姓名,居民区代码\n1,2,李娜," + COMMUNITY + "\n")).contains("B-012");
        assertThat(refused("编号,姓名,居民区代码,政治面貌\n1,李娜," + COMMUNITY + ",x\n")).contains("B-013", "政治面貌");
        assertThat(refused("编号,姓名,居民区代码\n")).contains("B-014");
        assertThat(imports.upload(district.actor("clinic"), "people", "", new byte[] {1})
                        .toString())
                .contains("I-003");
        assertThat(imports.upload(district.actor("street"), "households", "", new byte[] {1})
                        .toString())
                .contains("I-003");
        assertThat(jdbc.sql("select count(*) from import_file")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private String refused(String text) {
        return imports.upload(district.actor("street"), "people", "", text.getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Test
    void monitoringPointsAreTakenInAndKeepTheirPlaceAndWhatTheyCount() {
        String head = "代码,区域代码,指标,名称,来源,上限\n";
        String point = "M-77," + COMMUNITY + ",发热门诊就诊,柳荫门诊,门诊日报,6\n";
        ImportFile file = checked("officer", "points", head + point);
        assertThat(file.added()).isEqualTo(1);
        taken("officer", file);
        assertThat(jdbc.sql("select indicator || area_path || fixed_threshold || scenario from monitoring_point"
                                + " where code = 'M-77'")
                        .query(String.class)
                        .single())
                .isEqualTo("FEVER_VISITS" + COMMUNITY + "6false");

        ImportFile corrected = checked("officer", "points", head + point.replace(",6", ",9"));
        assertThat(corrected.changed()).isEqualTo(1);
        taken("officer", corrected);
        assertThat(jdbc.sql("select fixed_threshold from monitoring_point where code = 'M-77'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(9);

        assertThat(rejected(checked(
                        "officer",
                        "points",
                        head
                                + "M-77," + COMMUNITY + ",社会面发现,柳荫门诊,门诊日报,6\n"
                                + "M-78,990100999,发热门诊就诊,门诊,日报,6\n"
                                + "M-79," + COMMUNITY + ",心情,门诊,日报,6\n"
                                + "M-80," + COMMUNITY + ",发热门诊就诊,门诊,日报,六\n"
                                + "M-81," + COMMUNITY + ",发热门诊就诊,问13800138000,日报,6\n")))
                .extracting(line -> line.substring(line.lastIndexOf(' ') + 1))
                .containsExactly("S-021", "S-019", "B-021", "S-020", "S-018");
        assertThat(imports.upload(district.actor("clinic"), "points", "", point.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .contains("I-003");
    }

    @Test
    void nobodyElseSeesAFileAndNobodyChangesPeopleOfOtherPlaces() throws Exception {
        String list = HEAD + "V1,李娜,," + ELSEWHERE + ",,,,,\n";
        ImportFile file = checked("meixi", "people", list);
        mvc.perform(get("/imports/" + file.id()).session(district.session(mvc, "street")))
                .andExpect(status().isNotFound());
        mvc.perform(post("/imports/" + file.id() + "/application")
                        .with(csrf())
                        .session(district.session(mvc, "street")))
                .andExpect(status().isNotFound());
        assertThat(imports.apply(district.actor("street"), file.id()).toString())
                .contains("B-019");
        assertThat(imports.cancel(district.actor("street"), file.id()).toString())
                .contains("B-019");
        taken("meixi", file);

        ImportFile taking = checked("street", "people", list.replace(ELSEWHERE, COMMUNITY));
        assertThat(rejected(taking)).containsExactly("2 number B-027");
        mvc.perform(get("/imports").session(district.session(mvc, "clinic"))).andExpect(status().isForbidden());
    }

    @Test
    void whatNoLongerFitsTakesTheWholeFileBack() {
        ImportFile file =
                checked("officer", "people", HEAD + "V1,李娜,," + ELSEWHERE + ",,,,,\nV2,王强,," + COMMUNITY + ",,,,,\n");
        jdbc.sql("update area set tasked = false where path = ?")
                .param(COMMUNITY)
                .update();

        ImportFile back = taken("officer", file);
        assertThat(back.state()).isEqualTo(ImportFile.State.READY);
        assertThat(imports.refusal(back).orElseThrow().toString()).contains("B-017", "3", "B-024");
        assertThat(people()).isZero();
        assertThat(staged()).as("it still waits").isEqualTo(2);
    }

    @Test
    void stoppingWhileItIsTakenLeavesNothingOfIt() throws InterruptedException {
        gate.shut();
        ImportFile file = checked("street", "people-slowly", "text\n" + "x\n".repeat(1_200));
        imports.apply(district.actor("street"), file.id()).orThrow();
        gate.arrived.await();
        assertThat(imports.upload(
                                district.actor("street"),
                                "people",
                                "",
                                (HEAD + "V1,李娜,," + COMMUNITY + ",,,,,\n").getBytes(StandardCharsets.UTF_8))
                        .toString())
                .as("one file for each person")
                .contains("B-018");
        assertThat(file("street", file.id()).state()).isEqualTo(ImportFile.State.APPLYING);

        imports.cancel(district.actor("street"), file.id()).orThrow();
        gate.permits.release();
        assertThat(settled("street", file.id()).state()).isEqualTo(ImportFile.State.READY);
        assertThat(streetInEnglish()).isNotEqualTo("half done");
    }

    private String streetInEnglish() {
        return jdbc.sql("select name_en from area where path = ?")
                .param(STREET)
                .query(String.class)
                .single();
    }

    @Test
    void aFailureWhileItIsTakenLeavesNothingAndSaysSo() throws Exception {
        gate.shut();
        gate.permits.release(2);
        ImportFile file = checked("street", "people-slowly", "text\nx\ny\n");

        assertThat(taken("street", file).state()).isEqualTo(ImportFile.State.STOPPED);
        assertThat(streetInEnglish()).isNotEqualTo("half done");
        assertThat(staged()).isZero();
    }

    @Test
    void afterARestartWhatWasRunningIsStoppedAndThePageSaysSo() throws Exception {
        ImportFile file = checked("street", "people", HEAD + "V1,李娜,," + COMMUNITY + ",,,,,\n");
        for (String state : List.of("STAGING", "APPLYING")) {
            jdbc.sql("update import_file set state = ?").param(state).update();
            until(() -> {
                imports.afterStart();
                return file("street", file.id()).state() == ImportFile.State.STOPPED;
            });
        }
        assertThat(staged()).isZero();
        assertThat(page("street", "/imports/" + file.id(), "zh-CN")).contains("程序中断，什么都没有入库");
        assertThat(page("street", "/imports/" + file.id(), "en"))
                .contains("nothing was taken")
                .doesNotContain("??");
    }

    @Test
    void rowsThatNobodyComesBackForAreDeletedAfterADay() {
        ImportFile file = checked("street", "people", HEAD + "V1,李娜,," + COMMUNITY + ",,,,,\n");
        clock.holdAt(file.uploadedAt().plus(Imports.WAITS).minusSeconds(1));
        imports.runDue();
        assertThat(staged()).isEqualTo(1);
        clock.holdAt(file.uploadedAt().plus(Imports.WAITS));
        imports.runDue();
        assertThat(staged()).isZero();
        assertThat(file("street", file.id()).state()).isEqualTo(ImportFile.State.EXPIRED);
        assertThat(file("street", file.id()).title()).isEmpty();
    }

    @Test
    void riskFactorsAreTakenAsTheFormTakesThemAndOnlyOnce() {
        String head = "区域代码,类别,内容,涉及人数,期限\n";
        String good = COMMUNITY + ",CROWDED_SITE,菜场通道拥挤,FROM_50," + TODAY.plusDays(3) + "\n";
        ImportFile bad = checked(
                "street",
                "factors",
                head + good + COMMUNITY + ",CROWDED_SITE,打13800138000,FROM_50," + TODAY + "\n" + ELSEWHERE
                        + ",CROWDED_SITE,菜场,FROM_50," + TODAY + "\n" + COMMUNITY + ",CROWDED_SITE,菜场,FROM_50,明天\n"
                        + COMMUNITY + ",风水,菜场,FROM_50," + TODAY + "\n");
        assertThat(rejected(bad)).containsExactly("3 description F-003", "4 area F-001", "5 due B-028", "6 kind B-021");
        imports.cancel(district.actor("street"), bad.id()).orThrow();

        taken("street", checked("street", "factors", head + good));
        ImportFile again = checked("street", "factors", head + good);
        assertThat(again.same()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from risk_factor")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theFormSendsTheFileAndLeadsToItsPreview() throws Exception {
        byte[] bytes = (HEAD + "V1,李娜,," + COMMUNITY + ",,,,,\n").getBytes(StandardCharsets.UTF_8);
        String target = Objects.requireNonNull(mvc.perform(multipart("/imports")
                        .file(new MockMultipartFile("file", "people.csv", "text/csv", bytes))
                        .param("kind", "people")
                        .with(csrf())
                        .session(district.session(mvc, "street")))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        settled("street", UUID.fromString(target.substring("/imports/".length())));
        for (String language : List.of("zh-CN", "en")) {
            assertThat(page("street", target, language)).contains("李娜").doesNotContain("??", "http-equiv=\"refresh\"");
            assertThat(page("officer", "/imports", language)).contains("XLSX").doesNotContain("??");
        }
        assertThat(page("street", "/imports/kinds/people/template.csv", "zh-CN"))
                .startsWith("\uFEFF编号,姓名");
        mvc.perform(post(target + "/application").with(csrf()).session(district.session(mvc, "street")))
                .andExpect(status().is3xxRedirection());
        settled("street", UUID.fromString(target.substring("/imports/".length())));
        assertThat(people()).isEqualTo(1);
        Outcome<UUID> late =
                imports.cancel(district.actor("street"), UUID.fromString(target.substring("/imports/".length())));
        assertThat(late.toString()).contains("B-019");
    }
}
