package org.tongxin.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * What axe finds wrong on a page, all its rules on. axe runs in the page and only what is wrong comes back: to send every
 * element that is right, too, takes most of the time of a check.
 */
final class Accessibility {

    private static final String CHECK = """
            %s
            axe.run(document, {resultTypes: ['violations']}).then(results => results.violations.map(rule => ({
                rule: rule.id,
                help: rule.help,
                where: rule.nodes.slice(0, 3).map(node => node.html).join(' ')
            })))""".formatted(AxeBuilder.getAxeScript());

    private Accessibility() {}

    /** One line per rule that is broken, with up to three places. */
    static List<String> violations(Page page) {
        List<?> broken = (List<?>) page.evaluate(CHECK);
        return broken.stream().map(Accessibility::describe).toList();
    }

    private static String describe(Object rule) {
        Map<?, ?> found = (Map<?, ?>) rule;
        return found.get("rule") + ": " + found.get("help") + " " + found.get("where");
    }
}
