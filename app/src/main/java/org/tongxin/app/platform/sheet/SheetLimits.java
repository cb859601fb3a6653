package org.tongxin.app.platform.sheet;

/**
 * How much of a file is read before it is refused. All above 0.
 *
 * @param bytes of the file as it came
 * @param rows with the head
 * @param columns of a row
 * @param characters of a cell
 * @param inflatedBytes of all parts of an XLSX file together, unpacked
 * @param ratio unpacked bytes for each byte of the file
 * @param parts of an XLSX file
 */
public record SheetLimits(int bytes, int rows, int columns, int characters, long inflatedBytes, int ratio, int parts) {

    private static final int MEBI = 1024 * 1024;

    /**
     * Suggested values: twice the 100,000 rows that a district's longest list has; sheets written by spreadsheets unpack to
     * some ten to forty times their size.
     */
    public static final SheetLimits USUAL = new SheetLimits(20 * MEBI, 200_000, 100, 1_000, 256L * MEBI, 150, 1_000);

    public SheetLimits {
        if (Math.min(Math.min(bytes, rows), Math.min(columns, characters)) < 1
                || Math.min(Math.min(ratio, parts), inflatedBytes) < 1) {
            throw new IllegalArgumentException("Each limit must be above 0, but they are %d, %d, %d, %d, %d, %d and %d."
                    .formatted(bytes, rows, columns, characters, inflatedBytes, ratio, parts));
        }
    }
}
