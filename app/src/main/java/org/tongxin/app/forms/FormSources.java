package org.tongxin.app.forms;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.sheet.ListWords;

/** Where each number of a filled form comes from, and what stays empty, as rows in the reader's language. Thread-safe. */
@Component
public class FormSources {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final ListWords words;
    private final MessageSource messages;
    private final DistrictClock clock;

    FormSources(ListWords words, MessageSource messages, DistrictClock clock) {
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    /** Cell, place, figure, value, unit, definition, as-of time, source. */
    public List<String> head() {
        return List.of("cell", "place", "figure", "value", "unit", "definition", "asOf", "source").stream()
                .map(column -> words.word("forms.source." + column))
                .toList();
    }

    /** Figures, then sums, then what stays empty, with why; last the form itself. */
    public List<List<@Nullable Object>> rows(FormTemplate form, Filled filled) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        filled.puts()
                .forEach(put -> rows.add(Arrays.asList(
                        put.at().toString(),
                        words.either(put.place().name(), put.place().nameEn()),
                        words.either(put.figure().label(), put.figure().labelEn()),
                        put.held().value(),
                        put.figure().unit(),
                        words.either(put.figure().definition(), put.figure().definitionEn()),
                        put.held().asOf() == null
                                ? ""
                                : TIME.format(clock.local(put.held().asOf())),
                        put.held().source())));
        filled.sums()
                .forEach(sum -> rows.add(Arrays.asList(
                        sum.at().toString(),
                        words.word("forms.sum"),
                        words.either(sum.figure().label(), sum.figure().labelEn()),
                        sum.known() == 0 ? null : sum.value(),
                        sum.figure().unit(),
                        why(sum),
                        "",
                        "")));
        filled.lefts()
                .forEach(left -> rows.add(Arrays.asList(
                        left.at().toString(),
                        left.place(),
                        words.either(left.figure().label(), left.figure().labelEn()),
                        null,
                        left.figure().unit(),
                        why(left),
                        "",
                        "")));
        filled.strangers()
                .forEach(line ->
                        rows.add(Arrays.asList(line.at().toString(), line.text(), "", null, "", why(line), "", "")));
        if (filled.isEmpty()) {
            rows.add(Arrays.asList("", "", "", null, "", text("forms.nobody", filled.day()), "", ""));
        }
        rows.add(Arrays.asList(
                "",
                form.number(),
                form.name(),
                null,
                "",
                text("forms.source.mapping", form.version(), String.valueOf(form.confirmedBy())),
                filled.day().toString(),
                form.issuer()));
        return rows;
    }

    /** What a sum adds up. */
    public String why(Filled.Sum sum) {
        return text(sum.formula() ? "forms.sum.formula" : "forms.sum.of", sum.known(), sum.lines());
    }

    /** Why a cell stays empty. */
    public String why(Filled.Left left) {
        return left.answered() == 0 ? text("forms.left.none") : text("forms.left.part", left.answered(), left.asked());
    }

    /** Why a line stays empty, and what to do. */
    public String why(Filled.Stranger line) {
        return text("forms.why." + line.why());
    }

    private String text(String key, Object... values) {
        Object[] texts = Arrays.stream(values).map(String::valueOf).toArray();
        return messages.getMessage(key, texts, LocaleContextHolder.getLocale());
    }
}
