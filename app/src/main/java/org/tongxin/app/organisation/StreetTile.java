package org.tongxin.app.organisation;

/**
 * How a street is drawn: its place among equal tiles, and its approximate outline.
 *
 * @param outline rings of {@code longitude latitude} pairs (WGS-84) as SVG path data in thousandths of the drawing
 */
public record StreetTile(String path, String name, String nameEn, int row, int column, String outline) {

    /** The name without its administrative suffix, short enough for a tile. */
    public String shortName() {
        return name.replaceAll("(新村街道|街道|新镇|镇)$", "");
    }
}
