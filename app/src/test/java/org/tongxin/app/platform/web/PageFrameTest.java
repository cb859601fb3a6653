package org.tongxin.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockServletContext;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.Refusal;

/** Draws one page with every fragment, in every kind and both languages, without the rest of the house. */
class PageFrameTest {

    private static final AnnotationConfigWebApplicationContext CONTEXT = new AnnotationConfigWebApplicationContext();

    @BeforeAll
    static void start() {
        new ConfigDataApplicationContextInitializer().initialize(CONTEXT);
        CONTEXT.setServletContext(new MockServletContext());
        CONTEXT.register(House.class);
        CONTEXT.refresh();
    }

    @AfterAll
    static void stop() {
        CONTEXT.close();
    }

    @ParameterizedTest
    @CsvSource({"desk,zh-CN", "desk,en", "phone,zh-CN", "phone,en", "public,zh-CN", "public,en", "wall,zh-CN", "wall,en"
    })
    void everyKindIsDrawnInBothLanguagesWithoutInlineStyles(String kind, String language) throws Exception {
        String page = page("/sample?shown=" + kind, language);

        assertThat(page).contains("<html lang=\"" + language + "\"").contains("class=\"tx-" + kind);
        assertThat(page)
                .doesNotContain("style=")
                .doesNotContain("??")
                .doesNotContain("th:")
                .doesNotContain("<main></main>");
        assertThat(page).contains("id=\"tx-hatch\"").contains("class=\"tx-skip\"");
        String banner = language.equals("en")
                ? "This page is a teaching exercise"
                : "本页为教学推演：数据为当时公开通报，决策、人员、物资为虚构，适用现行法；不代表、不评价当时任何机构或个人的决定。";
        assertThat(page).contains(banner);
    }

    @Test
    void theLanguageLinkKeepsTheFilters() throws Exception {
        assertThat(page("/sample?shown=desk&street=310115110", "zh-CN"))
                .contains("href=\"?shown=desk&amp;street=310115110&amp;lang=en\"");
    }

    @Test
    void theReaderIsAnsweredInChineseWhereTheirLanguageIsNotSpoken() throws Exception {
        assertThat(page("/sample?shown=desk", "fr")).contains("<html lang=\"zh-CN\"");
    }

    @Test
    void residentsLoadNoLiveScripts() throws Exception {
        assertThat(page("/sample?shown=public", "zh-CN"))
                .doesNotContain("htmx.min.js")
                .doesNotContain("openstreetmap");
        assertThat(page("/sample?shown=desk", "zh-CN"))
                .contains("/webjars/htmx.org/dist/htmx.min.js")
                .contains("openstreetmap");
    }

    @Test
    void theScriptsOfThePageAreServed() throws Exception {
        for (String file : List.of(
                "/webjars/htmx.org/dist/htmx.min.js",
                "/webjars/htmx-ext-sse/sse.js",
                "/assets/tongxin.css",
                "/assets/tongxin.js",
                "/assets/icons.svg")) {
            int status = MockMvcBuilders.webAppContextSetup(CONTEXT)
                    .build()
                    .perform(MockMvcRequestBuilders.get(file))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            assertThat(status).as(file).isEqualTo(200);
        }
    }

    @Test
    void anErrorPageNamesNoException() throws Exception {
        assertThat(page("/broken?status=404", "zh-CN")).contains("没有这一页").contains("编号 404");
        assertThat(page("/broken?status=502", "en")).contains("Something went wrong on our side");
    }

    private static String page(String path, String language) throws Exception {
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(CONTEXT).build();
        return mvc.perform(MockMvcRequestBuilders.get(path)
                        .param("lang", language)
                        .locale(Locale.forLanguageTag(language)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(PlatformSettings.class)
    @ImportAutoConfiguration({
        WebMvcAutoConfiguration.class,
        ThymeleafAutoConfiguration.class,
        MessageSourceAutoConfiguration.class
    })
    @Import({
        Site.class,
        Languages.class,
        Sentences.class,
        RefusalMessages.class,
        Words.class,
        Times.class,
        Drawings.class,
        IconSprite.class,
        DistrictClock.class,
        Samples.class
    })
    static class House {}

    /** As the actor of the identity module, which this module does not know. */
    public record Someone(UUID account, String name, Part role) {}

    public enum Part {
        DUTY_OFFICER
    }

    public record Mistake(String field, String message) {}

    @Controller
    static class Samples {

        @GetMapping("/sample")
        String sample(@RequestParam("shown") String shown, Model model) {
            Map<String, String> steps = new LinkedHashMap<>();
            steps.put("预警", "/warnings");
            steps.put("北蔡镇", "");
            model.addAttribute("shown", shown)
                    .addAttribute("heading", "还差1项就能签发")
                    .addAttribute("districtName", "浦东新区")
                    .addAttribute("actor", new Someone(new UUID(0, 1), "陈立", Part.DUTY_OFFICER))
                    .addAttribute("steps", steps)
                    .addAttribute("levels", List.of("RED", "ORANGE", "YELLOW", "BLUE", "NONE", "INSUFFICIENT"))
                    .addAttribute("days", Arrays.asList(3, null, 0, 12))
                    .addAttribute("reasons", List.of(Reason.of("unknown", "RED")))
                    .addAttribute("errors", List.of(new Mistake("name", "wrong")))
                    .addAttribute("refusal", Refusal.of("P-007", "8080"));
            return "sample";
        }

        @GetMapping("/broken")
        String broken(@RequestParam("status") int status, Model model) {
            model.addAttribute("status", status);
            return "error";
        }
    }
}
