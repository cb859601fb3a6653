package org.tongxin.app.resources;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What the course adopted last lets expect of one item, from today to the end of the scenario. Nobody asked for it: it
 * never counts as a need.
 *
 * @param scenario number of the scenario
 * @param dataDay the last day the scenario knew of
 * @param stock base units that warehouses hold, not expired and not promised
 * @param days from today on, one after another, at least one
 */
public record Forecast(
        String itemCode,
        String itemName,
        String itemNameEn,
        String unit,
        String unitEn,
        String scenario,
        LocalDate dataDay,
        long stock,
        List<ForecastDay> days) {

    public Forecast {
        days = List.copyOf(days);
    }

    /** The last day of the scenario. */
    public LocalDate until() {
        return days.getLast().day();
    }

    /** The first day on which stock is not enough if every day is as in the median; empty where it lasts to the end. */
    public Optional<LocalDate> shortOn() {
        return shortOn(ForecastDay::median);
    }

    /** Likewise if every day is at the upper end of the nine tenths: more cautious than nine tenths of the whole. */
    public Optional<LocalDate> shortOnAtMost() {
        return shortOn(ForecastDay::high90);
    }

    /** Base units of the first days, by the median or one end of a band. */
    public double sum(int first, ToDoubleFunction<ForecastDay> of) {
        return days.stream().limit(first).mapToDouble(of).sum();
    }

    private Optional<LocalDate> shortOn(ToDoubleFunction<ForecastDay> of) {
        double left = stock;
        for (ForecastDay day : days) {
            left -= of.applyAsDouble(day);
            if (left < 0) {
                return Optional.of(day.day());
            }
        }
        return Optional.empty();
    }
}
