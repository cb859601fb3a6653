package org.tongxin.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class StoredTextTest {

    private static final Pattern POST = Pattern.compile("\"post\": \"([^\"]+)\"");

    private final StoredText stored = new StoredText();

    @AfterEach
    void backToTheMachine() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void everyPostOfThePlaybooksHasItsEnglish() throws IOException {
        LocaleContextHolder.setLocale(Locale.ENGLISH);

        assertThat(posts())
                .hasSizeGreaterThan(30)
                .allSatisfy(post -> assertThat(stored.of(post)).as(post).matches("[\\p{IsLatin} ()-]+"));
    }

    private static List<String> posts() throws IOException {
        try (Stream<Path> books = Files.list(Path.of("src/main/resources/plans"))) {
            StringBuilder text = new StringBuilder();
            for (Path book : books.toList()) {
                text.append(Files.readString(book));
            }
            Matcher matcher = POST.matcher(text);
            return matcher.results().map(found -> found.group(1)).distinct().toList();
        }
    }

    @Test
    void whatAPersonTypedIsMarkedAsChineseOnAPageInEnglishOnly() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(stored.of("请带手套")).isEqualTo("请带手套");
        assertThat(stored.lang("请带手套")).isEqualTo("zh-CN");
        assertThat(stored.lang("区指挥部")).isNull();
        assertThat(stored.lang("20 masks")).isNull();
        assertThat(stored.lang(null)).isNull();

        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        assertThat(stored.of("区指挥部")).isEqualTo("区指挥部");
        assertThat(stored.lang("请带手套")).isNull();
    }
}
