package org.tongxin.app.resources;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongxin.core.allocation.Fairness;

/**
 * Which source should send what to whom and when, proved to be the best under its rule. Advice: a named duty officer adopts it,
 * and only what is there or offered today is then proposed; what has yet to be made or to come stays advice.
 *
 * @param id changes with everything the plan rests on; see {@link SupplyPlanning#adopt}
 * @param lines what goes where, by item, need and source
 * @param gaps needs that stay short, the worst covered first
 * @param places who asks, the worst covered first
 * @param far sources left out for at least one place that asks, because they are too far from it
 * @param wanted base units of all items that nothing has been found for yet
 * @param units base units of what was asked for that the plan answers
 * @param unitMetres base units that are sent times metres, over all lines
 */
public record GoodsPlan(
        UUID id,
        Rule rule,
        List<Line> lines,
        List<Gap> gaps,
        List<Place> places,
        List<Shelf> far,
        long wanted,
        long units,
        long unitMetres) {

    /** How a shortage is priced; see {@link ShortageTable}. */
    public enum Rule {
        /** All needs are raised together, the first half of each before more of any; see {@link FairShares}. */
        TIERS,
        /** Each unit costs the same, so that the nearest gets all. */
        FLAT
    }

    /** Why nothing more comes from a source, or from all together. */
    public enum Why {
        /** Nothing is there. */
        NONE,
        /** What is there expires too soon. */
        EXPIRING,
        /** What is there is promised. */
        PROMISED,
        /** What is there is not above the floor. */
        FLOOR,
        /** What is there goes to needs that come first under the rule. */
        TAKEN,
        /** It comes later than what is sent instead. */
        LATER,
        /** It comes when it is of no use any more. */
        LATE,
        /** It is farther away than {@link ShortageTable#LONGEST_WAY_METRES}. */
        FAR
    }

    /**
     * So much of what a need asks for, from one source.
     *
     * @param standsFor how many base units asked for one base unit sent stands for; 1 for the item itself
     * @param quantity base units of what is sent
     * @param metres as the crow flies
     * @param guessed whether the position of one end is not known, so that the way is an assumption
     * @param nearer sources that are nearer, the nearest first, and why they send no more
     * @param firstDay on which day the first of it goes, counted from today
     * @param lastDay on which day the last of it goes
     */
    public record Line(
            Need need,
            Shelf from,
            int standsFor,
            long quantity,
            long metres,
            boolean guessed,
            List<Passed> nearer,
            int firstDay,
            int lastDay) {

        public Line {
            nearer = List.copyOf(nearer);
        }

        /** Base units of what was asked for that it answers. */
        public long answers() {
            return quantity * standsFor;
        }

        /** Whether what is sent stands in for what was asked for. */
        public boolean standIn() {
            return !from.itemCode().equals(need.itemCode());
        }
    }

    /** A source that is nearer and sends no more. */
    public record Passed(Shelf shelf, Why why) {}

    /** A need that stays short. @param planned base units it gets @param missing base units it does not get */
    public record Gap(Need need, long planned, long missing, Why why) {

        /** Part of what the place would take that is there, promised or planned, 0 .. 1. */
        public double coverage() {
            return 1 - (double) missing / need.welcome();
        }
    }

    /**
     * How well a place is served: for each item it asks for the part that is there, promised or planned, and the mean of
     * these parts, so that a lorry of masks does not hide that the food is missing.
     *
     * @param coverage 0 .. 1
     * @param worst its worst item, 0 .. 1
     * @param worstItem that item's name
     * @param needs how many open needs it has
     */
    public record Place(
            UUID holderId,
            String name,
            String nameEn,
            String areaPath,
            double coverage,
            double worst,
            String worstItem,
            String worstItemEn,
            int needs) {}

    public GoodsPlan {
        lines = List.copyOf(lines);
        gaps = List.copyOf(gaps);
        places = List.copyOf(places);
        far = List.copyOf(far);
    }

    /** Lines that can be proposed today. */
    public List<Line> bookable() {
        return lines.stream().filter(line -> line.from().origin().bookable()).toList();
    }

    /** Lines that rest on what has yet to be made or to come: somebody has to see to it, and nothing is set aside. */
    public List<Line> advice() {
        return lines.stream().filter(line -> !line.from().origin().bookable()).toList();
    }

    /** Base units of what was asked for that rest on {@link #advice}. */
    public long advised() {
        return advice().stream().mapToLong(Line::answers).sum();
    }

    /** How evenly the places are served; empty where nobody asks. */
    public Optional<Fairness> fairness() {
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Fairness.of(places.stream().mapToDouble(Place::coverage).toArray()));
    }

    /** The least part that anybody gets of anything they ask for, 0 .. 1; 1 where nobody asks. */
    public double worst() {
        return places.stream().mapToDouble(Place::worst).min().orElse(1);
    }

    /** Metres that a unit goes, on average; 0 where none goes. */
    public double metresPerUnit() {
        return units == 0 ? 0 : (double) unitMetres / units;
    }
}
