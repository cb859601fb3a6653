package org.tongxin.app.platform.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a backup holds.
 *
 * @param format {@value #FORMAT}
 * @param schema number of the last migration
 * @param written real time
 * @param sequences the last value of each that was used
 */
record Manifest(String format, String schema, Instant written, List<Table> tables, Map<String, Long> sequences) {

    static final String FORMAT = "tongxin-backup/1";

    /** Name of the entry with the manifest. */
    static final String ENTRY = "manifest.json";

    /**
     * One table.
     *
     * @param columns in the order of the file; computed ones are left out
     * @param sha256 of its lines
     */
    record Table(String name, List<String> columns, long rows, String sha256) {

        String entry() {
            return "tables/" + name + ".csv";
        }
    }
}
