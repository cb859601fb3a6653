package org.tongxin.app.simulation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.tongxin.app.simulation.internal.CommunityTally.Infections;

/**
 * What the runs of a course say of a community or a street, up to each of some days, in the district's numbers.
 *
 * @param byDay in the order of the days
 */
record PlaceRow(String course, String path, List<Integer> days, List<Infections> byDay) {

    static List<PlaceRow> of(CourseRuns runs, Town town) {
        CommunityTally sums = runs.communities();
        List<PlaceRow> rows = new ArrayList<>();
        for (int number = 0; number < town.communities().size(); number++) {
            int community = number;
            rows.add(row(runs, town, town.communities().get(number), step -> sums.community(community, step)));
        }
        for (int number = 0; number < town.places().streets(); number++) {
            int street = number;
            rows.add(row(runs, town, town.street(number), step -> sums.street(street, step)));
        }
        return rows;
    }

    private static PlaceRow row(CourseRuns runs, Town town, String path, IntFunction<Infections> infections) {
        List<Integer> days = runs.communities().shown();
        return new PlaceRow(
                runs.course().code(),
                path,
                days,
                IntStream.range(0, days.size())
                        .mapToObj(infections)
                        .map(each -> scaledBack(each, town.scale()))
                        .toList());
    }

    private static Infections scaledBack(Infections town, double scale) {
        return new Infections(town.probability(), town.mean() / scale, town.low90() / scale, town.high90() / scale);
    }

    /** One number of each day. */
    float[] each(ToDoubleFunction<Infections> what) {
        float[] values = new float[byDay.size()];
        for (int step = 0; step < values.length; step++) {
            values[step] = (float) what.applyAsDouble(byDay.get(step));
        }
        return values;
    }

    short[] shown() {
        short[] shown = new short[days.size()];
        for (int step = 0; step < shown.length; step++) {
            shown[step] = days.get(step).shortValue();
        }
        return shown;
    }
}
