package org.tongxin.app.resources;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongxin.core.allocation.Fairness;

/**
 * Which warehouse should send what to whom, proved to be the best under its rule. Advice: a named duty officer adopts it.
 *
 * @param id changes with everything the plan rests on; see {@link SupplyPlanning#adopt}
 * @param lines what goes where, by item, need and warehouse
 * @param gaps needs that stay short, the worst covered first
 * @param places who asks, the worst covered first
 * @param wanted base units of all items that nothing has been found for yet
 * @param units base units the plan delivers
 * @param unitMetres base units times metres, over all lines
 */
public record GoodsPlan(
        UUID id,
        Rule rule,
        List<Line> lines,
        List<Gap> gaps,
        List<Place> places,
        long wanted,
        long units,
        long unitMetres) {

    /** How a shortage is priced; see {@link ShortageTable}. */
    public enum Rule {
        /** The first half of each need is the dearest to miss. */
        TIERS,
        /** Each unit costs the same, so that the nearest gets all. */
        FLAT
    }

    /** Why nothing more comes from a warehouse, or from all together. */
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
        TAKEN
    }

    /**
     * So much of what a need asks for, from one warehouse.
     *
     * @param metres as the crow flies
     * @param guessed whether the position of one end is not known, so that the way is an assumption
     * @param nearer warehouses that are nearer, the nearest first, and why they send no more
     */
    public record Line(Need need, Shelf from, long quantity, long metres, boolean guessed, List<Passed> nearer) {

        public Line {
            nearer = List.copyOf(nearer);
        }
    }

    /** A warehouse that is nearer and sends no more. */
    public record Passed(Shelf shelf, Why why) {}

    /** A need that stays short. @param planned base units it gets @param missing base units it does not get */
    public record Gap(Need need, long planned, long missing, Why why) {

        /** Part of what was asked for that is there, promised or planned, 0 .. 1. */
        public double coverage() {
            return 1 - (double) missing / need.quantity();
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
    }

    /** How evenly the places are served; empty where nobody asks. */
    public Optional<Fairness> fairness() {
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Fairness.of(places.stream().mapToDouble(Place::coverage).toArray()));
    }

    /** Metres that a unit goes, on average; 0 where none goes. */
    public double metresPerUnit() {
        return units == 0 ? 0 : (double) unitMetres / units;
    }
}
