package org.tongxin.app.organisation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongxin.app.imports.ImportRow;
import org.tongxin.app.imports.Verdict;
import org.tongxin.app.platform.PersonalData;

/** A row of a list that says by name and place what it is about: columns name, english, area. */
final class NamedRow {

    private static final int LONGEST = 60;

    private NamedRow() {}

    /** What of them is wrong. @param places that the rows may name */
    static Optional<Verdict> wrong(ImportRow row, Set<String> places) {
        if (row.cell("name").isEmpty()) {
            return Optional.of(Verdict.rejected("name", "B-020"));
        }
        for (String column : List.of("name", "english")) {
            String text = row.cell(column);
            Optional<String> personal = PersonalData.find(text);
            if (text.length() > LONGEST) {
                return Optional.of(Verdict.rejected(column, "B-023", text.length(), LONGEST));
            }
            if (personal.isPresent()) {
                return Optional.of(Verdict.rejected(column, "U-022", personal.get()));
            }
        }
        return places.contains(row.cell("area"))
                ? Optional.empty()
                : Optional.of(Verdict.rejected("area", "U-040", row.cell("area")));
    }
}
