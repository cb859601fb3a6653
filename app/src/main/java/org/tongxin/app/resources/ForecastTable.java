package org.tongxin.app.resources;

import java.util.List;
import org.tongxin.app.simulation.Outlook;

/**
 * Which need of an adopted course is a need for which item. Version {@value #VERSION}; every line is a suggested value.
 * What stands in no line is no matter of supplies: beds, people, quarantine. An item that is not in the catalogue is left
 * out.
 */
public final class ForecastTable {

    public static final String VERSION = "1";

    /** The lines. */
    public static final List<Line> LINES = List.of(
            new Line(Outlook.TESTS, "ANTIGEN", 1),
            new Line(Outlook.MASKS, "MASK", 1),
            new Line(Outlook.PARCELS, "VEG", 1));

    private ForecastTable() {}

    /** @param perUnit base units of the item for one of what the course needs */
    public record Line(Outlook outlook, String itemCode, double perUnit) {}
}
