package org.tongxin.bench;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tongxin.core.allocation.EligiblePairs;
import org.tongxin.core.allocation.PeopleProblem;
import org.tongxin.core.geo.PointGrid;

/** Everybody may go to each post within {@value #FARTHEST} metres whose skill they have, or that asks for none. */
final class CityPairs implements EligiblePairs {

    private static final double FARTHEST = 8_000;
    private static final double CELL = 250;

    private final PeopleDistrict district;
    private final int[] has;
    private final double[] homeX;
    private final double[] homeY;
    private final double[] x;
    private final double[] y;
    private final PointGrid places;
    /** The homes of everybody, then of those who have each skill, and who these are. */
    private final PointGrid[] homes = new PointGrid[PeopleDistrict.SKILLS + 1];

    private final int[][] skilled = new int[PeopleDistrict.SKILLS + 1][];

    CityPairs(PeopleDistrict district, int people) {
        this.district = district;
        has = IntStream.range(0, people).map(district::skillOf).toArray();
        homeX = IntStream.range(0, people)
                .mapToDouble(person -> district.home(person, 0))
                .toArray();
        homeY = IntStream.range(0, people)
                .mapToDouble(person -> district.home(person, 1))
                .toArray();
        x = district.xOfPosts();
        y = district.yOfPosts();
        places = new PointGrid(x, y, CELL);
        for (int skill = 0; skill < homes.length; skill++) {
            int asked = skill;
            skilled[skill] = IntStream.range(0, people)
                    .filter(person -> asked == 0 || has[person] == asked)
                    .toArray();
            homes[skill] = new PointGrid(at(homeX, skilled[skill]), at(homeY, skilled[skill]), CELL);
        }
    }

    private static double[] at(double[] values, int[] which) {
        return Arrays.stream(which).mapToDouble(each -> values[each]).toArray();
    }

    @Override
    public void ofPost(int post, long bound, Taker taker) {
        int skill = district.skillOfPost(post);
        homes[skill].within(x[post], y[post], Math.clamp(bound, 0, FARTHEST), (index, metres) -> {
            int person = skilled[skill][index];
            taker.pair(person, district.cost(has[person], post, metres));
        });
    }

    @Override
    public void ofPerson(int person, Taker taker) {
        places.within(homeX[person], homeY[person], FARTHEST, (post, metres) -> {
            if (mayGo(person, post)) {
                taker.pair(post, district.cost(has[person], post, metres));
            }
        });
    }

    private boolean mayGo(int person, int post) {
        return district.skillOfPost(post) == 0 || district.skillOfPost(post) == has[person];
    }

    /** Lists the nearest posts of each person, and of each post the nearest people, so many for each place and some more. */
    PeopleProblem nearest(int ofPerson, int ofPlace, int more) {
        PeopleProblem.Builder builder = PeopleProblem.builder(has.length);
        int[][] listed = new int[has.length][];
        for (int person = 0; person < has.length; person++) {
            int someone = person;
            listed[person] =
                    places.nearest(homeX[person], homeY[person], ofPerson, FARTHEST, post -> mayGo(someone, post));
            Arrays.stream(listed[person]).forEach(post -> list(builder, someone, post));
        }
        for (int post = 0; post < x.length; post++) {
            builder.post(district.need(post));
            int skill = district.skillOfPost(post);
            int count = ofPlace * district.need(post).places() + more;
            for (int index : homes[skill].nearest(x[post], y[post], count, FARTHEST, any -> true)) {
                int person = skilled[skill][index];
                int here = post;
                if (Arrays.stream(listed[person]).noneMatch(each -> each == here)) {
                    list(builder, person, post);
                }
            }
        }
        return builder.build();
    }

    /** The distance as a grid tells it. */
    private void list(PeopleProblem.Builder builder, int person, int post) {
        double dx = x[post] - homeX[person];
        double dy = y[post] - homeY[person];
        builder.arc(person, post, district.cost(has[person], post, Math.sqrt(dx * dx + dy * dy)));
    }
}
