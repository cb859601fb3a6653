package org.tongxin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What workers, volunteers and residents do on a phone. */
@ExtendWith(OnStage.class)
class PhoneIT {

    private final Stage stage;

    PhoneIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void aCommunityReadsWhatItMayDecide() {
        try (Visit visit = stage.visit(390, 844)) {
            visit.enterAs("lina");
            visit.page.navigate(stage.url("/delegation"));
            visit.check("what a community may decide");
            assertThat(visit.page.locator("#may-h").innerText()).contains("您可以决定");
        }
    }

    @Test
    void aWorkerOnAPhoneSeesTheDaysTasksWithoutScript() {
        try (Visit visit = stage.visit(390, 844)) {
            visit.enterAs("lina");
            visit.page.navigate(stage.url("/tasks"));
            visit.check("the worker's home");
            assertThat(visit.page.locator("h1").innerText()).contains("李娜");
        }
        try (BrowserContext plain = stage.context(
                new Browser.NewContextOptions().setViewportSize(390, 844).setJavaScriptEnabled(false))) {
            Page page = plain.newPage();
            page.navigate(stage.url("/login"));
            page.locator("button[name=login][value=lina]").click();
            page.navigate(stage.url("/tasks"));
            assertThat(page.locator("h1").innerText()).contains("李娜");
        }
    }

    @Test
    void aWorkerWritesDownACallInLessThanAMinuteAndAnswersItInOneTap() {
        try (Visit visit = stage.visit(390, 844)) {
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
        try (Visit visit = stage.visit(390, 844)) {
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
        try (BrowserContext plain = stage.context(
                new Browser.NewContextOptions().setViewportSize(390, 844).setJavaScriptEnabled(false))) {
            Page page = plain.newPage();
            page.navigate(stage.url("/login"));
            page.locator("a[href^='/duty/']").first().click();
            assertThat(page.locator("h1").innerText()).isNotBlank();
        }
    }

    @Test
    void workersFieldPagesAreCleanOnTheDeskAndOnAPhone() {
        for (int[] size : new int[][] {{1440, 900}, {390, 844}}) {
            try (Visit visit = stage.visit(size[0], size[1])) {
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
        try (Visit visit = stage.visit(390, 844)) {
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
    void theResidentsPageIsSmallAndNeedsNoAccount() {
        try (Visit visit = stage.visit(390, 844)) {
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
