package org.tongxin.app.platform;

import java.util.List;

/** What a module keeps at a place, for the day on which the place ends. Each module names its own. */
public interface PlacedRecords {

    /**
     * A column that names a place by its code.
     *
     * @param table name of the table
     * @param column name of the column
     */
    record Column(String table, String column) {}

    /** Whose rows stand or work at a place and go on in its successor, such as posts and homes. The past stays where it was. */
    List<Column> goOn();

    /** How much at a place, or below it, is still to be finished there. */
    default int unfinished(String path) {
        return 0;
    }
}
