package org.tongxin.app.desk.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.tongxin.app.dispatch.Dispatch;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.resources.Needs;
import org.tongxin.app.surveillance.Series;
import org.tongxin.app.tasks.Progress;
import org.tongxin.app.tasks.TaskLevel;
import org.tongxin.app.tasks.Tasks;
import org.tongxin.app.warning.Ratings;

/** The concentric network, street by street: how far each ring is connected. Counts of bodies, posts and needs, never of persons. */
@Component
class Rings {

    /** From the inside out. */
    enum Ring {
        /** Tasks of the street that it has acknowledged. */
        STREET,
        /** Tasks of its communities that they have acknowledged. */
        COMMUNITY,
        /** Monitoring points, which are units, that have reported the newest day. */
        UNIT,
        /** Places at today's posts that are filled. */
        PEOPLE,
        /** What residents' stores asked for in seven days and got. */
        RESIDENTS
    }

    private static final Duration ASKED = Duration.ofDays(7);

    private final Organisation organisation;
    private final Tasks tasks;
    private final Series series;
    private final Dispatch dispatch;
    private final Needs needs;
    private final Ratings ratings;
    private final DistrictClock clock;

    Rings(
            Organisation organisation,
            Tasks tasks,
            Series series,
            Dispatch dispatch,
            Needs needs,
            Ratings ratings,
            DistrictClock clock) {
        this.organisation = organisation;
        this.tasks = tasks;
        this.series = series;
        this.dispatch = dispatch;
        this.needs = needs;
        this.ratings = ratings;
        this.clock = clock;
    }

    private record Share(int there, int all) {

        static final Share NOTHING = new Share(0, 0);

        static Share of(Progress progress) {
            return new Share(progress.acknowledged(), progress.total());
        }
    }

    /** A street with its cells, from the inside out. */
    record Line(Area street, List<RingCell> cells) {

        public boolean isBroken() {
            return cells.stream().anyMatch(RingCell::isGap);
        }
    }

    /** The streets of a territory in the order of their codes. */
    List<Line> lines(String territory) {
        Map<Ring, Map<String, Share>> shares = shares(territory);
        List<Area> streets = organisation.taskedStreets(territory);
        RingDrawing drawing = new RingDrawing(streets.size(), Ring.values().length);
        List<Line> lines = new ArrayList<>();
        for (int sector = 0; sector < streets.size(); sector++) {
            Area street = streets.get(sector);
            List<RingCell> cells = new ArrayList<>();
            for (Ring ring : Ring.values()) {
                Share share = shares.getOrDefault(ring, Map.of()).getOrDefault(street.path(), Share.NOTHING);
                cells.add(new RingCell(street, ring, share.there(), share.all(), drawing.cell(sector, ring.ordinal())));
            }
            lines.add(new Line(street, cells));
        }
        return lines;
    }

    /** The newest day whose counts are shown. */
    LocalDate day() {
        return ratings.lastDay().orElse(clock.today().minusDays(1));
    }

    private Map<Ring, Map<String, Share>> shares(String territory) {
        Map<Ring, Map<String, Share>> shares = new EnumMap<>(Ring.class);
        shares.put(Ring.STREET, of(tasks.progressByStreet(TaskLevel.STREET, territory), Share::of));
        shares.put(Ring.COMMUNITY, of(tasks.progressByStreet(TaskLevel.COMMUNITY, territory), Share::of));
        shares.put(
                Ring.UNIT,
                of(series.completenessByStreet(territory, day()), each -> new Share(each.reported(), each.expected())));
        shares.put(
                Ring.PEOPLE,
                of(
                        dispatch.coverageByStreet(clock.today(), territory),
                        each -> new Share(Math.min(each.filled(), each.places()), each.places())));
        shares.put(
                Ring.RESIDENTS,
                of(needs.metByStreet(territory, clock.now().minus(ASKED)), each -> new Share(each.met(), each.all())));
        return shares;
    }

    private static <T> Map<String, Share> of(Map<String, T> byStreet, Function<T, Share> share) {
        Map<String, Share> shares = new HashMap<>();
        byStreet.forEach((street, value) -> shares.put(street, share.apply(value)));
        return shares;
    }
}
