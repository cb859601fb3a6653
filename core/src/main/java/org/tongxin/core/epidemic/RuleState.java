package org.tongxin.core.epidemic;

import java.util.Arrays;
import org.tongxin.core.population.Places;

/** Where and since when one rule is in force in one run. Days count from the run's first day. One instance belongs to one thread. */
final class RuleState {

    private static final int OFF = Integer.MAX_VALUE;
    private static final int[] NEVER = {};

    final Rule rule;
    private final int history;
    /** At a community: the place whose cases decide there; -1 where the rule does not hold. */
    private final int[] placeOfCommunity;

    private final boolean everywhere;
    /** Reported in a place before the morning of a day, at day * places + place; only where the cases of places decide. */
    private final int[] reportedBefore;
    /** Day since which the rule is in force, at a place. */
    private final int[] since;
    /** Days on which the rule began and ended in turn, at a place. */
    private final int[][] turns;

    private int active;
    private int lastStart;

    RuleState(Rule rule, Places places, int[] streetOfCommunity, int history, int days) {
        this.rule = rule;
        this.history = history;
        everywhere = rule.scope() instanceof Scope.District;
        placeOfCommunity = new int[places.communities()];
        switch (rule.scope()) {
            case Scope.District district -> Arrays.fill(placeOfCommunity, 0);
            case Scope.Communities some -> {
                Arrays.fill(placeOfCommunity, -1);
                some.communities().forEach(community -> placeOfCommunity[community] = 0);
            }
            case Scope.EachStreet each ->
                System.arraycopy(streetOfCommunity, 0, placeOfCommunity, 0, placeOfCommunity.length);
            case Scope.EachCommunity each -> Arrays.setAll(placeOfCommunity, community -> community);
        }
        int number = Arrays.stream(placeOfCommunity).max().orElseThrow() + 1;
        reportedBefore = new int[!everywhere && decidesByCases() ? number * days : 0];
        since = new int[number];
        turns = new int[number][];
        clear();
    }

    private boolean decidesByCases() {
        return isByCases(rule.start()) || isByCases(rule.stop());
    }

    private static boolean isByCases(Trigger trigger) {
        return !(trigger instanceof Trigger.OnDay || trigger instanceof Trigger.AfterDays);
    }

    void clear() {
        Arrays.fill(since, OFF);
        Arrays.fill(turns, NEVER);
        active = 0;
        lastStart = OFF;
    }

    boolean isActive() {
        return active > 0;
    }

    /** Whether it came into force somewhere on this day. */
    boolean startedOn(int day) {
        return lastStart == day;
    }

    boolean isEverywhere() {
        return everywhere;
    }

    boolean isActiveIn(int community) {
        int place = placeOfCommunity[community];
        return place >= 0 && since[place] != OFF;
    }

    /** Day since which it is in force there; only where it is. */
    int since(int community) {
        return since[placeOfCommunity[community]];
    }

    /** Days on which it was in force in a community before a day, whether it still is or not. */
    int daysInForce(int community, int day) {
        int place = placeOfCommunity[community];
        int days = 0;
        for (int turn = 0; place >= 0 && turn < turns[place].length; turn++) {
            int from = Math.min(day, turns[place][turn]);
            days += turn % 2 == 0 ? day - from : from - day;
        }
        return days;
    }

    /** Starts and stops in the morning of a day; says whether anything changed. */
    boolean decide(int day, Tally tally) {
        count(day, tally);
        boolean changed = false;
        for (int place = 0; place < since.length; place++) {
            if (since[place] == OFF ? starts(place, day, tally) : stops(place, day, tally)) {
                changed = true;
                turn(place, day);
            }
        }
        return changed;
    }

    /** Adds what was reported yesterday to what was before. */
    private void count(int day, Tally tally) {
        if (day == 0 || reportedBefore.length == 0) {
            return;
        }
        int today = day * since.length;
        System.arraycopy(reportedBefore, today - since.length, reportedBefore, today, since.length);
        int reports = tally.places.reports();
        for (int report = reports - tally.of(Tally.Count.REPORTED, day - 1); report < reports; report++) {
            int place = placeOfCommunity[tally.places.reportedIn(report)];
            if (place >= 0) {
                reportedBefore[today + place]++;
            }
        }
    }

    private void turn(int place, int day) {
        boolean off = since[place] == OFF;
        since[place] = off ? day : OFF;
        turns[place] = Arrays.copyOf(turns[place], turns[place].length + 1);
        turns[place][turns[place].length - 1] = day;
        lastStart = off ? day : lastStart;
        active += off ? 1 : -1;
    }

    private boolean starts(int place, int day, Tally tally) {
        if (turns[place].length > 0 && rule.start() instanceof Trigger.OnDay) {
            return false;
        }
        return isMet(rule.start(), place, day, tally) && !isMet(rule.stop(), place, day, tally);
    }

    private boolean stops(int place, int day, Tally tally) {
        return day - since[place] >= rule.longestDays() || isMet(rule.stop(), place, day, tally);
    }

    private boolean isMet(Trigger trigger, int place, int day, Tally tally) {
        return switch (trigger) {
            case Trigger.OnDay from -> day - history >= from.day();
            case Trigger.AfterDays after -> since[place] != OFF && day - since[place] >= after.days();
            case Trigger.Later later -> isMet(later.trigger(), place, day - later.days(), tally);
            case Trigger.CasesReach reach -> cases(place, day, reach.days(), tally) >= reach.cases();
            case Trigger.CasesFallTo fall ->
                day - sinceOr(place, day) >= fall.days() && cases(place, day, fall.days(), tally) <= fall.cases();
        };
    }

    /** A rule cannot end for want of cases before it has been in force for the days over which they are summed up. */
    private int sinceOr(int place, int day) {
        return since[place] == OFF ? day : since[place];
    }

    private int cases(int place, int day, int days, Tally tally) {
        if (everywhere) {
            return tally.casesFrom(day - days, day);
        }
        return before(place, day) - before(place, day - days);
    }

    private int before(int place, int day) {
        return day <= 0 ? 0 : reportedBefore[day * since.length + place];
    }
}
