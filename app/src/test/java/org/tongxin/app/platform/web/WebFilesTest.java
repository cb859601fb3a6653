package org.tongxin.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebFilesTest {

    @Test
    void bothLanguagesHaveTheSameMessages() throws IOException {
        Properties english = bundle("web.properties");
        Properties chinese = bundle("web_zh_CN.properties");

        assertThat(chinese.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        assertThat(chinese.values()).noneMatch(text -> text.toString().isBlank());
        assertThat(english.values()).noneMatch(text -> text.toString().contains("'"));
    }

    @ParameterizedTest
    @CsvSource({"tongxin.css, 45000, 12000", "paper.css, 4000, 1500"})
    void styleSheetsAreSmallAndCallNothingFromElsewhere(String name, int characters, int zipped) throws IOException {
        String sheet = text("/static/assets/" + name);

        assertThat(sheet).doesNotContain("@import").doesNotContain("url(http").doesNotContain("url(//");
        assertThat(sheet.length()).isLessThan(characters);
        assertThat(zipped(sheet)).isLessThan(zipped);
    }

    /** Else the link that skips the frame moves the view but not the focus. */
    @Test
    void everyPageCanTakeTheFocusInItsMainPart() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path template :
                    templates.filter(file -> file.toString().endsWith(".html")).toList()) {
                String page = Files.readString(template);
                assertThat(page.contains("<main id=\"main\"")
                                && !page.matches("(?s).*<main id=\"main\"[^>]*tabindex=\"-1\".*"))
                        .as("%s", template)
                        .isFalse();
            }
        }
    }

    @Test
    void theSpriteHoldsEveryIconAndInheritsTheColourOfItsWord() {
        String sprite = String.valueOf(new IconSprite().sprite(null).getBody());

        assertThat(IconSprite.NAMES).allSatisfy(name -> assertThat(sprite).contains("<symbol id=\"" + name + "\""));
        assertThat(sprite).contains("stroke=\"currentColor\"").doesNotContain("stroke-width");
    }

    @Test
    void onlyAnAddressWithTheVersionIsKeptForGood() {
        IconSprite icons = new IconSprite();
        String version = icons.link("clock").replaceAll(".*v=(\\w+)#clock", "$1");

        assertThat(icons.sprite(version).getHeaders().getCacheControl()).contains("immutable");
        assertThat(icons.sprite(null).getHeaders().getCacheControl()).isEqualTo("no-cache");
    }

    @Test
    void aMissingIconIsNamed() {
        assertThatThrownBy(() -> new IconSprite(List.of("clock", "no-such-icon")))
                .hasMessageContaining("no-such-icon");
    }

    private static Properties bundle(String name) throws IOException {
        Properties bundle = new Properties();
        try (InputStream file = WebFilesTest.class.getResourceAsStream("/messages/" + name)) {
            bundle.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return bundle;
    }

    private static String text(String path) throws IOException {
        try (InputStream file = WebFilesTest.class.getResourceAsStream(path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
