package org.tongxin.app.forms;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cell. @param row from 0 @param column from 0 */
public record Address(int row, int column) {

    private static final Pattern WRITTEN = Pattern.compile("([A-Z]{1,3})([1-9]\\d{0,5})");

    /** As a spreadsheet writes it, such as {@code B3}. */
    @Override
    public String toString() {
        return letters(column) + (row + 1);
    }

    /** A column as a spreadsheet names it: A, B, … Z, AA. */
    public static String letters(int column) {
        String rest = column < 26 ? "" : letters(column / 26 - 1);
        return rest + (char) ('A' + column % 26);
    }

    /** The number of a column from its letters, from 0. */
    public static Optional<Integer> column(String letters) {
        return of(letters.strip() + "1").map(Address::column);
    }

    /** Empty where it is no address. */
    public static Optional<Address> of(String written) {
        Matcher matcher = WRITTEN.matcher(written.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int column = 0;
        for (char letter : matcher.group(1).toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return Optional.of(new Address(Integer.parseInt(matcher.group(2)) - 1, column - 1));
    }
}
