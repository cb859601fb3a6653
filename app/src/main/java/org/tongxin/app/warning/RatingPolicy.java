package org.tongxin.app.warning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.Reason;

/**
 * The rule table that rates areas, first matching rule first. Version {@value #VERSION}.
 *
 * <p>Community finds come first: the district is rated on cases found in the community within 14 days, conversions
 * subtracted, and on finds in quarantine only below that. The windows of 14 days, 50 cases and the role of a cluster are
 * those of the joint prevention mechanism's guidance of 17 February 2020 for low, medium and high risk areas; putting
 * them to the four colours, reading "cluster" as {@value #CLUSTER_STREETS} streets at orange, and every figure of the
 * street rules are suggested values of this product.
 */
@Component
public class RatingPolicy {

    public static final String VERSION = "2022-03/1";

    /** How many days below a level before it may fall by one. Suggested value. */
    public static final int DAYS_BEFORE_LOWERING = 7;

    /** Days with a report, of seven, without which a week is never called calm and lowers nothing. Suggested value. */
    public static final int REPORTED_DAYS_FOR_CALM = 4;

    static final int CLUSTER_STREETS = 3;

    public static final int STREET_RED = 300;
    public static final int STREET_ORANGE = 100;
    public static final int STREET_ORANGE_WITH_SIGNALS = 40;
    public static final int STREET_YELLOW = 20;
    public static final int DISTRICT_ORANGE = 50;

    /**
     * What is known of a street.
     *
     * @param addresses places of residence named in seven days
     * @param reportedDays of these seven days
     * @param signals standing signals in the last three days
     */
    public record StreetFigures(int addresses, int reportedDays, int signals) {

        Map<String, Integer> asMap() {
            Map<String, Integer> figures = new LinkedHashMap<>();
            figures.put("addresses7", addresses);
            figures.put("reportedDays7", reportedDays);
            figures.put("signals3", signals);
            return figures;
        }
    }

    /**
     * What is known of the district.
     *
     * @param community cases found in the community in 14 days, conversions subtracted
     * @param quarantine cases found in quarantine in 14 days
     * @param reportedDays of these 14 days
     * @param orangeStreets streets rated orange or red
     */
    public record DistrictFigures(int community, int quarantine, int reportedDays, int orangeStreets) {

        Map<String, Integer> asMap() {
            Map<String, Integer> figures = new LinkedHashMap<>();
            figures.put("community14", community);
            figures.put("quarantine14", quarantine);
            figures.put("reportedDays14", reportedDays);
            figures.put("orangeStreets", orangeStreets);
            return figures;
        }
    }

    /** What the rules say. @param rule name of the rule that decided */
    public record Verdict(
            RatingLevel level,
            String rule,
            List<Reason> reasons,
            List<Reason> loweredBy,
            Map<String, Integer> figures) {}

    public Verdict rate(StreetFigures street) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of("addressesIn7Days", street.addresses(), street.reportedDays()));
        if (street.signals() > 0) {
            reasons.add(Reason.of("signalsIn3Days", street.signals()));
        }
        if (street.reportedDays() == 0) {
            return new Verdict(
                    RatingLevel.INSUFFICIENT, "S0", List.of(Reason.of("noReportIn7Days")), List.of(), street.asMap());
        }
        if (street.addresses() >= STREET_RED) {
            return verdict(RatingLevel.RED, "S1", STREET_RED, reasons, street);
        }
        if (street.addresses() >= STREET_ORANGE) {
            // With two signals fewer places still mean orange, by S3.
            int lower = street.signals() >= 2 ? STREET_ORANGE_WITH_SIGNALS : STREET_ORANGE;
            return verdict(RatingLevel.ORANGE, "S2", lower, reasons, street);
        }
        if (street.signals() >= 2 && street.addresses() >= STREET_ORANGE_WITH_SIGNALS) {
            return verdict(RatingLevel.ORANGE, "S3", STREET_ORANGE_WITH_SIGNALS, reasons, street);
        }
        if (street.addresses() >= STREET_YELLOW) {
            return verdict(RatingLevel.YELLOW, "S4", STREET_YELLOW, reasons, street);
        }
        if (street.addresses() > 0 || street.signals() > 0) {
            return verdict(RatingLevel.BLUE, "S5", 1, reasons, street);
        }
        if (street.reportedDays() < REPORTED_DAYS_FOR_CALM) {
            return new Verdict(RatingLevel.INSUFFICIENT, "S0", reasons, List.of(), street.asMap());
        }
        return new Verdict(RatingLevel.NONE, "S6", reasons, List.of(), street.asMap());
    }

    public Verdict rate(DistrictFigures district) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of("communityIn14Days", district.community(), district.reportedDays()));
        reasons.add(Reason.of("quarantineIn14Days", district.quarantine()));
        if (district.reportedDays() == 0) {
            return new Verdict(
                    RatingLevel.INSUFFICIENT,
                    "D0",
                    List.of(Reason.of("noReportIn14Days")),
                    List.of(),
                    district.asMap());
        }
        if (district.community() > DISTRICT_ORANGE) {
            boolean cluster = district.orangeStreets() >= CLUSTER_STREETS;
            reasons.add(Reason.of("orangeStreets", district.orangeStreets(), CLUSTER_STREETS));
            return new Verdict(
                    cluster ? RatingLevel.RED : RatingLevel.ORANGE,
                    cluster ? "D1" : "D2",
                    reasons,
                    List.of(
                            cluster
                                    ? Reason.of("lowerWhenFewerOrangeStreets", CLUSTER_STREETS)
                                    : Reason.of("lowerWhenCommunityAtMost", DISTRICT_ORANGE)),
                    district.asMap());
        }
        if (district.community() > 0) {
            return new Verdict(
                    RatingLevel.YELLOW, "D3", reasons, List.of(Reason.of("lowerWhenNoCommunity")), district.asMap());
        }
        RatingLevel level = district.quarantine() > 0 ? RatingLevel.BLUE : RatingLevel.NONE;
        return new Verdict(level, district.quarantine() > 0 ? "D4" : "D5", reasons, List.of(), district.asMap());
    }

    private static Verdict verdict(
            RatingLevel level, String rule, int threshold, List<Reason> reasons, StreetFigures street) {
        return new Verdict(
                level,
                rule,
                List.copyOf(reasons),
                List.of(
                        Reason.of("lowerWhenAddressesBelow", threshold),
                        Reason.of("lowerAfterDays", DAYS_BEFORE_LOWERING)),
                street.asMap());
    }
}
