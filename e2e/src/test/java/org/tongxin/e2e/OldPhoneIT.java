package org.tongxin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A community worker's day on a small phone of 2016: its browser's name, no script, 360 pixels, a slow network. Every page with
 * all that belongs to it stays below 100 kilobytes, fetched anew each time.
 */
@ExtendWith(OnStage.class)
class OldPhoneIT {

    private static final String BROWSER = "Mozilla/5.0 (Linux; Android 6.0; HUAWEI TIT-AL00) AppleWebKit/537.36"
            + " (KHTML, like Gecko) Version/4.0 Chrome/44.0.2403.130 Mobile Safari/537.36";
    private static final int MOST_BYTES = 100_000;
    private static final int BYTES_PER_SECOND = 50_000;

    private final Stage stage;
    private long bytes;

    OldPhoneIT(Stage stage) {
        this.stage = stage;
    }

    /** The duty officer's order to the street of the worker and on to its communities. */
    @BeforeEach
    void anOrderComesDown() {
        try (Visit visit = stage.visit(1440, 900)) {
            visit.enterAs("chenli");
            visit.open("/tasks/orders/new");
            visit.page.locator("#title").fill("夜间巡查记录");
            visit.page.locator("#basis").fill("区指挥部第12号通知");
            visit.page.locator("#issuer").fill("区指挥部办公室");
            visit.page.locator("#due").fill("2022-03-30T18:00");
            visit.page.locator("#fields").fill("巡查次数（次） | Rounds\n发现问题（件） | Faults found");
            visit.page.locator("input[name=scope][value=SOME]").check();
            visit.page.locator("main form details summary").first().click();
            visit.page.locator("input[name=streets][value='310115105']").check();
            visit.page.locator("input[name=onward]").check();
            visit.page.locator("main form.tx-form button.tx-btn-primary").click();
            visit.page.locator("dl.tx-facts").waitFor();
            visit.check("an order before it is given");
            visit.page.locator("main form button.tx-btn-primary").click();
            visit.page.waitForURL("**/tasks/orders/*");
            visit.check("an order");
        }
    }

    @Test
    void aTaskIsAcknowledgedAnsweredAndFoundAgain() {
        try (BrowserContext phone = stage.context(new Browser.NewContextOptions()
                .setViewportSize(360, 640)
                .setUserAgent(BROWSER)
                .setJavaScriptEnabled(false))) {
            Page page = phone.newPage();
            slowDown(phone.newCDPSession(page));
            page.navigate(stage.url("/login"));
            page.locator("button[name=login][value=lina]").click();
            open(page, "/tasks");
            String task = page.locator(".tx-card-first h2 a").getAttribute("href");
            String title = page.locator(".tx-card-first h2").innerText();
            open(page, task);
            acknowledge(page);
            answer(page, "十二");
            assertThat(page.locator("main").innerText()).as("what is wrong").contains("十二", "T-");
            assertThat(field(page).inputValue()).as("what was typed").isEqualTo("十二");
            answer(page, "12");
            open(page, "/tasks");
            assertThat(page.locator("section[aria-labelledby=answered-h]").innerText())
                    .contains(title);
            open(page, task);
            assertThat(page.locator("main").innerText()).contains("12");
        }
    }

    private void slowDown(CDPSession network) {
        network.send("Network.enable");
        JsonObject noCache = new JsonObject();
        noCache.addProperty("cacheDisabled", true);
        network.send("Network.setCacheDisabled", noCache);
        JsonObject slow = new JsonObject();
        slow.addProperty("offline", false);
        slow.addProperty("latency", 300);
        slow.addProperty("downloadThroughput", BYTES_PER_SECOND);
        slow.addProperty("uploadThroughput", BYTES_PER_SECOND / 2);
        network.send("Network.emulateNetworkConditions", slow);
        network.on(
                "Network.loadingFinished",
                event -> bytes += event.get("encodedDataLength").getAsLong());
    }

    private void open(Page page, String path) {
        bytes = 0;
        assertThat(page.navigate(stage.url(path)).status()).as(path).isEqualTo(200);
        assertThat(bytes).as("bytes of %s with all that belongs to it", path).isBetween(1L, (long) MOST_BYTES);
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) overflow).intValue())
                .as("sideways scroll of " + path)
                .isLessThanOrEqualTo(0);
    }

    private static void acknowledge(Page page) {
        Locator button = page.locator("form[action$='/acknowledgement'] button");
        if (button.count() > 0) {
            button.click();
            page.waitForLoadState();
        }
        assertThat(page.locator("form[action$='/acknowledgement']").count()).isZero();
    }

    private static Locator field(Page page) {
        return page.locator("form#report input[name^=figure-]:visible").first();
    }

    private static void answer(Page page, String figure) {
        for (Locator each :
                page.locator("form#report input[name^=figure-]:visible").all()) {
            each.fill("3");
        }
        field(page).fill(figure);
        page.locator("form#report button.tx-btn-primary").click();
        page.waitForLoadState();
    }
}
