package org.tongxin.app.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;
import static org.tongxin.app.support.TestDistrict.YESTERDAY;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;
import org.tongxin.app.surveillance.Indicator;
import org.tongxin.app.tasks.Answers;
import org.tongxin.app.tasks.NewOrder;
import org.tongxin.app.tasks.Orders;
import org.tongxin.app.tasks.TaskField;
import org.tongxin.app.tasks.TaskLevel;
import org.tongxin.app.tasks.TaskReport;

/** A superior's form comes out filled: three strange ones without typing, and nothing that is not known. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(TestDistrict.class)
class FormsIT {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Forms forms;

    @Autowired
    Orders orders;

    @Autowired
    Answers answers;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        district.open();
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        if (jdbc.sql("select count(*) from monitoring_point").query(Long.class).single() > 0) {
            return;
        }
        district.report(district.point("A1", STREET), YESTERDAY, 12);
        district.report(district.point("A2", STREET), YESTERDAY, 3);
        district.report(district.point("B1", OTHER), YESTERDAY, 20);
        district.report(district.point("A3", STREET, Indicator.CASES_IN_COMMUNITY), YESTERDAY, 4);
        district.point("B2", OTHER, Indicator.CASES_IN_COMMUNITY);
        answered();
    }

    /** Both streets are asked today; one answers. */
    private void answered() {
        NewOrder order = new NewOrder(
                "test:forms",
                "COUNT",
                "报独居老人数",
                "Count",
                "区预案第3条",
                "区指挥部",
                List.of(new TaskField("alone", "独居老人", "Living alone", "人")),
                4,
                false,
                TaskLevel.STREET,
                clock.now().plus(Duration.ofHours(4)),
                null);
        orders.issue(district.actor("officer"), order, List.of(STREET, OTHER), List.of(STREET, OTHER));
        UUID task = jdbc.sql("select id from task where area_path = ?")
                .param(STREET)
                .query(UUID.class)
                .single();
        answers.report(district.actor("street"), new TaskReport(task, Map.of("alone", 31L), ""), 1)
                .orThrow();
        district.settle();
    }

    @AfterEach
    void close() {
        LocaleContextHolder.resetLocaleContext();
        district.settle();
        district.close();
    }

    private FormTemplate kept(String login, byte[] file) {
        Actor actor = district.actor(login);
        UUID id =
                forms.keep(actor, new NewForm("日报", "市指挥部", "form.xlsx", file)).orThrow();
        return forms.find(actor, id).orElseThrow();
    }

    /** Confirms what the system proposes, untouched. */
    private FormTemplate confirmed(String login, byte[] file) {
        FormTemplate form = kept(login, file);
        Actor actor = district.actor(login);
        forms.confirm(actor, form, 0, forms.sheet(form).orThrow().mapping()).orThrow();
        return forms.find(actor, form.id()).orElseThrow();
    }

    private byte[] copy(String login, FormTemplate form, LocalDate day) {
        return forms.copy(district.actor(login), form, day).orThrow().file();
    }

    private static double number(XSSFSheet sheet, String address) {
        return Objects.requireNonNull(cell(sheet, address), address).getNumericCellValue();
    }

    private static XSSFCell cell(XSSFSheet sheet, String written) {
        Address at = Address.of(written).orElseThrow();
        return sheet.getRow(at.row()).getCell(at.column());
    }

    private long total(Indicator indicator) {
        return jdbc.sql("select sum(c.value) from count_report c join monitoring_point p on p.id = c.point_id"
                        + " where c.event_day = ? and c.current and p.indicator = ?")
                .params(YESTERDAY, indicator.name())
                .query(Long.class)
                .single();
    }

    @Test
    void headsThatAreDrawnAsOneAreFilledAndTheirTotalsWorkThemselvesOut() throws IOException {
        byte[] file = copy("officer", confirmed("officer", StrangeForms.merged()), YESTERDAY);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(number(sheet, "D5")).isEqualTo(15);
            assertThat(number(sheet, "D6")).isEqualTo(20);
            assertThat(number(sheet, "D8"))
                    .isEqualTo(total(Indicator.FEVER_VISITS))
                    .isEqualTo(35);
            assertThat(cell(sheet, "D8").getCellFormula()).isEqualTo("SUM(D5:D7)");
            assertThat(number(sheet, "E8")).isEqualTo(total(Indicator.CASES_IN_COMMUNITY));
            assertThat(cell(sheet, "E6").toString()).as("not known is not 0").isEmpty();
            assertThat(cell(sheet, "F5").toString())
                    .as("cumulative is no count of a day")
                    .isEmpty();
            assertThat(cell(sheet, "A2").toString()).isEqualTo("填报日期：2026年3月25日");
            assertThat(sheet.getMergedRegions()).hasSize(7);
            assertThat(cell(sheet, "D5").getCellStyle().getFillForegroundColor())
                    .as("the colour of the cell")
                    .isEqualTo(org.apache.poi.ss.usermodel.IndexedColors.ORANGE.index);
            XSSFSheet sources = book.getSheet("来源 Sources");
            assertThat(sources.getRow(1).getCell(0).getStringCellValue()).isEqualTo("D5");
            assertThat(sources.getRow(1).getCell(5).getStringCellValue()).contains("发热门诊就诊人次");
            assertThat(sources.getRow(1).getCell(6).getStringCellValue()).startsWith("2026-03-2");
        }
    }

    @Test
    void whatIsNotKnownIsListedBeforeTheFileIsFetched() {
        FormTemplate form = confirmed("officer", StrangeForms.merged());
        Filled filled =
                forms.preview(district.actor("officer"), form, YESTERDAY).orThrow();
        assertThat(filled.strangers())
                .extracting(line -> line.at() + " " + line.text() + " " + line.why())
                .containsExactly("C7 临江新区 UNKNOWN");
        assertThat(filled.lefts())
                .extracting(left -> left.at() + " " + left.place() + " " + left.answered() + "/" + left.asked())
                .containsExactly("E6 梅溪镇 0/1");
        assertThat(filled.sums())
                .extracting(sum -> sum.at() + " " + sum.value() + " " + sum.known() + "/" + sum.lines())
                .containsExactly("D8 35 2/3", "E8 4 1/3");
    }

    @Test
    void aChineseCsvOfTwoTablesLeavesAsItCame() {
        byte[] file = copy("officer", confirmed("officer", StrangeForms.chinese()), YESTERDAY);
        assertThat(new String(file, StrangeForms.GB18030).split("\r\n", -1))
                .contains("每日情况汇总,,,", ",,统计日期,2026-03-25")
                .contains("柳荫街道,15,4,", "９９０１００００２,20,,镇", "小计,35,4,")
                .as("nobody has planned a shift")
                .contains("柳荫,,,", "总计,,,", "填表人：,,,");
    }

    @Test
    void placesAcrossAndATotalBetweenThemAreFilled() throws IOException {
        FormTemplate form = confirmed("officer", StrangeForms.across());
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(copy("officer", form, YESTERDAY)))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(number(sheet, "C3")).isEqualTo(15);
            assertThat(number(sheet, "E3")).isEqualTo(20);
            assertThat(number(sheet, "D3")).isEqualTo(total(Indicator.FEVER_VISITS));
            assertThat(number(sheet, "D4")).isEqualTo(total(Indicator.CASES_IN_COMMUNITY));
        }
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(copy("officer", form, TODAY)))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(number(sheet, "C5")).as("answered today").isEqualTo(31);
            assertThat(cell(sheet, "E5").toString())
                    .as("asked and not answered")
                    .isEmpty();
            assertThat(cell(sheet, "C3").toString()).as("nobody reported today").isEmpty();
        }
    }

    @Test
    void oneLineForTheWholeTerritoryIsThatOfTheReader() {
        FormTemplate form = confirmed("officer", StrangeForms.whole());
        assertThat(new String(copy("officer", form, YESTERDAY), StrangeForms.GB18030))
                .startsWith("日期,发热门诊就诊,社会面发现,与昨日相比\n,35,,");
        assertThat(new String(copy("street", form, YESTERDAY), StrangeForms.GB18030))
                .startsWith("日期,发热门诊就诊,社会面发现,与昨日相比\n,15,4,");
    }

    @Test
    void aStreetFillsOnlyItsOwnLines() throws IOException {
        FormTemplate form = confirmed("officer", StrangeForms.merged());
        Actor street = district.actor("street");
        Filled filled = forms.preview(street, form, YESTERDAY).orThrow();
        assertThat(filled.puts()).allMatch(put -> put.place().path().equals(STREET));
        assertThat(filled.strangers())
                .extracting(line -> line.text() + " " + line.why())
                .containsExactly("东临区梅溪镇 OTHERS", "临江新区 UNKNOWN");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(copy("street", form, YESTERDAY)))) {
            assertThat(cell(book.getSheetAt(0), "D6").toString()).isEmpty();
        }
        assertThat(forms.confirm(street, form, 1, forms.sheet(form).orThrow().mapping()))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        no -> assertThat(no.refusal().code()).isEqualTo("I-003"));
        FormTemplate own = kept("street", StrangeForms.across());
        assertThat(forms.find(district.actor("meixi"), own.id())).isEmpty();
        assertThat(forms.find(district.actor("officer"), own.id())).isPresent();
    }

    @Test
    void aDayOnWhichNobodyReportedSaysSo() throws Exception {
        FormTemplate form = confirmed("officer", StrangeForms.merged());
        String page = mvc.perform(get("/forms/" + form.id() + "/filled?day=2026-03-01")
                        .session(district.session(mvc, "officer"))
                        .locale(Locale.SIMPLIFIED_CHINESE))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("2026-03-01没有一个数报上来");
        assertThat(forms.copy(district.actor("officer"), form, TODAY.plusDays(1)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        no -> assertThat(no.refusal().code()).isEqualTo("T-026"));
    }

    @Test
    void theWholeWayOnPages() throws Exception {
        var session = district.session(mvc, "officer");
        String address = mvc.perform(multipart("/forms")
                        .file(new MockMultipartFile("file", "日报.xlsx", null, StrangeForms.merged()))
                        .param("name", "日报")
                        .param("issuer", "市指挥部")
                        .session(session)
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(address).startsWith("/forms/");
        String page = mvc.perform(get(address).session(session).locale(Locale.SIMPLIFIED_CHINESE))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("临江新区", "疫情 / 发热门诊就诊人次", "name=\"b0.figure.3\"");
        String confirmed = mvc.perform(post(address + "/mapping")
                        .param("version", "0")
                        .param("sheet", "0")
                        .param("b0.across", "false")
                        .param("b0.place", "c")
                        .param("b0.first", "5")
                        .param("b0.last", "7")
                        .param("b0.totals", "8")
                        .param("b0.figure.3", "surveillance.FEVER_VISITS")
                        .param("b0.figure.4", "")
                        .param("date", "A2")
                        .session(session)
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(confirmed).isEqualTo(address + "/filled");
        for (String path : List.of(
                "",
                "/filled?day=2026-03-25",
                "/original",
                "/copy?day=2026-03-25",
                "/sources.csv?day=2026-03-25",
                "/sources.xlsx?day=2026-03-25")) {
            mvc.perform(get(address + path).session(session)).andExpect(status().isOk());
        }
        mvc.perform(get("/forms").session(session).locale(Locale.ENGLISH)).andExpect(status().isOk());
    }

    @Test
    void whatDoesNotFitTheFormIsNotConfirmed() {
        FormTemplate form = kept("officer", StrangeForms.merged());
        Actor officer = district.actor("officer");
        FormMapping good = forms.sheet(form).orThrow().mapping();
        FormMapping outside = new FormMapping(
                0,
                List.of(new FormMapping.Block(false, 2, 4, 400, List.of(), Map.of(3, "surveillance.FEVER_VISITS"))),
                null);
        FormMapping unknown = new FormMapping(
                0, List.of(new FormMapping.Block(false, 2, 4, 6, List.of(), Map.of(3, "nobody.knows"))), null);
        assertThat(misfit(forms.confirm(officer, form, 0, outside))).isEqualTo("LINE_OUTSIDE");
        assertThat(misfit(forms.confirm(officer, form, 0, unknown))).isEqualTo("NO_SUCH_FIGURE");
        assertThat(misfit(forms.confirm(officer, form, 0, one(3, 6, 4, Map.of(4, "surveillance.FEVER_VISITS")))))
                .isEqualTo("FIGURE_OF_PLACE");
        assertThat(misfit(forms.confirm(officer, form, 0, one(6, 5, 2, Map.of(3, "surveillance.FEVER_VISITS")))))
                .isEqualTo("FIRST_AFTER_LAST");
        assertThat(misfit(forms.confirm(officer, form, 0, one(4, 6, 2, Map.of(300, "surveillance.FEVER_VISITS")))))
                .isEqualTo("COLUMN_OUTSIDE");
        assertThat(misfit(forms.confirm(officer, form, 0, one(4, 6, 2, Map.of()))))
                .isEqualTo("NO_FIGURE");
        assertThat(misfit(forms.confirm(officer, form, 0, new FormMapping(9, good.blocks(), null))))
                .isEqualTo("NO_SUCH_SHEET");
        assertThat(code(forms.preview(officer, form, TODAY))).isEqualTo("T-025");
        forms.confirm(officer, form, 0, good).orThrow();
        assertThat(code(forms.confirm(officer, form, 0, good)))
                .as("a second confirmation")
                .isEqualTo("T-023");
    }

    private static FormMapping one(int first, int last, int placeLine, Map<Integer, String> figures) {
        return new FormMapping(
                0, List.of(new FormMapping.Block(false, placeLine, first, last, List.of(), figures)), null);
    }

    private static String misfit(Outcome<?> outcome) {
        assertThat(code(outcome)).isEqualTo("T-022");
        return ((Outcome.Refused<?>) outcome).refusal().arguments().getFirst();
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "accepted";
    }

    @Test
    void filesThatAreMoreThanAFormAreRefused() throws IOException {
        assertThat(refused(with(StrangeForms.merged(), "xl/vbaProject.bin", "x".getBytes(StrangeForms.GB18030))))
                .as("macros")
                .isEqualTo("T-019");
        assertThat(refused(with(
                        StrangeForms.merged(),
                        "xl/externalLinks/externalLink1.xml",
                        "<a/>".getBytes(StrangeForms.GB18030))))
                .as("links to other files")
                .isEqualTo("T-019");
        assertThat(refused(with(StrangeForms.merged(), "xl/media/a.bin", new byte[30 * 1024 * 1024])))
                .as("unpacks to much more than its size")
                .isEqualTo("B-006");
        assertThat(refused(new byte[6 * 1024 * 1024])).as("too large").isEqualTo("B-001");
        assertThat(refused(with(StrangeForms.merged(), "xl/a.xml", "<!DOCTYPE a>".getBytes(StrangeForms.GB18030))))
                .as("entities")
                .isEqualTo("B-011");
        assertThat(refused(new byte[] {'P', 'K', 3, 4, 0, 0})).as("broken").isEqualTo("B-002");
        byte[] wide = StrangeForms.book(book -> StrangeForms.texts(book.createSheet(), 0, new String[101]));
        assertThat(refused(wide)).as("too wide").isEqualTo("B-004");
        assertThat(refused("日报.XLSX", "请各街镇今天报数，谢谢".getBytes(StandardCharsets.UTF_8)))
                .as("prose under a workbook's name")
                .isEqualTo("B-002");
        assertThat(refused("日报.xlsx", "街道,人数\n北蔡镇,\n".getBytes(StandardCharsets.UTF_8)))
                .as("a table in text is read as what it is")
                .isEqualTo("accepted");
    }

    private String refused(byte[] file) {
        return refused("x", file);
    }

    private String refused(String name, byte[] file) {
        return code(forms.keep(district.actor("officer"), new NewForm("日报", "市指挥部", name, file)));
    }

    private static byte[] with(byte[] workbook, String name, byte[] part) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(zip);
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(part);
        }
        return out.toByteArray();
    }
}
