package org.tongxin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** A page, what its console said, and what it broke. */
final class Visit implements AutoCloseable {

    final Page page;
    private final Stage stage;
    private final BrowserContext context;
    private final List<String> console = new ArrayList<>();

    Visit(Stage stage, BrowserContext context) {
        this.stage = stage;
        this.context = context;
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
        assertThat(page.navigate(stage.url(path)).status()).as(path).isEqualTo(200);
        check(path);
    }

    /** No violation of the rules of axe, nothing in the console, no sideways scroll. */
    void check(String what) {
        assertThat(Accessibility.violations(page)).as("axe on " + what).isEmpty();
        assertThat(console).as("console of " + what).isEmpty();
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) overflow).intValue())
                .as("sideways scroll of " + what)
                .isLessThanOrEqualTo(0);
    }

    void enterAs(String login) {
        page.navigate(stage.url("/login"));
        page.locator("button[name=login][value=" + login + "]").click();
        page.waitForLoadState();
    }

    @Override
    public void close() {
        context.close();
    }
}
