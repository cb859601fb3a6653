package org.tongxin.app.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.sheet.Cells;
import org.tongxin.app.platform.sheet.CsvText;

/** A form as CSV. It leaves in the encoding, with the separator and the ends of lines that it came with. */
final class CsvForm implements FormFile {

    private final CsvText text;

    private CsvForm(CsvText text) {
        this.text = text;
    }

    static Outcome<FormFile> open(byte[] bytes) {
        return CsvText.read(bytes, LIMITS).map(CsvForm::new);
    }

    @Override
    public List<Grid> sheets() {
        List<List<String>> rows = text.rows().stream()
                .map(row -> row.stream().map(String::strip).toList())
                .toList();
        Set<Address> formulas = new HashSet<>();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                if (rows.get(row).get(column).startsWith("=")) {
                    formulas.add(new Address(row, column));
                }
            }
        }
        return List.of(new Grid("", rows, formulas, List.of()));
    }

    @Override
    public byte[] filled(FormMapping mapping, Filled filled, List<List<@Nullable Object>> sources) {
        List<List<String>> rows = new ArrayList<>();
        text.rows().forEach(row -> rows.add(new ArrayList<>(row)));
        filled.lefts().forEach(left -> put(rows, left.at(), ""));
        Emptied.of(mapping, filled, sheets().getFirst()).forEach(at -> put(rows, at, ""));
        filled.puts()
                .forEach(put -> put(rows, put.at(), Long.toString(put.held().value())));
        filled.sums().stream()
                .filter(sum -> !sum.formula())
                .forEach(sum -> put(rows, sum.at(), sum.known() == 0 ? "" : Long.toString(sum.value())));
        filled.date().forEach(written -> put(rows, written.at(), Cells.safe(written.text())));
        return text.with(rows).bytes();
    }

    private static void put(List<List<String>> rows, Address at, String value) {
        while (rows.size() <= at.row()) {
            rows.add(new ArrayList<>());
        }
        List<String> row = rows.get(at.row());
        while (row.size() <= at.column()) {
            row.add("");
        }
        row.set(at.column(), value);
    }
}
