package org.tongxin.app.resources.hospitals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * The public register of 2020 and what is assumed beside it; see {@code data/PROVENANCE.md}.
 *
 * @param hospitals as registered
 * @param requests in the order in which they appeared, those that appeared together in the order of the register
 * @param cities by their name in the register
 * @param items what each item is assumed to be, by name, in the order of the table
 * @param depots where the assumed stock lies
 */
public record HospitalRecord(
        List<Hospital> hospitals,
        List<Request> requests,
        Map<String, City> cities,
        List<Item> items,
        List<Depot> depots) {

    private static final String FOLDER = "data/hubei-2020/";
    private static final int ALL = 100;

    /** A hospital or charity. @param city as in {@link #cities} */
    public record Hospital(int id, String name, String city) {}

    /**
     * A request for goods.
     *
     * @param amount units; assumed where none is stated
     * @param stated whether the register states it
     * @param seen the day on which it appeared, in China
     */
    public record Request(int number, int hospital, String item, long amount, boolean stated, LocalDate seen) {}

    /** A city's centre, in WGS-84 degrees. */
    public record City(String name, String nameEn, double latitude, double longitude) {}

    /**
     * What is assumed of an item.
     *
     * @param amount of a request that states none
     * @param guessed whether the amount is a guess, and not the median of those stated
     * @param opening stock on the first day, in all depots
     * @param perDay what arrives on each further day, in all depots
     */
    public record Item(
            String name,
            String nameEn,
            String unit,
            String unitEn,
            long amount,
            boolean guessed,
            long opening,
            long perDay) {}

    /** A depot in a city's centre. @param hundredths its part of what is there and arrives */
    public record Depot(String city, int hundredths) {}

    /** @throws IllegalArgumentException when the parts of the depots do not add up to a hundred */
    public HospitalRecord {
        hospitals = List.copyOf(hospitals);
        requests = List.copyOf(requests);
        cities = Map.copyOf(cities);
        items = List.copyOf(items);
        depots = List.copyOf(depots);
        int parts = depots.stream().mapToInt(Depot::hundredths).sum();
        if (parts != ALL) {
            throw new IllegalArgumentException("The parts of the depots add up to " + parts
                    + " hundredths and must add up to 100: see depots.csv.");
        }
    }

    /** Reads the files that the product ships. */
    public static HospitalRecord read() {
        List<Item> items =
                rows("assumptions.csv").stream().map(HospitalRecord::item).toList();
        Map<String, Item> byName = items.stream().collect(Collectors.toMap(Item::name, Function.identity()));
        return new HospitalRecord(
                rows("hospitals.csv").stream().map(HospitalRecord::hospital).toList(),
                requests(byName),
                rows("cities.csv").stream()
                        .collect(Collectors.toMap(row -> row.getField("city_pinyin"), HospitalRecord::city)),
                items,
                rows("depots.csv").stream()
                        .map(row -> new Depot(row.getField("city_pinyin"), whole(row, "hundredths")))
                        .toList());
    }

    private record Appeared(OffsetDateTime at, Request request) {}

    private static List<Request> requests(Map<String, Item> items) {
        List<Appeared> all = new ArrayList<>();
        for (NamedCsvRecord row : rows("hospital-needs.csv")) {
            OffsetDateTime at = OffsetDateTime.parse(row.getField("first_seen"));
            all.add(new Appeared(at, request(all.size() + 1, row, items, at.toLocalDate())));
        }
        return all.stream()
                .sorted(Comparator.comparing(Appeared::at))
                .map(Appeared::request)
                .toList();
    }

    private static Request request(int number, NamedCsvRecord row, Map<String, Item> items, LocalDate seen) {
        Item item = items.get(row.getField("item"));
        if (item == null) {
            throw new IllegalArgumentException("Request " + number + " asks for " + row.getField("item")
                    + ", of which nothing is assumed. Add a line to assumptions.csv.");
        }
        boolean stated = row.getField("value_kind").equals("quantity");
        long amount = stated ? Long.parseLong(row.getField("value")) : item.amount();
        return new Request(number, whole(row, "hospital_id"), item.name(), amount, stated, seen);
    }

    private static Hospital hospital(NamedCsvRecord row) {
        return new Hospital(whole(row, "hospital_id"), row.getField("hospital"), row.getField("city_pinyin"));
    }

    private static City city(NamedCsvRecord row) {
        return new City(
                row.getField("name"),
                row.getField("name_en"),
                Double.parseDouble(row.getField("latitude")),
                Double.parseDouble(row.getField("longitude")));
    }

    private static Item item(NamedCsvRecord row) {
        return new Item(
                row.getField("item"),
                row.getField("item_en"),
                row.getField("unit"),
                row.getField("unit_en"),
                Long.parseLong(row.getField("amount")),
                row.getField("basis").equals("assumed"),
                Long.parseLong(row.getField("opening")),
                Long.parseLong(row.getField("per_day")));
    }

    private static int whole(NamedCsvRecord row, String field) {
        return Integer.parseInt(row.getField(field));
    }

    private static List<NamedCsvRecord> rows(String name) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        new ClassPathResource(FOLDER + name).getInputStream(), StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("The file " + FOLDER + name + " must be readable.", broken);
        }
    }
}
