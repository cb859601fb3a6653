package org.tongxin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is done at the desk, with the mouse and the keyboard. */
@ExtendWith(OnStage.class)
class DeskIT {

    private final Stage stage;

    DeskIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void theDeskIsLiveAndItsFiguresOpenTheirReasons() {
        try (Visit visit = stage.visit(1440, 900)) {
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
        try (Visit visit = stage.visit(1440, 900)) {
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
            try (Visit visit = stage.visit(size[0], size[1])) {
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
            try (Visit visit = stage.visit(size[0], size[1])) {
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
            try (Visit visit = stage.visit(size[0], size[1])) {
                visit.enterAs("gaoyuan");
                for (String language : List.of("zh-CN", "en")) {
                    visit.open("/unit-desk?lang=" + language);
                    visit.check("the desk of a unit");
                }
                visit.page.navigate(stage.url("/desk"));
                assertThat(visit.page.locator("main").innerText()).contains("I-003");
            }
        }
    }

    @Test
    void aFormOfASuperiorIsCheckedAndComesOutFilled() {
        byte[] form = "街镇疫情日报,,\n街镇,当日通报涉及居住地,备注\n北蔡镇,,\n某某新区,,\n合计,,\n".getBytes(StandardCharsets.UTF_8);
        for (int[] size : new int[][] {{1440, 900}, {390, 844}}) {
            try (Visit visit = stage.visit(size[0], size[1])) {
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
    void theDutyOfficerPlansAWeek() {
        for (int[] size : new int[][] {{1440, 900}, {390, 844}}) {
            try (Visit visit = stage.visit(size[0], size[1])) {
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
            try (Visit visit = stage.visit(size[0], size[1])) {
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
        try (Visit visit = stage.visit(1440, 900)) {
            visit.enterAs("zhoumin");
            visit.open("/measures");
            assertThat(visit.page.locator("form select#competence").count()).isEqualTo(1);
        }
        try (Visit visit = stage.visit(1440, 900)) {
            visit.enterAs("chenli");
            visit.open("/measures");
            assertThat(visit.page.locator("form select#competence").count()).isZero();
        }
    }
}
