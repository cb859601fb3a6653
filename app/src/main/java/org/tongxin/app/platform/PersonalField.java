package org.tongxin.app.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns of a table that say something of a person, why they are held, and when they are destroyed (Personal Information
 * Protection Law, articles 6 and 19; Emergency Response Law, article 85).
 *
 * @param table the table, declared once
 * @param columns its personal columns
 * @param purpose a name such as {@code ANSWER_TO_COMPLAINT}; its sentence stands under {@code personal.purpose}
 * @param days of {@link Rule#WITH_INCIDENT}: at most so many days after the stand-down; {@code null} for the district's number; of
 *     {@link Rule#AFTER_END}: so many after what it was held for ended
 * @param held of {@link Rule#WITH_INCIDENT}: a query that counts the rows of an incident that still hold it; may read
 *     {@code :activation}, {@code :from}, {@code :to} and the days {@code :firstDay}, {@code :lastDay}
 * @param destroying of {@link Rule#WITH_INCIDENT}: the statement that blanks or deletes them; may also read {@code :now}; of
 *     {@link Rule#AFTER_END}: the same, and may read {@code :before}, by which the end must have come
 */
public record PersonalField(
        String table,
        List<String> columns,
        String purpose,
        Rule rule,
        @Nullable Integer days,
        @Nullable String held,
        @Nullable String destroying) {

    /** By what it is destroyed. */
    public enum Rule {
        /** A number of days after the incident was stood down. */
        WITH_INCIDENT,
        /** On a date of its own that stands in the row. */
        OWN_DATE,
        /** A number of days after what it was held for ended; which end that is stands under {@code protection.end}. */
        AFTER_END,
        /** It stays, since a law demands it; which one stands under {@code protection.stays}. */
        STANDING
    }

    public PersonalField {
        columns = List.copyOf(columns);
        boolean ended = rule == Rule.AFTER_END;
        if ((rule == Rule.WITH_INCIDENT) != (held != null)
                || (ended || rule == Rule.WITH_INCIDENT) != (destroying != null)
                || ended && days == null) {
            throw new IllegalArgumentException("The personal field " + table + " " + columns + " with rule " + rule
                    + " must say how it is destroyed exactly when it ends with an incident or a term.");
        }
    }

    /** Destroyed with the incident, after the district's number of days. */
    public static PersonalField ofIncident(
            String table, List<String> columns, String purpose, String held, String destroying) {
        return new PersonalField(table, columns, purpose, Rule.WITH_INCIDENT, null, held, destroying);
    }

    /** Destroyed on the date in the row. */
    public static PersonalField withOwnDate(String table, List<String> columns, String purpose) {
        return new PersonalField(table, columns, purpose, Rule.OWN_DATE, null, null, null);
    }

    /** Destroyed so many days after what it was held for ended. @param destroying may read {@code :before} */
    public static PersonalField afterEnd(
            String table, List<String> columns, String purpose, int days, String destroying) {
        return new PersonalField(table, columns, purpose, Rule.AFTER_END, days, null, destroying);
    }

    /** Never destroyed. */
    public static PersonalField standing(String table, List<String> columns, String purpose) {
        return new PersonalField(table, columns, purpose, Rule.STANDING, null, null, null);
    }

    /** The same, destroyed at the latest so many days after the stand-down. */
    public PersonalField within(int most) {
        return new PersonalField(table, columns, purpose, rule, most, held, destroying);
    }
}
