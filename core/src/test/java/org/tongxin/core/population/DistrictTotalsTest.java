package org.tongxin.core.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DistrictTotalsTest {

    private static final DistrictTables TABLES = ShippedDistricts.TABLES;

    @Test
    void shippedDistrictsHaveTheirPublishedResidentsAndAreas() {
        assertThat(TABLES.district("310115").residents()).isEqualTo(5_681_512);
        assertThat(TABLES.district("440306").residents()).isEqualTo(4_476_554);
        assertThat(TABLES.district("420111").residents()).isEqualTo(1_728_811);
        assertThat(TABLES.district("310115").communities()).isEqualTo(1_360);
        assertThat(TABLES.district("440306").communities()).isEqualTo(141);
        assertThat(TABLES.district("420111").communities()).isEqualTo(314);
    }

    @Test
    void anUnknownDistrictIsAnsweredWithThoseKnown() {
        assertThatThrownBy(() -> TABLES.district("999999"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("999999", "310115, 420111, 440306");
    }

    @Test
    void totalsThatMakeNoSenseAreRefusedWithTheirValue() {
        assertThatThrownBy(() -> with("residents", "-5")).hasMessageContainingAll("residents", "-5");
        assertThatThrownBy(() -> with("male_share", "1.2")).hasMessageContaining("share of men (1.2)");
        assertThatThrownBy(() -> with("mean_family_size", "7")).hasMessageContaining("family household (7.0)");
        assertThatThrownBy(() -> with("age_share_from_15", "0.9"))
                .hasMessageContaining("sum of the shares of age bands");
        assertThatThrownBy(() -> with("collective_share", "-0.1")).hasMessageContaining("-0.1");
        assertThatThrownBy(() -> with("residents", "many")).hasMessageContainingAll("many", "not a number");
        assertThatThrownBy(() -> without("mean_family_size")).hasMessageContaining("no mean_family_size");
    }

    @Test
    void agesThatSumToNothingAreRefused() {
        List<Map<String, String>> empty = new ArrayList<>();
        TABLES.ages().forEach(row -> empty.add(changed(row, "persons", "0")));
        DistrictTables tables = new DistrictTables(
                TABLES.districts(), TABLES.areas(), TABLES.totals(), empty, TABLES.householdSizes(), TABLES.contacts());
        assertThatThrownBy(() -> tables.district("310115")).hasMessageContaining("sum of the pyramid of ages (0.0)");
    }

    @Test
    void aCommunityWithoutWeightIsRefused() {
        List<Map<String, String>> areas = new ArrayList<>(TABLES.areas());
        areas.set(2, changed(areas.get(2), "weight", "0"));
        DistrictTables tables = new DistrictTables(
                TABLES.districts(), areas, TABLES.totals(), TABLES.ages(), TABLES.householdSizes(), TABLES.contacts());
        assertThatThrownBy(() -> tables.district("310115"))
                .hasMessageContainingAll(areas.get(2).get("code"), "weight (0.0)");
    }

    @Test
    void moreMinorsThanHomesCanHoldAreRefused() {
        List<Map<String, String>> totals = new ArrayList<>();
        for (Map<String, String> row : TABLES.totals()) {
            boolean size = row.get("measure").equals("mean_family_size");
            totals.add(size ? changed(row, "value", "1.01") : row);
        }
        DistrictTotals lonely = tables(totals).district("310115");
        assertThatThrownBy(() -> Synthesiser.synthesise(lonely, SynthesisSettings.STANDARD, 0.01, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("minors");
    }

    private static DistrictTotals with(String measure, String value) {
        return tables(TABLES.totals().stream()
                        .map(row -> row.get("measure").equals(measure) ? changed(row, "value", value) : row)
                        .toList())
                .district("310115");
    }

    private static DistrictTotals without(String measure) {
        return tables(TABLES.totals().stream()
                        .filter(row -> !row.get("measure").equals(measure))
                        .toList())
                .district("310115");
    }

    private static DistrictTables tables(List<Map<String, String>> totals) {
        return new DistrictTables(
                TABLES.districts(), TABLES.areas(), totals, TABLES.ages(), TABLES.householdSizes(), TABLES.contacts());
    }

    private static Map<String, String> changed(Map<String, String> row, String column, String value) {
        Map<String, String> changed = new LinkedHashMap<>(row);
        changed.put(column, value);
        return changed;
    }
}
