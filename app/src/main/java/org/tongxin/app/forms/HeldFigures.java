package org.tongxin.app.forms;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongxin.app.forms.figures.Figure;
import org.tongxin.app.forms.figures.FigureSource;
import org.tongxin.app.forms.figures.Held;

/** Every figure that the modules hold. Thread-safe. */
@Component
class HeldFigures {

    private final List<FigureSource> sources;

    HeldFigures(List<FigureSource> sources) {
        this.sources = sources.stream()
                .sorted(Comparator.comparing(FigureSource::module))
                .toList();
    }

    /** By key, module after module. */
    Map<String, Figure> catalogue() {
        return sources.stream()
                .flatMap(source -> source.figures().stream())
                .collect(Collectors.toMap(Figure::key, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /** A figure of places inside a territory; of a ring around it nothing is given, since that would be a part. */
    Map<String, Held> on(String key, LocalDate day, int digits, String territory) {
        if (digits < territory.length()) {
            return Map.of();
        }
        Optional<FigureSource> source = sources.stream()
                .filter(each -> key.startsWith(each.module() + "."))
                .findFirst();
        return source.map(each -> each.on(key, day, digits, territory)).orElse(Map.of());
    }
}
