package org.tongxin.app.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.forms.FormMapping.Block;
import org.tongxin.app.forms.figures.Figure;
import org.tongxin.app.forms.figures.Held;
import org.tongxin.app.organisation.Area;

/** Works out for one reader and day what goes into each cell of a mapped sheet. */
final class Filler {

    private final Grid grid;
    private final FormMapping mapping;
    private final PlaceIndex places;
    private final Map<String, Figure> catalogue;
    private final Area territory;
    private final BiFunction<String, Integer, Map<String, Held>> figures;

    private final List<Filled.Put> puts = new ArrayList<>();
    private final List<Filled.Left> lefts = new ArrayList<>();
    private final List<Filled.Sum> sums = new ArrayList<>();
    private final List<Filled.Stranger> strangers = new ArrayList<>();

    /**
     * @param territory the reader's
     * @param figures gives a figure by key and length of the paths, inside the territory
     */
    Filler(
            Grid grid,
            FormMapping mapping,
            PlaceIndex places,
            Map<String, Figure> catalogue,
            Area territory,
            BiFunction<String, Integer, Map<String, Held>> figures) {
        this.grid = grid;
        this.mapping = mapping;
        this.places = places;
        this.catalogue = catalogue;
        this.territory = territory;
        this.figures = figures;
    }

    Filled of(LocalDate day) {
        mapping.blocks().forEach(this::fill);
        return new Filled(day, puts, lefts, sums, strangers, date(day));
    }

    private void fill(Block block) {
        Map<Integer, Area> lines = lines(block);
        for (Map.Entry<Integer, String> column : new TreeMap<>(block.figures()).entrySet()) {
            Figure figure = catalogue.get(column.getValue());
            if (figure != null) {
                fill(block, column.getKey(), figure, lines);
            }
        }
    }

    /** The lines that can be filled with their places; the others are noted. */
    private Map<Integer, Area> lines(Block block) {
        Map<Integer, Area> lines = new TreeMap<>();
        for (int line = block.first(); line <= block.last(); line++) {
            if (block.totals().contains(line)) {
                continue;
            }
            if (block.whole()) {
                lines.put(line, territory);
                continue;
            }
            Address at = block.address(line, block.placeLine());
            String text = grid.shown(at.row(), at.column());
            List<Area> found = text.isEmpty() ? List.of() : named(block, at);
            Optional<Filled.Why> why = why(found);
            if (why.isEmpty()) {
                lines.put(line, found.getFirst());
            } else if (!text.isEmpty()) {
                strangers.add(new Filled.Stranger(at, text, why.get()));
            }
        }
        return lines;
    }

    private List<Area> named(Block block, Address at) {
        return block.across()
                ? places.in(grid.turned(), at.column(), at.row())
                : places.in(grid, at.row(), at.column());
    }

    private Optional<Filled.Why> why(List<Area> found) {
        if (found.isEmpty()) {
            return Optional.of(Filled.Why.UNKNOWN);
        }
        if (found.size() > 1) {
            return Optional.of(Filled.Why.AMBIGUOUS);
        }
        boolean own = found.getFirst().path().startsWith(territory.path());
        return own ? Optional.empty() : Optional.of(Filled.Why.OTHERS);
    }

    private void fill(Block block, int column, Figure figure, Map<Integer, Area> lines) {
        Map<Integer, Long> known = new HashMap<>();
        lines.forEach((line, place) -> {
            Address at = block.address(line, column);
            Held held = held(figure, place);
            if (grid.isFormula(at.row(), at.column())) {
                return;
            }
            if (held != null && held.complete() && held.asked() > 0) {
                puts.add(new Filled.Put(at, place, figure, held));
                known.put(line, held.value());
            } else {
                int answered = held == null ? 0 : held.answered();
                lefts.add(new Filled.Left(at, place.name(), figure, answered, held == null ? 0 : held.asked()));
            }
        });
        block.totals().forEach(total -> sum(block, column, figure, total, known));
    }

    private @Nullable Held held(Figure figure, Area place) {
        return figures.apply(figure.key(), place.path().length()).get(place.path());
    }

    /** All lines; or, for a part sum, those since the total before. Lines of others count as lines that are not known. */
    private void sum(Block block, int column, Figure figure, int total, Map<Integer, Long> known) {
        int from = block.first();
        int to = block.last();
        if (isPartSum(block, total)) {
            from = block.totals().stream()
                    .filter(other -> other < total)
                    .mapToInt(other -> other + 1)
                    .max()
                    .orElse(from);
            to = total - 1;
        }
        long value = 0;
        int found = 0;
        int lines = 0;
        for (int line = from; line <= to; line++) {
            if (!block.totals().contains(line) && isNamed(block, line)) {
                lines++;
                Long one = known.get(line);
                found += one == null ? 0 : 1;
                value = Math.addExact(value, one == null ? 0 : one);
            }
        }
        Address at = block.address(total, column);
        sums.add(new Filled.Sum(at, figure, value, found, lines, grid.isFormula(at.row(), at.column())));
    }

    private boolean isNamed(Block block, int line) {
        Address at = block.address(line, Math.max(0, block.placeLine()));
        return block.whole() || !grid.shown(at.row(), at.column()).isEmpty();
    }

    private boolean isPartSum(Block block, int total) {
        for (int left = 0; left <= block.placeLine(); left++) {
            Address at = block.address(total, left);
            if (TextOfCells.isPartSum(grid.text(at.row(), at.column()))) {
                return true;
            }
        }
        return false;
    }

    /** Into the gap for a day where the cell has one, behind a colon, or alone. */
    private List<Filled.Written> date(LocalDate day) {
        Address at = mapping.date();
        if (at == null) {
            return List.of();
        }
        String text = grid.text(at.row(), at.column());
        Matcher gap = Proposal.DAY.matcher(text);
        if (gap.find()) {
            String written = "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
            return List.of(new Filled.Written(at, gap.replaceFirst(written)));
        }
        return List.of(new Filled.Written(at, text.matches(".*[:：]") ? text + day : day.toString()));
    }
}
