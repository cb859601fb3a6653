package org.tongxin.app.simulation.internal;

import java.util.ArrayList;
import java.util.List;
import org.tongxin.app.simulation.Course;
import org.tongxin.core.epidemic.Run;
import org.tongxin.core.population.Places;

/** The runs of one course so far. Runs with the same place in the list share their luck in all courses. */
final class CourseRuns {

    private final Course course;
    private final boolean later;
    private final CommunityTally communities;
    private final List<Member> members = new ArrayList<>();

    /** One run. @param draw number of the drawn present it starts from @param unequal see {@code Aim.UNEQUAL_BURDEN} */
    record Member(int draw, Run run, double unequal) {}

    /** @param later whether this is a course two days later */
    CourseRuns(Course course, boolean later, Places places, int days) {
        this.course = course;
        this.later = later;
        this.communities = new CommunityTally(places, days);
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

    List<Member> members() {
        return members;
    }
}
