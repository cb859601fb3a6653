package org.tongxin.app.organisation;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxin.app.imports.ImportRow;
import org.tongxin.app.imports.ImportWords;
import org.tongxin.app.imports.Verdict;
import org.tongxin.app.organisation.Registry.NewPerson;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.PersonalData;

/** Reads a row of a list of people. */
@Component
class PersonRow {

    private static final int LONGEST = 40;
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final String SKILL = "imports.people.skill.";
    private static final String ANSWER = "imports.answer.";
    private static final List<String> ANSWERS = List.of("yes", "no");
    private static final List<String> SKILLS =
            List.of("NURSE", "DRIVER", "ELECTRICIAN", "SOCIAL_WORKER", "DOCTOR", "COUNSELLOR", "TEACHER");

    private final ImportWords words;
    private final Ids ids;

    PersonRow(ImportWords words, Ids ids) {
        this.words = words;
        this.ids = ids;
    }

    /** The first thing that is wrong with a row; empty where {@link #person} can read it. */
    Optional<Verdict> problem(ImportRow row, Map<String, UUID> units, Set<String> communities) {
        return missing(row)
                .or(() -> tooLong(row))
                .or(() -> number(row.cell("number")))
                .or(() -> place(row, units, communities))
                .or(() -> choices(row))
                .or(() -> hours(row));
    }

    private static Optional<Verdict> missing(ImportRow row) {
        return List.of("number", "name", "home").stream()
                .filter(column -> row.cell(column).isEmpty())
                .map(column -> Verdict.rejected(column, "B-020"))
                .findFirst();
    }

    private static Optional<Verdict> tooLong(ImportRow row) {
        return List.of("number", "name").stream()
                .filter(column -> row.cell(column).length() > LONGEST)
                .map(column ->
                        Verdict.rejected(column, "B-023", row.cell(column).length(), LONGEST))
                .findFirst();
    }

    private static Optional<Verdict> number(String number) {
        boolean personal =
                PersonalData.find(number).filter("IDENTITY_NUMBER"::equals).isPresent()
                        || MOBILE.matcher(number).matches();
        return personal ? Optional.of(Verdict.rejected("number", "B-022")) : Optional.empty();
    }

    private static Optional<Verdict> place(ImportRow row, Map<String, UUID> units, Set<String> communities) {
        if (!communities.contains(row.cell("home"))) {
            return Optional.of(Verdict.rejected("home", "B-024", row.cell("home")));
        }
        String unit = row.cell("unit");
        return unit.isEmpty() || units.containsKey(unit)
                ? Optional.empty()
                : Optional.of(Verdict.rejected("unit", "B-025", unit));
    }

    private Optional<Verdict> choices(ImportRow row) {
        if (!row.cell("skill").isEmpty() && skill(row) == null) {
            return Optional.of(Verdict.rejected("skill", "B-021", words.all(SKILL, SKILLS)));
        }
        return List.of("trained", "insured").stream()
                .filter(column -> !row.cell(column).isEmpty()
                        && words.find(row.cell(column), ANSWER, ANSWERS).isEmpty())
                .map(column -> Verdict.rejected(column, "B-021", words.all(ANSWER, ANSWERS)))
                .findFirst();
    }

    private static Optional<Verdict> hours(ImportRow row) {
        if (row.cell("from").isEmpty() && row.cell("to").isEmpty()) {
            return Optional.empty();
        }
        LocalTime from = time(row.cell("from"));
        LocalTime to = time(row.cell("to"));
        if (from == null) {
            return Optional.of(Verdict.rejected("from", "B-026"));
        }
        return to == null || !from.isBefore(to) ? Optional.of(Verdict.rejected("to", "B-026")) : Optional.empty();
    }

    private static @Nullable LocalTime time(String text) {
        try {
            return text.isEmpty() ? null : LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private @Nullable String skill(ImportRow row) {
        return words.find(row.cell("skill"), SKILL, SKILLS).orElse(null);
    }

    private boolean isYes(String text) {
        return words.find(text, ANSWER, ANSWERS).filter("yes"::equals).isPresent();
    }

    /** The person of a row without {@link #problem}. */
    NewPerson person(ImportRow row, Map<String, UUID> units) {
        UUID unit = units.get(row.cell("unit"));
        return new NewPerson(
                ids.of("listed person", unit == null ? "volunteer" : unit, row.cell("number")),
                row.cell("name"),
                unit == null ? Person.Kind.VOLUNTEER : Person.Kind.POSTED,
                unit,
                row.cell("home"),
                skill(row),
                isYes(row.cell("trained")),
                isYes(row.cell("insured")),
                time(row.cell("from")),
                time(row.cell("to")));
    }
}
