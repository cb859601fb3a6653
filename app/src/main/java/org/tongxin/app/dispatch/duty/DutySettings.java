package org.tongxin.app.dispatch.duty;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of shifts and of what is kept of them. The values are suggestions, for the district to revise.
 *
 * @param starts when the one shift of a day starts
 * @param ends when it ends; where it is earlier than {@code starts}, on the next day, with time to check out before the next shift opens
 * @param opensBefore how long before its start people may check in; 0 to 4 hours
 * @param vacantAfter how long after the start a post whose people are not there counts as vacant; 0 to 4 hours
 * @param closesAfter how long after the end somebody may still check out; then the end counts; 0 to 4 hours
 * @param wrongCodes wrong codes after which a person's codes are not looked at for a while; at least 1
 * @param wrongCodesFor how long wrong codes count; positive
 * @param recordsKeptDays how long minutes served and certificates are kept; at least 30 days
 * @param rest between two shifts of one person, at least; 0 to 16 hours
 * @param shiftsPerWeek of one person from Monday to Sunday, at most; 1 to 7
 */
@ConfigurationProperties("tongxin.duty")
public record DutySettings(
        @DefaultValue("08:00") LocalTime starts,
        @DefaultValue("20:00") LocalTime ends,
        @DefaultValue("60m") Duration opensBefore,
        @DefaultValue("30m") Duration vacantAfter,
        @DefaultValue("60m") Duration closesAfter,
        @DefaultValue("5") int wrongCodes,
        @DefaultValue("15m") Duration wrongCodesFor,
        @DefaultValue("730") int recordsKeptDays,
        @DefaultValue("11h") Duration rest,
        @DefaultValue("5") int shiftsPerWeek) {

    private static final Duration LONGEST = Duration.ofHours(4);
    private static final Duration LONGEST_REST = Duration.ofHours(16);

    public DutySettings {
        check(!ends.equals(starts), "tongxin.duty.ends", ends, "must not be tongxin.duty.starts (" + starts + ")");
        margin("tongxin.duty.opens-before", opensBefore);
        margin("tongxin.duty.vacant-after", vacantAfter);
        margin("tongxin.duty.closes-after", closesAfter);
        check(
                !ends.isBefore(starts)
                        || !Duration.between(ends, starts)
                                .minus(opensBefore)
                                .minus(closesAfter)
                                .isNegative(),
                "tongxin.duty.ends",
                ends,
                "must leave tongxin.duty.closes-after (" + closesAfter + ") and tongxin.duty.opens-before ("
                        + opensBefore + ") before the next shift starts (" + starts + ")");
        check(wrongCodes >= 1, "tongxin.duty.wrong-codes", wrongCodes, "must be at least 1");
        check(wrongCodesFor.isPositive(), "tongxin.duty.wrong-codes-for", wrongCodesFor, "must be positive");
        check(
                !rest.isNegative() && rest.compareTo(LONGEST_REST) <= 0,
                "tongxin.duty.rest",
                rest,
                "must be from 0 to 16 hours");
        check(
                shiftsPerWeek >= 1 && shiftsPerWeek <= 7,
                "tongxin.duty.shifts-per-week",
                shiftsPerWeek,
                "must be from 1 to 7");
        check(recordsKeptDays >= 30, "tongxin.duty.records-kept-days", recordsKeptDays, "must be at least 30");
    }

    /** Whether the shift ends on the day after it started. */
    boolean pastMidnight() {
        return ends.isBefore(starts);
    }

    private static void margin(String name, Duration value) {
        check(!value.isNegative() && value.compareTo(LONGEST) <= 0, name, value, "must be from 0 to 4 hours");
    }

    private static void check(boolean holds, String name, Object value, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(name + " (" + value + ") " + rule + ".");
        }
    }
}
