package org.tongxin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page at 1440 and 390 pixels, enlarged, in colours of the reader's own, and on paper. */
@ExtendWith(OnStage.class)
class PagesIT {

    /** What is written in the drawings of a page with less than 11 pixels, with the size as it is shown. */
    private static final String TEXTS_IN_DRAWINGS = "[...document.querySelectorAll('main svg text')]"
            + ".filter(text => text.textContent.trim() && text.getBoundingClientRect().width > 0)"
            + ".map(text => { const to = text.getScreenCTM(); return [text.textContent,"
            + " parseFloat(getComputedStyle(text).fontSize) * Math.min(Math.hypot(to.a, to.b), Math.hypot(to.c, to.d))]; })"
            + ".filter(([words, size]) => size < 11).map(([words, size]) => words + ' ' + size)";

    private final Stage stage;

    PagesIT(Stage stage) {
        this.stage = stage;
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
            try (Visit visit = stage.visit(size[0], size[1])) {
                visit.open(path);
            }
        }
    }

    /** Contrast and marks again, for who has set the device to dark. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk",
                "/areas/310115105",
                "/signals",
                "/warnings",
                "/scenarios",
                "/plans",
                "/measures",
                "/tasks",
                "/dispatch",
                "/supplies/plan",
                "/rings",
                "/review",
                "/data-protection",
                "/login",
                "/residents",
                "/residents/310115105"
            })
    void pagesAreCleanInTheDark(String path) {
        for (int[] size : new int[][] {{1440, 900}, {390, 844}}) {
            try (Visit visit = stage.visit(size[0], size[1])) {
                visit.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                visit.open(path);
                Object ground = visit.page.evaluate("getComputedStyle(document.body).backgroundColor");
                assertThat(lightness(String.valueOf(ground)))
                        .as("ground of " + path)
                        .isLessThan(80);
            }
        }
    }

    /** Of rgb(r, g, b): the lightest of the three. */
    private static int lightness(String colour) {
        return Pattern.compile("\\d+")
                .matcher(colour)
                .results()
                .limit(3)
                .mapToInt(part -> Integer.parseInt(part.group()))
                .max()
                .orElseThrow();
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
        try (Visit visit = stage.visit(320, 256)) {
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
        try (Visit visit = stage.visit(390, 844)) {
            visit.page.navigate(stage.url(path));
            assertThat(visit.page.evaluate(TEXTS_IN_DRAWINGS)).as(path).isEqualTo(List.of());
        }
    }

    @Test
    void textInTheDrawingsOfASignalAndOfAScenarioIsReadableOnAPhone() {
        try (Visit visit = stage.visit(390, 844)) {
            for (String list : List.of("/signals", "/scenarios")) {
                visit.page.navigate(stage.url(list));
                String one = visit.page
                        .locator("main a[href*='" + list + "/']:not([href*='.']):not([href$='/new'])")
                        .first()
                        .getAttribute("href");
                visit.page.navigate(stage.url(one));
                assertThat(visit.page.locator("main .tx-chart").count()).as(one).isPositive();
                assertThat(visit.page.evaluate(TEXTS_IN_DRAWINGS)).as(one).isEqualTo(List.of());
            }
        }
    }

    @Test
    void withColoursOfTheReadersOwnAMarkIsAnOutlineWithItsNumber() {
        try (Visit visit = stage.visit(1440, 900)) {
            visit.page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
            for (String path : List.of("/desk", "/desk?view=wall", "/rings")) {
                // Without axe: it reads the colours of the sheet, not those that are drawn.
                visit.page.navigate(stage.url(path));
                Object filled = visit.page.evaluate("(() => { const ground = document.createElement('p');"
                        + " ground.style.color = 'Canvas'; document.body.append(ground);"
                        + " const canvas = getComputedStyle(ground).color; ground.remove();"
                        + " return [...document.querySelectorAll('.tx-mark-ground, .tx-tile, .tx-ring-connected')]"
                        + ".filter(shape => getComputedStyle(shape).fill !== canvas).length; })()");
                assertThat(filled).as(path).isEqualTo(0);
            }
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
        try (Visit visit = stage.visit(688, 1000)) {
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
}
