package org.tongxin.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One value of an input file, with where it stands, so that a refusal can say so.
 *
 * @param column its name for people
 */
record Cell(Path file, long line, String column, String text) {

    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})");

    boolean isMissing() {
        return text.isEmpty() || text.equals("NA");
    }

    /** A finite number; NaN when missing. */
    double number() {
        if (isMissing()) {
            return Double.NaN;
        }
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw refused("is not a number. Write it with a point, without thousands marks and unit.");
        }
        throw refused("is not a finite number. Leave the cell empty where the value is missing.");
    }

    double neededNumber() {
        if (isMissing()) {
            throw refused("is missing, but needed. Give a number.");
        }
        return number();
    }

    /** 0 or more; NaN when missing. */
    double count() {
        double count = number();
        if (count < 0) {
            throw refused("is negative. A count is 0 or more; leave the cell empty where it is missing.");
        }
        return count;
    }

    int neededWholeCount() {
        double count = count();
        if (!(count <= Integer.MAX_VALUE && count == Math.rint(count))) {
            throw refused("is not a whole number of cases. Give 0, 1, 2 and so on.");
        }
        return (int) count;
    }

    /** Such as 2021-03-04 or 2021/3/4. */
    LocalDate date() {
        Matcher parts = DATE.matcher(text);
        if (!parts.matches()) {
            throw refused("is not a date. Write it like 2021-03-04 or 2021/3/4.");
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
        } catch (DateTimeException impossible) {
            throw refused("is no day of the calendar. Check month and day.");
        }
    }

    BadInput refused(String what) {
        return BadInput.at(file, line, "the " + column + " (" + text + ") " + what);
    }
}
