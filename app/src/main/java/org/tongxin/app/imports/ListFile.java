package org.tongxin.app.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.platform.sheet.Cells;
import org.tongxin.app.platform.sheet.SheetLimits;
import org.tongxin.app.platform.sheet.SheetReader;
import org.tongxin.app.platform.sheet.SheetRow;

/** A file as a list of a kind: its head names the columns. It can be read more than once. */
final class ListFile {

    /** A district or a street in the twelve digits of the statistical code; no community ends in three zeros. */
    private static final Pattern STATISTICAL = Pattern.compile("([0-9]{6})000000|([0-9]{9})000");

    private final byte[] bytes;
    private final List<String> head;
    private final Set<String> places;
    private final int rows;

    private ListFile(byte[] bytes, List<String> head, Set<String> places, int rows) {
        this.bytes = bytes;
        this.head = head;
        this.places = places;
        this.rows = rows;
    }

    int rows() {
        return rows;
    }

    /** Reads it once to its end. Refused: B-001 to B-015. */
    static Outcome<ListFile> open(byte[] bytes, ImportKind kind, ImportWords words) {
        List<SheetRow> first = new ArrayList<>(1);
        Outcome<Integer> read = SheetReader.read(bytes, SheetLimits.USUAL, row -> {
            if (first.isEmpty()) {
                first.add(row);
            }
        });
        if (read instanceof Outcome.Refused<Integer> refused) {
            return new Outcome.Refused<>(refused.refusal());
        }
        int rows = read.orThrow() - 1;
        if (rows == 0 || rows > kind.mostRows()) {
            return Outcome.refused("B-014", rows, kind.mostRows());
        }
        return head(first.getFirst(), kind, words).map(head -> new ListFile(bytes, head, kind.places(), rows));
    }

    private static Outcome<List<String>> head(SheetRow row, ImportKind kind, ImportWords words) {
        List<String> head = new ArrayList<>();
        for (String cell : row.cells()) {
            String column = words.column(kind, Cells.plain(cell), head).orElse("");
            if (column.isEmpty() && !cell.isEmpty()) {
                return Outcome.refused("B-013", cell, words.columns(kind, kind.columns()));
            }
            head.add(column);
        }
        Set<String> missing = new HashSet<>(kind.needed());
        missing.removeAll(head);
        Collection<String> named = head.stream().filter(name -> !name.isEmpty()).toList();
        if (!missing.isEmpty() || Set.copyOf(named).size() < named.size()) {
            return new Outcome.Refused<>(Refusal.of("B-012", words.columns(kind, ordered(kind))));
        }
        return Outcome.accepted(head);
    }

    private static List<String> ordered(ImportKind kind) {
        return kind.columns().stream().filter(kind.needed()::contains).collect(Collectors.toList());
    }

    /** Hands on every row but the head. */
    void each(Consumer<ImportRow> next) {
        boolean[] begun = new boolean[1];
        SheetReader.read(bytes, SheetLimits.USUAL, row -> {
                    if (begun[0]) {
                        next.accept(row(row));
                    }
                    begun[0] = true;
                })
                .orThrow();
    }

    private ImportRow row(SheetRow row) {
        Map<String, String> cells = new HashMap<>();
        for (int column = 0; column < head.size(); column++) {
            String name = head.get(column);
            if (!name.isEmpty()) {
                String cell = Cells.plain(row.cell(column));
                cells.put(name, places.contains(name) ? place(cell) : cell);
            }
        }
        return new ImportRow(row.line(), cells);
    }

    private static String place(String cell) {
        Matcher code = STATISTICAL.matcher(cell);
        return !code.matches() ? cell : code.group(1) == null ? code.group(2) : code.group(1);
    }
}
