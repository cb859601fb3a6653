package org.tongxin.core.epidemic;

/**
 * When a rule starts or stops. Only what the district knows counts: days and confirmed cases, never infections that nobody
 * has seen. Cases are those of the places the rule is about, confirmed up to the evening before.
 */
public sealed interface Trigger {

    /** On a day and after it. @param day days from the start; 0 or below for what is already in force */
    record OnDay(int day) implements Trigger {
        /** Checks the range. */
        public OnDay {
            require("day", day, -Register.MOST_DAYS);
        }
    }

    /** Once there were that many cases. @param cases 1 or more @param days over which they are summed up, 1 or more */
    record CasesReach(int cases, int days) implements Trigger {
        /** Checks the ranges. */
        public CasesReach {
            require("number of cases", cases, 1);
            require("number of days", days, 1);
        }
    }

    /** Once there were not more cases than that. @param cases 0 or more @param days over which they are summed up, 1 or more */
    record CasesFallTo(int cases, int days) implements Trigger {
        /** Checks the ranges. */
        public CasesFallTo {
            require("number of cases", cases, 0);
            require("number of days", days, 1);
        }
    }

    /** That many days after the start of the rule; only for a stop. @param days 1 or more */
    record AfterDays(int days) implements Trigger {
        /** Checks the range. */
        public AfterDays {
            require("number of days", days, 1);
        }
    }

    /** What a trigger by cases said some days ago. @param trigger by cases @param days 1 or more */
    record Later(Trigger trigger, int days) implements Trigger {
        /** Checks the range, and that it is a trigger by cases. */
        public Later {
            require("number of days by which it is put off", days, 1);
            if (!(trigger instanceof CasesReach || trigger instanceof CasesFallTo)) {
                throw new IllegalArgumentException("The trigger " + trigger + " cannot be put off by " + days
                        + " days; name a later day instead.");
            }
        }
    }

    private static void require(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "The " + name + " (" + value + ") of a trigger must be " + least + " or more.");
        }
    }
}
