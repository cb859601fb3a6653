package org.tongxin.app.forms;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tongxin.app.forms.figures.Figure;

/**
 * Proposes which figure a head names, by its words. Not thread-safe. The same words are best, then a head that holds a name of the figure, then
 * one that shares most of its pairs of signs (Dice's measure). Where two figures fit equally well, none is proposed.
 */
final class FigureMatcher {

    /** Suggested values, by which the three forms of the tests and the made-up heads beside them are told apart. */
    private static final double LEAST = 0.75;

    private static final double HOLDS = 0.7;

    private final Map<Figure, List<String>> names = new LinkedHashMap<>();

    private final Map<List<String>, Optional<Figure>> found = new HashMap<>();

    FigureMatcher(Collection<Figure> figures) {
        for (Figure figure : figures) {
            names.put(
                    figure,
                    Stream.concat(Stream.of(figure.label(), figure.labelEn()), figure.words().stream())
                            .map(TextOfCells::bareOfNotes)
                            .filter(name -> !name.isEmpty())
                            .distinct()
                            .toList());
        }
    }

    /** The figure that a head names; parts of it that stand above each other are tried together and alone, the last first. */
    Optional<Figure> find(List<String> head) {
        return found.computeIfAbsent(head, this::look);
    }

    private Optional<Figure> look(List<String> head) {
        if (head.isEmpty()) {
            return Optional.empty();
        }
        Optional<Figure> together = best(String.join("", head));
        Optional<Figure> last = best(head.getLast());
        return last.isPresent() && (together.isEmpty() || sure(head.getLast(), last.get())) ? last : together;
    }

    private boolean sure(String text, Figure figure) {
        return score(TextOfCells.bareOfNotes(text), figure) == 1;
    }

    private Optional<Figure> best(String text) {
        String bare = TextOfCells.bareOfNotes(text);
        Figure best = null;
        double most = 0;
        boolean twice = false;
        for (Figure figure : names.keySet()) {
            double score = score(bare, figure);
            twice = score == most ? true : score > most ? false : twice;
            if (score > most) {
                most = score;
                best = figure;
            }
        }
        return best == null || twice || most < LEAST ? Optional.empty() : Optional.of(best);
    }

    private double score(String bare, Figure figure) {
        double score = 0;
        for (String name : names.getOrDefault(figure, List.of())) {
            score = Math.max(score, score(bare, name));
        }
        return score;
    }

    private static double score(String bare, String name) {
        if (bare.equals(name)) {
            return 1;
        }
        if (name.length() > 1 && bare.contains(name)) {
            return HOLDS + (1 - HOLDS) * name.length() / (bare.length() + 1.0);
        }
        return dice(pairs(bare), pairs(name)) * 0.99;
    }

    private static double dice(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return 2.0 * both.size() / (one.size() + other.size());
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int place = 0; place + 1 < text.length(); place++) {
            pairs.add(text.substring(place, place + 2));
        }
        return pairs;
    }
}
