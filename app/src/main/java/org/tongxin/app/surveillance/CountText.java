package org.tongxin.app.surveillance;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongxin.app.platform.Refusal;

/**
 * A count as somebody typed it, in a form, a file or a program. Full-width digits are read as digits; a day may be
 * written as 2022-03-25, 2022/3/25 or 2022年3月25日, because spreadsheets rewrite days.
 */
public record CountText(String point, String day, String value, String reason) {

    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    public CountText {
        point = clean(point);
        day = clean(day);
        value = clean(value);
        reason = reason.strip();
    }

    /** What keeps the text from being a count. @param field the part that has to change */
    public record Problem(String field, Refusal refusal) {}

    /** Everything that cannot be read, in the order of the fields; empty when {@link #entry()} may be asked for. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (point.isEmpty()) {
            problems.add(new Problem("point", Refusal.of("S-001", point)));
        }
        if (parsedDay().isEmpty()) {
            problems.add(new Problem("day", Refusal.of("S-015", day)));
        }
        if (value.isEmpty()) {
            problems.add(new Problem("value", Refusal.of("S-014")));
        } else if (!NUMBER.matcher(value).matches()) {
            problems.add(new Problem("value", Refusal.of("S-003", value)));
        }
        return problems;
    }

    /** The count; only where there are no problems. */
    public CountEntry entry() {
        return new CountEntry(point, parsedDay().orElseThrow(), Integer.parseInt(value), reason);
    }

    /** The part that a refusal of {@link Counts} is about. */
    public static Problem problem(Refusal refusal) {
        String field = switch (refusal.code()) {
            case "S-002" -> "day";
            case "S-003" -> "value";
            case "S-004" -> "reason";
            default -> "point";
        };
        return new Problem(field, refusal);
    }

    private Optional<LocalDate> parsedDay() {
        Matcher parts = DAY.matcher(day);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static String clean(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }
}
