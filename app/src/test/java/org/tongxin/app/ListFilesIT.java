package org.tongxin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.HtmlUtils;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.SheetLimits;
import org.tongxin.app.platform.sheet.SheetReader;
import org.tongxin.app.platform.sheet.SheetRow;
import org.tongxin.app.replay.Replay;
import org.tongxin.app.replay.ReplayState;
import org.tongxin.app.support.PostgresTest;

/**
 * Every list with a file, on the demonstration's district: the file is a CSV with a byte order mark and without formulas, and a
 * workbook with the same rows; it holds the rows of all pages of its list, to each post its own, and its reading is noted as that of
 * the page.
 */
@SpringBootTest(
        properties = {
            "tongxin.replay.load=true",
            "tongxin.replay.seconds-per-day=0",
            "tongxin.replay.last-day=2022-03-24"
        })
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(FilledLists.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListFilesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Which cell a spreadsheet would take for a formula; a number below zero is none. */
    private static final Pattern FORMULA =
            Pattern.compile("(?m)(?:^|,)\"?(?:[=+@\\t\\uFF1D\\uFF0B\\uFF0D\\uFF20]|-(?![0-9.]+(?:,|\\r|$)))");

    private static final Pattern ROW =
            Pattern.compile("<tr(?! class=\"tx-total\").*?</tr>|<li(?: class=\"tx-card\")?>.*?</li>", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");

    @Autowired
    MockMvc mvc;

    @Autowired
    Replay replay;

    @Autowired
    Accounts accounts;

    @Autowired
    FilledLists filled;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;

    private final Map<String, MockHttpSession> sessions = new HashMap<>();

    /**
     * A list with a file.
     *
     * @param file pattern of its address
     * @param page where it is shown
     * @param key column whose text stands in every row of the page; -1 where the page has no row for a row of the file
     * @param parts of the page that make it up: id of a heading or section, and the parameter that asks for the next page
     */
    record Listed(String file, String page, int key, String... parts) {

        @Override
        public String toString() {
            return file;
        }
    }

    private static Listed list(String file, String page, int key, String... parts) {
        return new Listed(file, page, key, parts);
    }

    static Stream<Listed> lists() {
        return Stream.of(
                list("/dispatch/posts/all", "/dispatch", 1, "posts-h", "after"),
                list("/dispatch/forces/all", "/dispatch/forces", 0, "communities-h", "after"),
                list("/dispatch/calls/all", "/dispatch/calls", 0, "list", "after"),
                list("/dispatch/rota/shifts", "/dispatch/rota", -1),
                list("/dispatch/week/shifts", "/dispatch/week", -1),
                list("/posts/all", "/posts", 0, "main", "after"),
                list("/posts/proposals/all", "/posts/proposals", 0, "list-h", "after"),
                list("/posts/unused/all", "/posts/unused", 0, "list-h", "after"),
                list("/tasks/all", "/tasks", -1),
                list(
                        "/tasks/orders/{order}/tasks",
                        "/tasks/orders/{order}",
                        4,
                        "streets-h",
                        "",
                        "communities-h",
                        "after"),
                list("/tasks/burden", "/tasks/burden", 3, "communities-h", ""),
                list("/signals/all", "/signals", 1, "list", "after"),
                list("/streams", "/streams", 1, "list", ""),
                list("/episodes/all", "/episodes", 0, "notified-h", "", "waiting-h", "", "past-h", "after"),
                list("/areas/ratings", "/areas", -1),
                list("/warnings/all", "/warnings", 0, "all-h", "after"),
                list("/warnings/notices/all", "/warnings/notices", 1, "list", "after"),
                list("/incidents/all", "/incidents/rating", 0, "list-h", "after"),
                list("/supervision/all", "/supervision", 0, "open-h", "", "ended-h", "after"),
                list("/risk-factors/register", "/risk-factors", 3, "lead-h", "after"),
                list("/scenarios/all", "/scenarios", 0, "list-h", "after"),
                list("/measures/all", "/measures", 1, "lead-h", "after"),
                list("/complaints/all", "/complaints", 0, "lead-h", "after"),
                list("/exercises/all", "/exercises", 0, "list-h", "after"),
                list("/review/timeline", "/review", 1, "timeline", "time"),
                list("/review/lessons", "/review", -1),
                list("/supplies/needs/all", "/supplies/needs", 0, "list-h", "after", "over-h", "over"),
                list("/supplies/deliveries/all", "/supplies/needs", 0, "moving-h", "road"),
                list("/supplies/offers/all", "/supplies/needs", 0, "offers-h", "offered"),
                list("/supplies/stock", "/supplies/items", -1),
                list("/supplies/donations/all", "/supplies/donations", 0, "list-h", "before"),
                list("/supplies/places/all", "/supplies/places", 0, "lead-h", "after"),
                list("/supplies/places/{place}/ledger", "/supplies/places/{place}", 3, "ledger-h", "before"),
                list("/supplies/transfers/all", "/supplies/transfers", 0, "list-h", "after"),
                list("/supplies/requisitions/all", "/supplies/requisitions", 0, "list-h", "after"),
                list("/supplies/procurement/orders", "/supplies/procurement", 0, "orders-h", "after"),
                list("/supplies/procurement/agreements", "/supplies/procurement", 0, "agreements-h", ""),
                list("/supplies/producers/all", "/supplies/producers", 0, "list-h", ""),
                list("/supplies/producers/blocks", "/supplies/producers", 0, "blocks-h", "", "cleared-h", "after"),
                list("/member-units/all", "/member-units", 0, "lead-h", "after"),
                list("/member-units/affiliations", "/member-units", -1),
                list("/cooperation/all", "/cooperation", 0, "lead-h", "after"),
                list("/delegation/uses", "/delegation", 1, "uses-h", "after"),
                list("/supplies/forecast/days", "/supplies/forecast", -1),
                list("/dispatch/notices/all", "/dispatch/notices", 0, "list-h", ""),
                list("/plans/history", "/plans", -1),
                list("/plans/changes/all", "/plans/changes", -1),
                list("/tasks/questions/all", "/tasks/questions", -1),
                list("/forms/all", "/forms", 0, "kept-h", ""),
                list("/editions/all", "/editions", 0, "list-h", ""),
                list("/imports/files", "/imports", 0, "mine-h", "after"),
                list("/callers/all", "/callers", 0, "open-h", "after", "done-h", "done"));
    }

    /** Files that are no lists of a page, or that other tests read. */
    private static final List<String> OTHERS = List.of(
            "/audit/entries",
            "/data-protection/register",
            "/editions/{number:QH-[0-9]{1,9}}/changes",
            "/forms/{id}/sources",
            "/imports/kinds/{kind}/template",
            "/imports/{id}/rejected");

    /** Streets take part in the exercise of their district, and see it. */
    private static final String AROUND = "/exercises/all";

    @BeforeAll
    void fill() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (replay.status()
                .map(status -> status.state() != ReplayState.FINISHED)
                .orElse(true)) {
            assertThat(System.nanoTime()).as("waiting for the replay").isLessThan(deadline);
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
        filled.fill();
    }

    private MockHttpSession session(String login) throws Exception {
        MockHttpSession known = sessions.get(login);
        if (known == null) {
            known = (MockHttpSession)
                    mvc.perform(post("/login/demonstration").with(csrf()).param("login", login))
                            .andReturn()
                            .getRequest()
                            .getSession(false);
            sessions.put(login, known);
        }
        return known;
    }

    private MockHttpServletResponse look(String login, String address) throws Exception {
        return mvc.perform(get(java.net.URI.create(address)).session(session(login)))
                .andReturn()
                .getResponse();
    }

    private String address(String pattern) {
        String order = "select id from task_order where goes_to = 'STREET' order by number limit 1";
        String place = "select id from supply_holder where kind = 'COMMUNITY_STORE' and area_path like '310115105%'"
                + " order by area_path limit 1";
        return pattern.replace("{order}", pattern.contains("{order}") ? one(order) : "")
                .replace("{place}", pattern.contains("{place}") ? one(place) : "");
    }

    private String one(String sql) {
        return jdbc.sql(sql).query(UUID.class).single().toString();
    }

    private static List<List<String>> rows(byte[] file) {
        List<List<String>> rows = new ArrayList<>();
        Outcome<Integer> read = SheetReader.read(file, SheetLimits.USUAL, row -> rows.add(cells(row)));
        assertThat(read).isInstanceOf(Outcome.Accepted.class);
        return rows;
    }

    private static List<String> cells(SheetRow row) {
        List<String> cells = new ArrayList<>(row.cells());
        while (!cells.isEmpty() && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        return cells.stream().map(ListFilesIT::plain).toList();
    }

    /** A number without what only one kind of file shows of it. */
    private static String plain(String cell) {
        return cell.matches("-?[0-9]+\\.[0-9]+")
                ? new BigDecimal(cell).stripTrailingZeros().toPlainString()
                : cell;
    }

    @Test
    void everyListWithAFileIsReadHere() {
        List<String> known =
                lists().map(list -> list.file().replaceAll("\\{\\w+}", "{}")).toList();
        List<String> files = mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream())
                .filter(pattern -> pattern.endsWith(SheetFormat.PATH))
                .map(pattern -> pattern.substring(0, pattern.length() - SheetFormat.PATH.length()))
                .filter(pattern -> !OTHERS.contains(pattern))
                .map(pattern -> pattern.replaceAll("\\{\\w+(?::[^/]*)?}(?=/|$)", "{}"))
                .sorted()
                .toList();
        assertThat(files).containsExactlyInAnyOrderElementsOf(known);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void theFileIsACsvWithoutFormulasAndAWorkbookWithTheSameRows(Listed list) throws Exception {
        String address = address(list.file());
        int read = 0;
        int named = 0;
        for (String login : List.of("chenli", "guanli", "lina")) {
            MockHttpServletResponse csv = look(login, address + ".csv?lang=en");
            MockHttpServletResponse workbook = look(login, address + ".xlsx?lang=en");
            assertThat(workbook.getStatus()).isEqualTo(csv.getStatus()).isIn(200, 403, 404);
            if (csv.getStatus() == 200) {
                String text = new String(csv.getContentAsByteArray(), StandardCharsets.UTF_8);
                assertThat(text).startsWith("\uFEFF");
                assertThat(FORMULA.matcher(text.substring(1)).results().map(MatchResult::group))
                        .isEmpty();
                List<List<String>> rows = rows(csv.getContentAsByteArray());
                assertThat(rows(workbook.getContentAsByteArray())).isEqualTo(rows);
                String chinese = new String(
                        look(login, address + ".csv?lang=zh-CN").getContentAsByteArray(), StandardCharsets.UTF_8);
                assertThat(chinese.lines().findFirst())
                        .isNotEqualTo(text.lines().findFirst());
                read += rows.size() - 1;
                named += chinese.contains("'=") || text.contains("'=") ? 1 : 0;
            }
        }
        assertThat(read).as("rows to look at").isPositive();
        assertThat(named).as("files with a name that begins as a formula").isPositive();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void theFileHoldsTheRowsOfAllPagesToEachPostItsOwn(Listed list) throws Exception {
        for (String login : List.of("chenli", "guanli", "wangmin", "lina", "sunping")) {
            String page = address(list.page());
            String file = address(list.file());
            MockHttpServletResponse shown = look(login, page + "?lang=zh-CN");
            MockHttpServletResponse sent = look(login, file + ".csv?lang=zh-CN");
            assertThat(sent.getStatus()).as(login).isEqualTo(shown.getStatus());
            if (sent.getStatus() == 200) {
                List<List<String>> rows = rows(sent.getContentAsByteArray());
                if (!AROUND.equals(list.file())) {
                    within(login, rows);
                }
                if (list.key() >= 0) {
                    compare(login, list, rows.subList(1, rows.size()), pages(login, page, list));
                }
            }
        }
    }

    static Stream<Listed> narrowed() {
        String beicai = "%E5%8C%97%E8%94%A1";
        return Stream.of(
                list("/dispatch/posts/all", "/dispatch?q=310115105", 1, "posts-h", "after"),
                list("/dispatch/forces/all", "/dispatch/forces?street=310115105", 0, "communities-h", "after"),
                list("/posts/all", "/posts?q=wangmin", 0, "main", "after"),
                list("/posts/proposals/all", "/posts/proposals?place=310115105", 0, "list-h", "after"),
                list("/signals/all", "/signals?state=CONFIRMED", 1, "list", "after"),
                list("/risk-factors/register", "/risk-factors?kind=SUPPLY_SHORTAGE", 3, "lead-h", "after"),
                list("/supplies/places/all", "/supplies/places?q=" + beicai, 0, "lead-h", "after"),
                list("/member-units/all", "/member-units?affiliation=CITY", 0, "lead-h", "after"));
    }

    @ParameterizedTest
    @MethodSource("narrowed")
    void theFileKeepsTheFilterOfThePage(Listed list) throws Exception {
        String query = list.page().substring(list.page().indexOf('?'));
        List<List<String>> all = rows(look("guanli", list.file() + ".csv").getContentAsByteArray());
        List<List<String>> rows =
                rows(look("guanli", list.file() + ".csv" + query).getContentAsByteArray());
        assertThat(rows).hasSizeGreaterThan(1).hasSizeLessThanOrEqualTo(all.size());
        compare("guanli", list, rows.subList(1, rows.size()), pages("guanli", list.page(), list));
    }

    private static void compare(String login, Listed list, List<List<String>> rows, List<String> shown) {
        assertThat(rows).as(login).hasSameSizeAs(shown);
        String all = String.join("\n", shown);
        rows.forEach(row -> assertThat(all).as(login).contains(row.get(list.key())));
    }

    /** No code of a place outside the territory; the head names that column. */
    private void within(String login, List<List<String>> rows) {
        String territory = accounts.findActor(login).orElseThrow().territory();
        int code = rows.getFirst().indexOf("区域代码");
        if (code >= 0) {
            rows.stream()
                    .skip(1)
                    .forEach(row -> assertThat(row.get(code)).as(login).startsWith(territory));
        }
    }

    /** The rows that a reader finds who reads each part to its end. */
    private List<String> pages(String login, String page, Listed list) throws Exception {
        List<String> rows = new ArrayList<>();
        for (int part = 0; part < list.parts().length; part += 2) {
            String next = page;
            String id = list.parts()[part];
            while (!next.isEmpty()) {
                String html = look(login, next).getContentAsString(StandardCharsets.UTF_8);
                String section = section(html, id);
                ROW.matcher(section.replaceAll("(?s)<thead.*?</thead>", ""))
                        .results()
                        .map(found -> HtmlUtils.htmlUnescape(found.group()))
                        .forEach(rows::add);
                next = next(section + pager(html, id), list.parts()[part + 1]);
            }
        }
        return rows;
    }

    private static String section(String page, String id) {
        int start = page.indexOf("id=\"" + id + "\"");
        return start < 0 ? "" : page.substring(start, Math.max(start, page.indexOf("</section>", start)));
    }

    /** The way on that is named after a list, where it stands outside its section. */
    private static String pager(String page, String id) {
        int start = page.indexOf("aria-labelledby=\"" + id + " ");
        return start < 0 ? "" : page.substring(start, page.indexOf("</nav>", start));
    }

    private static String next(String section, String parameter) {
        Pattern asks = Pattern.compile("[?&]" + parameter + "=[^&#]+");
        return parameter.isEmpty()
                ? ""
                : LINK.matcher(section)
                        .results()
                        .map(found -> HtmlUtils.htmlUnescape(found.group(1)))
                        .filter(link -> asks.matcher(link).find() && !link.contains(".csv") && !link.contains(".xlsx"))
                        .map(link -> link.replaceAll("#.*", ""))
                        .reduce("", (one, other) -> other);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void theReadingOfTheFileIsNotedAsThatOfThePage(Listed list) throws Exception {
        for (String login : List.of("chenli", "guanli", "lina")) {
            List<String> ofPage = noted(login, address(list.page()));
            List<String> ofFile = noted(login, address(list.file()) + ".csv");
            assertThat(ofFile).as(login).isEqualTo(ofPage);
        }
    }

    private List<String> noted(String login, String address) throws Exception {
        session(login);
        long before = jdbc.sql("select coalesce(max(seq), 0) from audit_entry")
                .query(Long.class)
                .single();
        look(login, address);
        return jdbc.sql("select action || ' ' || subject || ' ' || details from audit_entry where seq > ? order by seq")
                .param(before)
                .query(String.class)
                .list();
    }
}
