package org.tongxin.app.simulation.internal;

import java.util.ArrayList;
import java.util.List;
import org.tongxin.app.simulation.Course;
import org.tongxin.app.simulation.ShownDays;
import org.tongxin.core.epidemic.PlaceTotals;
import org.tongxin.core.epidemic.Run;
import org.tongxin.core.population.Places;
import org.tongxin.core.search.CostRates;
import org.tongxin.core.search.Outcome;

/** The runs of one course so far. Runs with the same place in the list share their luck in all courses. */
final class CourseRuns {

    private final Course course;
    private final boolean later;
    private final CommunityTally communities;
    private final List<Member> members = new ArrayList<>();

    private final Places places;
    private final CostRates rates;

    /** One run. @param draw number of the drawn present it starts from @param outcome the run in the aims of the core */
    record Member(int draw, Run run, Outcome outcome) {}

    /** @param later whether this is a course two days later, of which nothing is told by place @param rates of cost */
    CourseRuns(Course course, boolean later, Places places, int days, CostRates rates) {
        this.course = course;
        this.later = later;
        this.places = places;
        this.rates = rates;
        this.communities = new CommunityTally(places, days, later ? List.of() : ShownDays.of(days));
    }

    /** Those that do different things: of several that do the same, the first. */
    static List<CourseRuns> distinct(List<CourseRuns> courses) {
        List<CourseRuns> distinct = new ArrayList<>();
        for (CourseRuns each : courses) {
            if (distinct.stream().noneMatch(each::doesAs)) {
                distinct.add(each);
            }
        }
        return distinct;
    }

    /** Whether both courses do the same. */
    boolean doesAs(CourseRuns other) {
        return course.doesAs(other.course);
    }

    Course course() {
        return course;
    }

    boolean later() {
        return later;
    }

    CommunityTally communities() {
        return communities;
    }

    /** Makes a member, without adding it. @param alone totals by community of this run and no other */
    Member member(int draw, Run run, PlaceTotals alone) {
        return new Member(draw, run, Outcome.of(run, alone, places, rates));
    }

    List<Member> members() {
        return members;
    }
}
