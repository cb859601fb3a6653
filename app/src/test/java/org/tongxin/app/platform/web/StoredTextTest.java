package org.tongxin.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
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

    private static final Pattern BASIS = Pattern.compile("\"basisText\": \"([^\"]+)\"");

    /** {@code '突发公共卫生事件应对法 第14、39条'} in a migration, {@code "《突发公共卫生事件应对法》第45条"} in a constant. */
    private static final Pattern CITED = Pattern.compile("['\"]([^'\"\n]*\\p{IsHan}[^'\"\n]*法》? ?第[^'\"\n]*条)['\"]");

    @Test
    void everyBasisThatTheProductWritesHasItsEnglishWithTheArticles() throws IOException {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        Set<String> bases = new TreeSet<>(found(Path.of("src/main/resources/plans"), BASIS));
        bases.addAll(found(Path.of("src/main/resources/db/migration"), CITED));
        bases.addAll(found(Path.of("src/main/java"), CITED));

        assertThat(bases).hasSizeGreaterThan(45).allSatisfy(basis -> {
            assertThat(stored.of(basis)).as(basis).matches("[\\p{IsLatin}0-9 ()',.;-]+");
            assertThat(digits(stored.of(basis))).as(basis).isEqualTo(digits(basis));
        });
        assertThat(stored.of("传染病防治法 第63、67条；突发公共卫生事件应对法 第14条"))
                .isEqualTo("Law of the PRC on Prevention and Treatment of Infectious Diseases, arts. 63, 67;"
                        + " Public Health Emergency Response Law of the PRC, art. 14");
        assertThat(stored.of("法定、居民自治（公卫法46条）"))
                .isEqualTo(
                        "By law, residents' self-government (Public Health Emergency Response Law of the PRC, art. 46)");
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]+", " ").strip();
    }

    private static Set<String> found(Path folder, Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Set<String> found = new TreeSet<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(each -> found.add(each.group(1)));
            }
            return found;
        }
    }

    @Test
    void aBasisWithAWordThatIsNotKnownStaysAsItWasTyped() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        for (String typed : List.of("本区防控方案第3条", "突发事件应对法第39条及本区方案", "法定、上级要求", "（公卫法8条）", "法定（公卫法8条")) {
            assertThat(stored.of(typed)).isEqualTo(typed);
            assertThat(stored.lang(typed)).isEqualTo("zh-CN");
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
