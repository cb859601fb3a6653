package org.tongxin.core.population;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tables from which the totals of districts are put together; every row is a map from column to text. Reading files is
 * left to the caller.
 *
 * @param districts columns {@code code}, {@code name}, {@code province} (which ages and contacts are taken)
 * @param areas columns {@code code}, {@code name}, {@code level} (street or community; others are passed over),
 *     {@code parent_code}, {@code weight} (of communities); codes of a district's areas begin with its code
 * @param totals columns {@code district_code}, {@code measure}, {@code value}, {@code unit}, {@code source}; the measures are
 *     residents, male_share, age_share_from_0 and further ages, collective_share, collective_students, collective_in_care,
 *     mean_family_size
 * @param ages columns {@code province}, {@code age} (rising from 0), {@code persons}
 * @param householdSizes columns {@code size} (rising from 1), {@code households}
 * @param contacts columns {@code province}, {@code setting}, {@code age_from}, {@code contact_age_from}, {@code value}
 */
public record DistrictTables(
        List<Map<String, String>> districts,
        List<Map<String, String>> areas,
        List<Map<String, String>> totals,
        List<Map<String, String>> ages,
        List<Map<String, String>> householdSizes,
        List<Map<String, String>> contacts) {

    private static final String BAND = "age_share_from_";

    /** Immutable lists. */
    public DistrictTables {
        districts = List.copyOf(districts);
        areas = List.copyOf(areas);
        totals = List.copyOf(totals);
        ages = List.copyOf(ages);
        householdSizes = List.copyOf(householdSizes);
        contacts = List.copyOf(contacts);
    }

    /**
     * The totals of one district.
     *
     * @throws IllegalArgumentException when the district or one of its measures is missing, or a value makes no sense
     */
    public DistrictTotals district(String code) {
        Map<String, String> district = districts.stream()
                .filter(row -> text(row, "code").equals(code))
                .findFirst()
                .orElseThrow(() -> unknown(code));
        String province = text(district, "province");
        Map<String, Figure> figures = figures(code);
        return new DistrictTotals(
                code,
                text(district, "name"),
                (int) value(figures, code, "residents"),
                streets(code),
                value(figures, code, "male_share"),
                bands(figures),
                column(ages, province, "age", "persons", 0),
                collective(figures, code),
                value(figures, code, "mean_family_size"),
                column(householdSizes, "", "size", "households", 1),
                contacts(province),
                List.copyOf(figures.values()));
    }

    private IllegalArgumentException unknown(String code) {
        List<String> known =
                districts.stream().map(row -> text(row, "code")).sorted().toList();
        return new IllegalArgumentException("There is no district " + code + "; there are " + String.join(", ", known)
                + ". Add its rows to the tables, or name one of these.");
    }

    private Map<String, Figure> figures(String code) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (Map<String, String> row : totals) {
            if (text(row, "district_code").equals(code)) {
                String measure = text(row, "measure");
                figures.put(
                        measure,
                        new Figure(
                                measure,
                                measure.replace('_', ' '),
                                number(row, "value"),
                                text(row, "unit"),
                                text(row, "source")));
            }
        }
        return figures;
    }

    private static double value(Map<String, Figure> figures, String code, String measure) {
        Figure figure = figures.get(measure);
        if (figure == null) {
            throw new IllegalArgumentException(
                    "The totals of district " + code + " have no " + measure + ". Add a row.");
        }
        return figure.value();
    }

    private static CollectiveQuarters collective(Map<String, Figure> figures, String code) {
        return new CollectiveQuarters(
                value(figures, code, "collective_share"),
                value(figures, code, "collective_students"),
                value(figures, code, "collective_in_care"));
    }

    private static List<AgeBand> bands(Map<String, Figure> figures) {
        TreeMap<Integer, Double> shares = new TreeMap<>();
        figures.forEach((measure, figure) -> {
            if (measure.startsWith(BAND)) {
                shares.put(whole(measure.substring(BAND.length()), measure), figure.value());
            }
        });
        return shares.entrySet().stream()
                .map(band -> new AgeBand(band.getKey(), band.getValue()))
                .toList();
    }

    private List<StreetWeights> streets(String code) {
        Map<String, List<AreaWeight>> communities = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (Map<String, String> row : areas) {
            String area = text(row, "code");
            if (area.startsWith(code) && text(row, "level").equals("street")) {
                names.put(area, text(row, "name"));
            } else if (area.startsWith(code) && text(row, "level").equals("community")) {
                communities
                        .computeIfAbsent(text(row, "parent_code"), street -> new ArrayList<>())
                        .add(new AreaWeight(area, text(row, "name"), number(row, "weight")));
            }
        }
        requireStreets(names, communities);
        return names.entrySet().stream()
                .map(street -> new StreetWeights(
                        street.getKey(), street.getValue(), communities.getOrDefault(street.getKey(), List.of())))
                .toList();
    }

    private static void requireStreets(Map<String, String> names, Map<String, List<AreaWeight>> communities) {
        for (String street : communities.keySet()) {
            if (!names.containsKey(street)) {
                throw new IllegalArgumentException("The street " + street + " of "
                        + communities.get(street).size() + " communities is not among the areas. Add its row.");
            }
        }
    }

    /** Values in the order of their index, of which none may be missing. */
    private static List<Double> column(
            List<Map<String, String>> table, String province, String index, String value, int first) {
        List<Double> values = new ArrayList<>();
        for (Map<String, String> row : table) {
            if (province.isEmpty() || text(row, "province").equals(province)) {
                if (whole(text(row, index), index) != first + values.size()) {
                    throw new IllegalArgumentException("The rows of " + value + " must be in order of " + index
                            + ", but " + text(row, index) + " stands where " + (first + values.size()) + " should.");
                }
                values.add(number(row, value));
            }
        }
        return values;
    }

    private ContactMatrices contacts(String province) {
        EnumMap<Setting, double[][]> matrices = new EnumMap<>(Setting.class);
        for (Map<String, String> row : contacts) {
            if (text(row, "province").equals(province)) {
                double[][] matrix = matrices.computeIfAbsent(
                        setting(row), each -> new double[ContactMatrices.GROUPS][ContactMatrices.GROUPS]);
                matrix[group(row, "age_from")][group(row, "contact_age_from")] = number(row, "value");
            }
        }
        return ContactMatrices.of(matrices);
    }

    private static Setting setting(Map<String, String> row) {
        String name = text(row, "setting");
        for (Setting setting : Setting.values()) {
            if (setting.name().equals(name.toUpperCase(Locale.ROOT))) {
                return setting;
            }
        }
        throw new IllegalArgumentException(
                "The setting (" + name + ") of contacts must be household, school, work or community.");
    }

    private static int group(Map<String, String> row, String column) {
        int from = whole(text(row, column), column);
        if (from < 0
                || from % ContactMatrices.GROUP_YEARS != 0
                || from / ContactMatrices.GROUP_YEARS >= ContactMatrices.GROUPS) {
            throw new IllegalArgumentException("The " + column + " (" + from + ") of contacts must be 0, 5, 10, … 85.");
        }
        return from / ContactMatrices.GROUP_YEARS;
    }

    private static String text(Map<String, String> row, String column) {
        String text = row.get(column);
        if (text == null) {
            throw new IllegalArgumentException("A row (" + row + ") has no column " + column + ".");
        }
        return text;
    }

    private static double number(Map<String, String> row, String column) {
        String text = text(row, column);
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "The " + column + " (" + text + ") of " + row + " is not a number.", notANumber);
        }
        throw new IllegalArgumentException("The " + column + " (" + text + ") of " + row + " is not finite.");
    }

    private static int whole(String text, String what) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("The " + what + " (" + text + ") is not a whole number.", notANumber);
        }
    }
}
