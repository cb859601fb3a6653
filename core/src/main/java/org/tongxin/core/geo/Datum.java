package org.tongxin.core.geo;

/**
 * What a pair of coordinates is measured from. Maps published in China are shifted: GCJ-02 by some 300 to 700 m from WGS 84 by a
 * deterministic function of the place, BD-09 by a second shift on top. A file that does not say which it uses cannot be read safely.
 *
 * <p><b>Source.</b> The functions and constants are those that public libraries agree on (ellipsoid of Krasovsky 1940: semi-major axis
 * 6,378,245 m, eccentricity squared 0.00669342162296594323); no official text is public. The way back is found by repeating the way
 * there until the place is hit. Immutable and thread-safe.
 */
public enum Datum {
    /** The world's, used by satellite receivers and kept here. */
    WGS84 {
        @Override
        public Position toWgs84(Position position) {
            return position;
        }
    },
    /** The shifted one of published maps in mainland China. */
    GCJ02 {
        @Override
        public Position toWgs84(Position position) {
            return unshifted(position);
        }
    },
    /** GCJ-02 shifted once more. */
    BD09 {
        @Override
        public Position toWgs84(Position position) {
            return unshifted(withoutSecondShift(position));
        }
    };

    private static final double AXIS = 6_378_245.0;
    private static final double ECCENTRICITY = 0.00669342162296594323;
    private static final double CLOSE = 1e-9;
    private static final int MOST_STEPS = 30;
    private static final double SECOND = Math.PI * 3000.0 / 180.0;

    /**
     * A place.
     *
     * @param latitude degrees, -90 to 90
     * @param longitude degrees, -180 to 180
     * @throws IllegalArgumentException when a value is outside its range or NaN
     */
    public record Position(double latitude, double longitude) {

        public Position {
            if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
                throw new IllegalArgumentException(
                        "Latitude %s must be -90 to 90 and longitude %s -180 to 180; are they swapped?"
                                .formatted(latitude, longitude));
            }
        }
    }

    /** The same place in WGS 84, within a millimetre of what the functions give; outside mainland China's frame it is unchanged. */
    public abstract Position toWgs84(Position position);

    private static Position unshifted(Position shifted) {
        if (isOutside(shifted)) {
            return shifted;
        }
        double latitude = shifted.latitude();
        double longitude = shifted.longitude();
        for (int step = 0; step < MOST_STEPS; step++) {
            Position there = shifted(new Position(latitude, longitude));
            double missedLatitude = shifted.latitude() - there.latitude();
            double missedLongitude = shifted.longitude() - there.longitude();
            latitude += missedLatitude;
            longitude += missedLongitude;
            if (Math.abs(missedLatitude) < CLOSE && Math.abs(missedLongitude) < CLOSE) {
                break;
            }
        }
        return new Position(latitude, longitude);
    }

    /** From WGS 84 to GCJ-02. */
    static Position shifted(Position position) {
        double east = position.longitude() - 105.0;
        double north = position.latitude() - 35.0;
        double radians = Math.toRadians(position.latitude());
        double bent = 1 - ECCENTRICITY * Math.pow(Math.sin(radians), 2);
        double meridian = AXIS * (1 - ECCENTRICITY) / (bent * Math.sqrt(bent));
        double parallel = AXIS / Math.sqrt(bent) * Math.cos(radians);
        return new Position(
                position.latitude() + Math.toDegrees(northward(east, north) / meridian),
                position.longitude() + Math.toDegrees(eastward(east, north) / parallel));
    }

    private static double northward(double east, double north) {
        return -100.0
                + 2.0 * east
                + 3.0 * north
                + 0.2 * north * north
                + 0.1 * east * north
                + 0.2 * Math.sqrt(Math.abs(east))
                + waves(6 * east, 20, 2 * east, 20)
                + waves(north, 20, north / 3, 40)
                + waves(north / 12, 160, north / 30, 320);
    }

    private static double eastward(double east, double north) {
        return 300.0
                + east
                + 2.0 * north
                + 0.1 * east * east
                + 0.1 * east * north
                + 0.1 * Math.sqrt(Math.abs(east))
                + waves(6 * east, 20, 2 * east, 20)
                + waves(east, 20, east / 3, 40)
                + waves(east / 12, 150, east / 30, 300);
    }

    private static double waves(double one, double heightOfOne, double other, double heightOfOther) {
        return (heightOfOne * Math.sin(one * Math.PI) + heightOfOther * Math.sin(other * Math.PI)) * 2.0 / 3.0;
    }

    private static Position withoutSecondShift(Position position) {
        double east = position.longitude() - 0.0065;
        double north = position.latitude() - 0.006;
        double distance = Math.hypot(east, north) - 0.00002 * Math.sin(north * SECOND);
        double angle = Math.atan2(north, east) - 0.000003 * Math.cos(east * SECOND);
        return new Position(distance * Math.sin(angle), distance * Math.cos(angle));
    }

    /** The frame outside which published maps are not shifted. */
    private static boolean isOutside(Position position) {
        return position.longitude() < 72.004
                || position.longitude() > 137.8347
                || position.latitude() < 0.8293
                || position.latitude() > 55.8271;
    }
}
