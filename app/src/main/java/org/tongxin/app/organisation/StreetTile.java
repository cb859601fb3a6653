package org.tongxin.app.organisation;

/**
 * How a street is drawn: its place among equal tiles, and its approximate outline.
 *
 * @param outline rings of {@code longitude latitude} pairs (WGS-84) as SVG path data in thousandths of the drawing
 */
public record StreetTile(String path, String name, String nameEn, int row, int column, String outline) {

    private static final int WIDTH = 69;
    private static final int HEIGHT = 52;

    /** Left edge in the drawing of all tiles. */
    public int x() {
        return column * WIDTH + 2;
    }

    /** Upper edge in the drawing of all tiles. */
    public int y() {
        return row * HEIGHT + 2;
    }

    /** The English name without its administrative suffix. */
    public String shortNameEn() {
        return nameEn.replaceAll(" (Subdistrict|Town)$", "");
    }

    /** The name without its administrative suffix, short enough for a tile. */
    public String shortName() {
        return name.replaceAll("(新村街道|街道|新镇|镇)$", "");
    }
}
