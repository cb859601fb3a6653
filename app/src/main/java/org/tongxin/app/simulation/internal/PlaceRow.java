package org.tongxin.app.simulation.internal;

import java.util.ArrayList;
import java.util.List;

/** What the runs of a course say of a community, in the district's numbers. */
record PlaceRow(
        String course,
        String path,
        double probability7,
        double probability14,
        double infections7,
        double infections14) {

    static List<PlaceRow> of(CourseRuns runs, Town town) {
        CommunityTally sums = runs.communities();
        List<PlaceRow> rows = new ArrayList<>();
        for (int number = 0; number < town.communities().size(); number++) {
            rows.add(new PlaceRow(
                    runs.course().code(),
                    town.communities().get(number),
                    sums.probability7(number),
                    sums.probability14(number),
                    sums.infections7(number) / town.scale(),
                    sums.infections14(number) / town.scale()));
        }
        return rows;
    }
}
