package org.tongxin.app.platform.sheet;

/** Cells of a CSV file. */
public final class Cells {

    /** Full-width signs too: some spreadsheets read them as the narrow ones. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private Cells() {}

    /** A text that no spreadsheet takes for a formula: one that begins like one gets an apostrophe before it. */
    public static String safe(String cell) {
        return isFormula(cell) ? "'" + cell : cell;
    }

    /** The text as it was before {@link #safe}. */
    public static String plain(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isFormula(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
    }
}
