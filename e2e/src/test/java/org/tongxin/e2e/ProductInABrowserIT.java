package org.tongxin.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks the product in Chromium at 1440 and 390 pixels: no axe violation, nothing in the console, no sideways scroll. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductInABrowserIT {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** What is written in the drawings of a page with less than 11 pixels, with the size as it is shown. */
    private static final String TEXTS_IN_DRAWINGS = "[...document.querySelectorAll('main svg text')]"
            + ".filter(text => text.textContent.trim() && text.getBoundingClientRect().width > 0)"
            + ".map(text => { const to = text.getScreenCTM(); return [text.textContent,"
            + " parseFloat(getComputedStyle(text).fontSize) * Math.min(Math.hypot(to.a, to.b), Math.hypot(to.c, to.d))]; })"
            + ".filter(([words, size]) => size < 11).map(([words, size]) => words + ' ' + size)";

    private Product product;
    private Playwright playwright;
    private Browser browser;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Path chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(chromium != null, "No Chromium was found; install the package chromium to run the browser tests.");
        product = Product.finished(folder);
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(ARGUMENTS));
    }

    @AfterAll
    void stop() throws Exception {
        if (playwright != null) {
            playwright.close();
        }
        if (product != null) {
            product.close();
        }
    }

    /** A page, what its console said, and what it broke. */
    private final class Visit implements AutoCloseable {

        private final BrowserContext context;
        private final Page page;
        private final List<String> console = new ArrayList<>();

        Visit(int width, int height) {
            context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
            context.setDefaultTimeout(20_000);
            page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") || message.text().contains("Content Security Policy")) {
                    console.add(message.text());
                }
            });
            page.onPageError(console::add);
        }

        void open(String path) {
            assertThat(page.navigate(product.url(path)).status()).as(path).isEqualTo(200);
            check(path);
        }

        void check(String what) {
            assertThat(Accessibility.violations(page)).as("axe on " + what).isEmpty();
            assertThat(console).as("console of " + what).isEmpty();
            Object overflow =
                    page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(((Number) overflow).intValue())
                    .as("sideways scroll of " + what)
                    .isLessThanOrEqualTo(0);
        }

        void enterAs(String login) {
            page.navigate(product.url("/login"));
            page.locator("button[name=login][value=" + login + "]").click();
            page.waitForLoadState();
        }

        @Override
        public void close() {
            context.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk",
                "/desk?map=geo",
                "/desk?map=list",
                "/search",
                "/search?q=bcz",
                "/search?q=%E6%B2%A1%E6%9C%89",
                "/signals",
                "/episodes",
                "/episodes/E-001",
                "/streams",
                "/areas",
                "/areas/310115105",
                "/areas?day=2022-03-20",
                "/areas/weights?j=3,3,3,3,1,1,1,1,1,1",
                "/supervision",
                "/supplies",
                "/supplies/needs",
                "/supplies/plan",
                "/supplies/plan?rule=FLAT",
                "/supplies/plan/adoption",
                "/supplies/forecast",
                "/supplies/hospitals",
                "/supplies/hospitals?policy=FIRST_COME",
                "/supplies/items",
                "/supplies/items/MASK",
                "/supplies/procurement",
                "/supplies/donations",
                "/supplies/producers",
                "/supplies/places",
                "/supplies/places?q=bcz",
                "/supplies/transfers",
                "/supplies/requisitions",
                "/residents/donations",
                "/risk-factors",
                "/incidents/rating?area=310115105",
                "/counts",
                "/warnings",
                "/scenarios",
                "/scenarios/new",
                "/plans",
                "/plans/activation",
                "/plans/books/three-networks",
                "/plans/changes",
                "/exercises",
                "/editions",
                "/editions?lang=en",
                "/units?code=310115105",
                "/member-units",
                "/member-units?lang=en",
                "/cooperation",
                "/cooperation?lang=en",
                "/delegation",
                "/delegation?lang=en",
                "/residents/measures",
                "/residents/complaints",
                "/data-protection",
                "/measures",
                "/tasks",
                "/dispatch",
                "/dispatch/rota",
                "/dispatch/compare",
                "/dispatch/compare?lang=en",
                "/dispatch/forces",
                "/dispatch/notices",
                "/certificates",
                "/review",
                "/residents",
                "/residents/310115105",
                "/login",
                "/desk?lang=en",
                "/desk?view=wall",
                "/rings",
                "/rings?lang=en",
                "/desk?view=wall&lang=en",
                "/residents?lang=en",
                "/review?lang=en",
                "/areas?lang=en",
                "/supervision?lang=en",
                "/supplies/plan?lang=en",
                "/supplies/hospitals?lang=en",
                "/scenarios/new?lang=en",
                "/plans/activation?lang=en",
                "/tasks?lang=en",
                "/dispatch/rota?lang=en",
                "/certificates?lang=en"
            })
    void pagesAreCleanOnTheDeskAndOnAPhone(String path) {
        for (int[] size : new int[][] {{1440, 900}, {390, 844}}) {
            try (Visit visit = new Visit(size[0], size[1])) {
                visit.open(path);
            }
        }
    }

    /** WCAG 1.4.10: at four times the size a page is 320 pixels wide, and is read by scrolling in one direction. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk",
                "/areas/310115105",
                "/tasks",
                "/dispatch",
                "/plans/activation",
                "/streams",
                "/supplies/plan",
                "/rings",
                "/review",
                "/login",
                "/residents"
            })
    void enlargedFourfoldAPageScrollsInOneDirection(String path) {
        try (Visit visit = new Visit(320, 256)) {
            visit.open(path);
            visit.open(path + "?lang=en");
            Object kept = visit.page.evaluate("[...document.querySelectorAll('.tx-timebar, .tx-bottom')]"
                    + ".some(bar => getComputedStyle(bar).position !== 'static')");
            assertThat(kept)
                    .as("something stays fixed over the few lines that are left")
                    .isEqualTo(false);
        }
    }

    /** A drawing with a viewBox shrinks to a phone; its text must not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk",
                "/desk?lang=en",
                "/areas",
                "/areas/310115105",
                "/episodes/E-001",
                "/supplies/plan",
                "/supplies/hospitals",
                "/dispatch",
                "/rings"
            })
    void textInADrawingIsReadableOnAPhone(String path) {
        try (Visit visit = new Visit(390, 844)) {
            visit.page.navigate(product.url(path));
            assertThat(visit.page.evaluate(TEXTS_IN_DRAWINGS)).as(path).isEqualTo(List.of());
        }
    }

    @Test
    void textInTheDrawingsOfASignalAndOfAScenarioIsReadableOnAPhone() {
        try (Visit visit = new Visit(390, 844)) {
            for (String list : List.of("/signals", "/scenarios")) {
                visit.page.navigate(product.url(list));
                String one = visit.page
                        .locator("main a[href*='" + list + "/']:not([href*='.']):not([href$='/new'])")
                        .first()
                        .getAttribute("href");
                visit.page.navigate(product.url(one));
                assertThat(visit.page.locator("main .tx-chart").count()).as(one).isPositive();
                assertThat(visit.page.evaluate(TEXTS_IN_DRAWINGS)).as(one).isEqualTo(List.of());
            }
        }
    }

    @Test
    void withColoursOfTheReadersOwnAMarkIsAnOutlineWithItsNumber() {
        try (Visit visit = new Visit(1440, 900)) {
            visit.page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
            for (String path : List.of("/desk", "/desk?view=wall", "/rings")) {
                // Without axe: it reads the colours of the sheet, not those that are drawn.
                visit.page.navigate(product.url(path));
                Object filled = visit.page.evaluate("(() => { const ground = document.createElement('p');"
                        + " ground.style.color = 'Canvas'; document.body.append(ground);"
                        + " const canvas = getComputedStyle(ground).color; ground.remove();"
                        + " return [...document.querySelectorAll('.tx-mark-ground, .tx-tile, .tx-ring-connected')]"
                        + ".filter(shape => getComputedStyle(shape).fill !== canvas).length; })()");
                assertThat(filled).as(path).isEqualTo(0);
            }
        }
    }

    @Test
    void theDeskIsLiveAndItsFiguresOpenTheirReasons() {
        try (Visit visit = new Visit(1440, 900)) {
            visit.open("/desk");
            visit.page.locator("h1 a.tx-figure").first().click();
            visit.page.waitForURL("**/areas?level=*");
            visit.check("areas by level");
            visit.open("/warnings");
            visit.page.locator("table a[href^='/warnings/']").first().click();
            visit.page.waitForURL("**/warnings/*");
            assertThat(visit.page.locator("ol.tx-steps > li").count()).isEqualTo(8);
            visit.check("a warning");
            visit.open("/scenarios");
            visit.page.locator("table a[href^='/scenarios/']").first().click();
            visit.page.waitForURL("**/scenarios/*");
            visit.check("a scenario");
            visit.open("/incidents/rating");
            visit.page.locator("table a[href^='/incidents/']").first().click();
            visit.page.waitForURL("**/incidents/*");
            visit.check("an incident");
        }
    }

    @Test
    void theSlashKeyGoesToTheSearchFieldAndComposingSendsNothing() {
        try (Visit visit = new Visit(1440, 900)) {
            visit.open("/desk");
            visit.page.keyboard().press("/");
            visit.page.keyboard().type("gaohang");
            assertThat(visit.page.inputValue("#find")).isEqualTo("gaohang");
            Object sent =
                    visit.page.evaluate("document.getElementById('find').dispatchEvent(new KeyboardEvent('keydown',"
                            + " { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))");
            assertThat(sent).isEqualTo(false);
            visit.page.keyboard().press("Enter");
            visit.page.waitForURL("**/search?q=gaohang");
            assertThat(visit.page.locator("main").innerText()).contains("高行镇");
            visit.check("what was found");

            visit.page.uncheck("[data-tx-key] input");
            visit.open("/desk");
            visit.page.keyboard().press("/");
            assertThat(visit.page.evaluate("document.activeElement.id")).isNotEqualTo("find");
            visit.open("/search");
            visit.page.check("[data-tx-key] input");
            visit.page.keyboard().press("Tab");
            visit.open("/desk");
            visit.page.keyboard().press("/");
            assertThat(visit.page.evaluate("document.activeElement.id")).isEqualTo("find");
        }
    }

    @Test
    void aListIsShownBeforeItIsTaken() {
        byte[] list = "编号,姓名,居民区代码\nE1,李娜,310115105999\n".getBytes(StandardCharsets.UTF_8);
        for (int[] size : new int[][] {{1440, 900}, {390, 844}}) {
            try (Visit visit = new Visit(size[0], size[1])) {
                visit.enterAs("chenli");
                for (String language : List.of("zh-CN", "en")) {
                    visit.open("/imports?lang=" + language);
                    visit.page.locator("#people-file").setInputFiles(new FilePayload("people.csv", "text/csv", list));
                    visit.page
                            .locator("form:has(#people-file) button.tx-btn-primary")
                            .click();
                    visit.page.locator("#bad-h").waitFor();
                    visit.check("the preview of a list");
                    assertThat(visit.page.locator("main").innerText()).contains("B-024");
                    visit.page.locator("form[action$='/cancellation'] button").click();
                    visit.page.waitForLoadState();
                    visit.check("a list that was cancelled");
                }
            }
        }
    }

    @Test
    void anAccountOfAListIsOpenedAndItsSlipIsShownOnce() {
        for (int[] size : new int[][] {{1440, 900}, {390, 844}}) {
            String name = size[0] == 390 ? "王小敏" : "李小娜";
            byte[] list = ("姓名,角色,地方（代码或名称）,岗位名称,任职止\n" + name + ",街镇工作人员,310115105,北蔡镇夜班岗,2022-12-31\n")
                    .getBytes(StandardCharsets.UTF_8);
            try (Visit visit = new Visit(size[0], size[1])) {
                visit.enterAs("guanli");
                visit.open("/imports?lang=zh-CN");
                visit.page.locator("#accounts-file").setInputFiles(new FilePayload("accounts.csv", "text/csv", list));
                visit.page
                        .locator("form:has(#accounts-file) button.tx-btn-primary")
                        .click();
                visit.page.locator("form[action$='/application'] button").click();
                visit.page.locator("h1:has-text('已入库')").waitFor();
                for (String language : List.of("en", "zh-CN")) {
                    visit.open("/posts/proposals?lang=" + language);
                    visit.check("proposed accounts");
                    visit.open("/posts/unused?lang=" + language);
                    visit.check("accounts that nobody has used");
                }
                visit.open("/posts/proposals?place=310115105");
                visit.page.locator("input[name=id]").first().check();
                visit.page.locator("form:has(input[name=id]) button").click();
                visit.page.locator("#then-h").waitFor();
                visit.check("accounts to be opened");
                visit.page
                        .locator("form[action$='/opening'] button.tx-btn-primary")
                        .click();
                visit.page.waitForURL("**/posts/slips");
                visit.check("slips");
                assertThat(visit.page.locator(".tx-slip").innerText()).contains(name);
                visit.page.reload();
                visit.check("slips that were shown");
                assertThat(visit.page.locator(".tx-slip").count()).isZero();
            }
        }
    }

    @Test
    void aUnitSeesWhatIsAskedOfItAndNothingElse() {
        for (int[] size : new int[][] {{1440, 900}, {390, 844}}) {
            try (Visit visit = new Visit(size[0], size[1])) {
                visit.enterAs("gaoyuan");
                for (String language : List.of("zh-CN", "en")) {
                    visit.open("/unit-desk?lang=" + language);
                    visit.check("the desk of a unit");
                }
                visit.page.navigate(product.url("/desk"));
                assertThat(visit.page.locator("main").innerText()).contains("I-003");
            }
        }
    }

    @Test
    void aFormOfASuperiorIsCheckedAndComesOutFilled() {
        byte[] form = "街镇疫情日报,,\n街镇,当日通报涉及居住地,备注\n北蔡镇,,\n某某新区,,\n合计,,\n".getBytes(StandardCharsets.UTF_8);
        for (int[] size : new int[][] {{1440, 900}, {390, 844}}) {
            try (Visit visit = new Visit(size[0], size[1])) {
                visit.enterAs("chenli");
                for (String language : List.of("zh-CN", "en")) {
                    visit.open("/forms?lang=" + language);
                    visit.check("the forms of superiors");
                    visit.page.locator("#name").fill("日报");
                    visit.page.locator("#issuer").fill("市指挥部");
                    visit.page.locator("#file").setInputFiles(new FilePayload("form.csv", "text/csv", form));
                    visit.page.locator("form:has(#file) button.tx-btn-primary").click();
                    visit.page.locator("#preview-h").waitFor();
                    visit.check("a form and what goes where");
                    assertThat(visit.page.locator("#stranger-h").count()).isEqualTo(1);
                    visit.page
                            .locator("form[action$='/mapping'] button.tx-btn-primary")
                            .click();
                    visit.page.waitForURL("**/filled*");
                    visit.check("a form as it will be filled");
                    assertThat(visit.page.locator("main").innerText()).contains("某某新区");
                }
            }
        }
    }

    @Test
    void aCommunityReadsWhatItMayDecide() {
        try (Visit visit = new Visit(390, 844)) {
            visit.enterAs("lina");
            visit.page.navigate(product.url("/delegation"));
            visit.check("what a community may decide");
            assertThat(visit.page.locator("#may-h").innerText()).contains("您可以决定");
        }
    }

    @Test
    void aWorkerOnAPhoneSeesTheDaysTasksWithoutScript() {
        try (Visit visit = new Visit(390, 844)) {
            visit.enterAs("lina");
            visit.page.navigate(product.url("/tasks"));
            visit.check("the worker's home");
            assertThat(visit.page.locator("h1").innerText()).contains("李娜");
        }
        try (BrowserContext plain = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(390, 844).setJavaScriptEnabled(false))) {
            Page page = plain.newPage();
            page.navigate(product.url("/login"));
            page.locator("button[name=login][value=lina]").click();
            page.navigate(product.url("/tasks"));
            assertThat(page.locator("h1").innerText()).contains("李娜");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/residents/310115105/notice",
                "/residents/310115105",
                "/residents/measures",
                "/residents/donations"
            })
    void aNoticePrintsOnA4InLargeType(String path) {
        // A4 less its margins, at 96 pixels an inch.
        try (Visit visit = new Visit(688, 1000)) {
            visit.open(path);
            visit.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            Object smallest = visit.page.evaluate("""
                    () => {
                      let least = [1000, ''];
                      const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
                      while (walker.nextNode()) {
                        const at = walker.currentNode.parentElement;
                        if (!walker.currentNode.textContent.trim() || at.closest('svg') || !at.checkVisibility()) continue;
                        const size = parseFloat(getComputedStyle(at).fontSize);
                        if (size < least[0]) least = [size, walker.currentNode.textContent.trim()];
                      }
                      return least[0] + ' ' + least[1];
                    }""");
            assertThat(Double.parseDouble(smallest.toString().split(" ", 2)[0]))
                    .as("smallest type in pixels: " + smallest)
                    .isGreaterThanOrEqualTo(24);
            Object overflow =
                    visit.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(((Number) overflow).intValue())
                    .as("wider than A4: " + path)
                    .isLessThanOrEqualTo(0);
            byte[] pdf = visit.page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
            assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
                    .containsPattern("MediaBox \\[0 0 59[45][0-9.]* 84[12]");
        }
    }

    @Test
    void aWorkerWritesDownACallInLessThanAMinuteAndAnswersItInOneTap() {
        try (Visit visit = new Visit(390, 844)) {
            visit.enterAs("lina");
            visit.open("/callers");
            assertThat(visit.page
                            .locator("main form.tx-caller")
                            .locator("[name=contact][required]")
                            .count())
                    .isZero();
            assertThat(visit.page.locator(".tx-taps span").first().boundingBox().height)
                    .isGreaterThanOrEqualTo(56);
            assertThat(visit.page.locator("form.tx-caller button").boundingBox().height)
                    .isGreaterThanOrEqualTo(56);
            long start = System.nanoTime();
            visit.page.locator(".tx-taps label").nth(1).click();
            visit.page
                    .locator("#text")
                    .pressSequentially("降压药明天吃完，代配一盒", new Locator.PressSequentiallyOptions().setDelay(250));
            visit.page.locator("form.tx-caller button").click();
            visit.page.waitForSelector(".tx-notice");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
            assertThat(visit.page.locator(".tx-notice").innerText()).containsPattern("[0-9]{4}");
            visit.check("a call written down");
            visit.page.locator("button[value=BY_PHONE]").first().click();
            visit.page.waitForSelector(".tx-done-note");
            visit.check("a call answered");
        }
    }

    @Test
    void aVolunteerHasAPageOfTheirOwnWithoutAnAccountOrScript() {
        try (Visit visit = new Visit(390, 844)) {
            List<Integer> sizes = new ArrayList<>();
            visit.page.onResponse(response -> {
                if (response.url().contains("/duty/") && response.status() == 200) {
                    sizes.add(response.body().length);
                }
            });
            visit.open("/login");
            String own = visit.page.locator("a[href^='/duty/']").first().getAttribute("href");
            visit.open(own);
            visit.open(own + "?lang=en");
            assertThat(sizes).isNotEmpty().allMatch(size -> size < 60_000);
            visit.page.locator("form[action$='/certificates'] button").click();
            visit.page.waitForURL("**/certificates/F-*");
            visit.check("a certificate");
        }
        try (BrowserContext plain = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(390, 844).setJavaScriptEnabled(false))) {
            Page page = plain.newPage();
            page.navigate(product.url("/login"));
            page.locator("a[href^='/duty/']").first().click();
            assertThat(page.locator("h1").innerText()).isNotBlank();
        }
    }

    @Test
    void workersFieldPagesAreCleanOnTheDeskAndOnAPhone() {
        for (int[] size : new int[][] {{1440, 900}, {390, 844}}) {
            try (Visit visit = new Visit(size[0], size[1])) {
                visit.enterAs("wangmin");
                visit.open("/dispatch");
                String post = visit.page
                        .locator("a[href^='/dispatch/posts/']")
                        .first()
                        .getAttribute("href")
                        .replaceAll("\\?.*", "");
                visit.open(post + "/invitations");
                visit.page
                        .locator("form[action$='/invitations'] button")
                        .first()
                        .click();
                visit.page.waitForSelector("#text");
                visit.check("an invitation");
                assertThat(visit.page.locator("#text").inputValue())
                        .contains("/duty/")
                        .hasSizeLessThanOrEqualTo(200);
                visit.open(post + "/sheet");
                assertThat(visit.page.locator(".tx-code-big").innerText()).matches("\\d{3} \\d{3}");
            }
        }
        try (Visit visit = new Visit(390, 844)) {
            visit.enterAs("chenli");
            visit.open("/dispatch/calls?q=310115105");
            visit.page
                    .locator("main ul a[href^='/dispatch/calls?area=']")
                    .first()
                    .click();
            visit.page.waitForSelector("#what");
            visit.page.fill("#what", "送一批药");
            visit.check("the form of a call");
            visit.page
                    .locator("form[method=post][action='/dispatch/calls'] button")
                    .click();
            visit.page.waitForURL("**/dispatch/calls/*-*");
            visit.check("a call");
        }
    }

    @Test
    void theDutyOfficerPlansAWeek() {
        for (int[] size : new int[][] {{1440, 900}, {390, 844}}) {
            try (Visit visit = new Visit(size[0], size[1])) {
                visit.enterAs("chenli");
                visit.open("/dispatch/week");
                visit.page
                        .locator("form[action$='/dispatch/week/plans'] button")
                        .click();
                visit.page.waitForURL("**/dispatch/week?street=*");
                visit.check("the week that was planned");
                assertThat(visit.page
                                .locator("[aria-labelledby='plan-h'] tbody tr")
                                .count())
                        .isPositive();
                visit.open("/dispatch/week?lang=en");
            }
        }
    }

    @Test
    void theDutyOfficerTriesAChangeSeesItsEffectAndDecidesIt() {
        for (int[] size : new int[][] {{1440, 900}, {390, 844}}) {
            try (Visit visit = new Visit(size[0], size[1])) {
                visit.enterAs("chenli");
                // Tomorrow nobody has come yet: everybody may still be moved.
                visit.open("/dispatch");
                visit.page
                        .locator("a[href^='/dispatch?day=']:not([aria-current])")
                        .first()
                        .click();
                visit.page.waitForURL("**/dispatch?day=*");
                visit.page
                        .locator("#posts a[href^='/dispatch/posts/']")
                        .nth(size[0] / 100)
                        .click();
                visit.page.waitForURL("**/dispatch/posts/*");
                visit.check("a post of the shift");
                visit.page.locator("a[href*='/candidates/']").first().click();
                visit.page.waitForURL("**/candidates/*");
                visit.check("the effect of a change");
                visit.page.locator("main form button").first().click();
                visit.page.waitForURL("**/dispatch/posts/*");
                visit.check("a post with a choice");
                assertThat(visit.page.locator("#choices-h").count()).isEqualTo(1);
                visit.page
                        .locator("form[action$='/choices/end'] button")
                        .first()
                        .click();
                visit.page.waitForLoadState();
                assertThat(visit.page.locator("#choices-h").count()).isZero();
            }
        }
    }

    @Test
    void theSignatorySeesTheSignatureAndOthersDoNot() {
        try (Visit visit = new Visit(1440, 900)) {
            visit.enterAs("zhoumin");
            visit.open("/measures");
            assertThat(visit.page.locator("form select#competence").count()).isEqualTo(1);
        }
        try (Visit visit = new Visit(1440, 900)) {
            visit.enterAs("chenli");
            visit.open("/measures");
            assertThat(visit.page.locator("form select#competence").count()).isZero();
        }
    }

    @Test
    void theResidentsPageIsSmallAndNeedsNoAccount() {
        try (Visit visit = new Visit(390, 844)) {
            List<Integer> sizes = new ArrayList<>();
            visit.page.onResponse(response -> {
                if (!response.url().startsWith("data:")) {
                    sizes.add(response.body().length);
                }
            });
            visit.open("/residents/310115105");
            assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isLessThan(100_000);
        }
    }
}
