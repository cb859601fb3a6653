package org.tongxin.app.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.forms.figures.Figure;
import org.tongxin.app.forms.figures.FigureSource;
import org.tongxin.app.forms.figures.Held;
import org.tongxin.app.platform.Json;

/**
 * What is held of a place beside its own answers: the sum of those below it, once all that were asked have answered, and the figures
 * of the other modules, such as stock, shifts and the register. A part is never given for the whole. Thread-safe.
 */
@Component
class FiguresAround {

    private static final String ANSWERS = "tasks";

    /** Asked for when it is needed: some sources stand on modules that stand on this one. */
    private final ObjectProvider<FigureSource> sources;

    private final JdbcClient jdbc;
    private final Json json;

    FiguresAround(ObjectProvider<FigureSource> sources, JdbcClient jdbc, Json json) {
        this.sources = sources;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** By key of the field. */
    Map<String, KnownFigures.Known> of(String place, List<TaskField> fields, LocalDate day) {
        Map<String, KnownFigures.Known> known = new LinkedHashMap<>();
        if (fields.isEmpty()) {
            return known;
        }
        Map<Boolean, List<FigureSource>> parts = sources.stream()
                .collect(Collectors.partitioningBy(source -> source.module().equals(ANSWERS)));
        for (FigureSource answers : Objects.requireNonNull(parts.get(true))) {
            fields.forEach(field -> held(answers, answerKey(field), place, day)
                    .map(held -> known(held, null))
                    .ifPresent(found -> known.put(field.key(), found)));
        }
        List<TaskField> open =
                fields.stream().filter(field -> !known.containsKey(field.key())).toList();
        known.putAll(ofProgram(Objects.requireNonNull(parts.get(false)), open, place, day));
        return known;
    }

    /** As {@code AnswerFigures} names what was asked. */
    static String answerKey(TaskField field) {
        String key = ANSWERS + "." + field.label() + "|" + field.unit();
        return field.definition().isEmpty() ? key : key + "|" + field.definition();
    }

    private static Optional<Held> held(FigureSource source, String key, String place, LocalDate day) {
        return Optional.ofNullable(source.on(key, day, place.length(), place).get(place))
                .filter(held -> held.complete() && held.asOf() != null);
    }

    private static KnownFigures.Known known(Held held, @Nullable Figure figure) {
        Instant asOf = Objects.requireNonNull(held.asOf());
        return new KnownFigures.Known("", held.source(), held.value(), asOf, figure);
    }

    private Map<String, KnownFigures.Known> ofProgram(
            List<FigureSource> modules, List<TaskField> fields, String place, LocalDate day) {
        Map<String, KnownFigures.Known> known = new LinkedHashMap<>();
        Map<String, Figure> figures = new HashMap<>();
        Map<String, FigureSource> owners = new HashMap<>();
        for (FigureSource source : modules) {
            source.figures().forEach(figure -> {
                figures.put(figure.key(), figure);
                owners.put(figure.key(), source);
            });
        }
        meant(fields, figures)
                .forEach((field, key) -> held(Objects.requireNonNull(owners.get(key)), key, place, day)
                        .map(held -> known(held, figures.get(key)))
                        .ifPresent(found -> known.put(field, found)));
        return known;
    }

    /** One name of a figure. */
    private record Name(String figure, String label, String unit, String definition) {}

    /** Of a thing such as masks only the words that say what of it is counted: the thing alone may as well be asked as a need. */
    private static Stream<String> words(Figure figure) {
        boolean thing = !figure.label().endsWith("数")
                && !figure.words().isEmpty()
                && figure.words().stream().allMatch(word -> word.contains(figure.label()));
        return thing ? figure.words().stream() : Stream.concat(Stream.of(figure.label()), figure.words().stream());
    }

    private record Meant(String field, String figure) {}

    /** Which of the program's figures a field means, by name and unit, and by its rule where it states one; where two fit, none. */
    private Map<String, String> meant(List<TaskField> fields, Map<String, Figure> figures) {
        List<Name> names = figures.values().stream()
                .flatMap(figure ->
                        words(figure).map(label -> new Name(figure.key(), label, figure.unit(), figure.definition())))
                .toList();
        return jdbc
                .sql("""
                        select n.key as field, min(f.figure) as figure
                        from jsonb_to_recordset(cast(:fields as jsonb)) as n(key text, label text, unit text, definition text)
                             join jsonb_to_recordset(cast(:names as jsonb)) as f(figure text, label text, unit text, definition text)
                                  on figure_name(n.label) = figure_name(f.label) and figure_unit(n.unit) = figure_unit(f.unit)
                                  and (figure_bare(n.definition) = '' or figure_bare(n.definition) = figure_bare(f.definition))
                        group by n.key having count(distinct f.figure) = 1
                        """)
                .param("fields", json.write(fields))
                .param("names", json.write(names))
                .query(Meant.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Meant::field, Meant::figure));
    }
}
