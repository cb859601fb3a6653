package org.tongxin.core.geo;

/**
 * Distance over the surface of a spherical earth, by the haversine formula, which stays exact for places close together
 * [1]. Against the ellipsoid the error is at most about 0.5 %. Stateless; safe for use by several threads.
 *
 * <p>Source: [1] Sinnott: Virtues of the haversine, Sky and Telescope 68 (1984) 159.
 */
public final class GreatCircle {

    /** Mean radius of the earth, (2a + b) / 3 of the GRS 80 ellipsoid: Moritz, Journal of Geodesy 74 (2000) 128-133. */
    public static final double EARTH_RADIUS_KILOMETRES = 6371.0088;

    private GreatCircle() {}

    /**
     * Kilometres between two places, 0 .. 20,016.
     *
     * @param latitude1 degrees north, -90 .. 90
     * @param longitude1 degrees east, -180 .. 180
     * @param latitude2 as the first
     * @param longitude2 as the first
     * @throws IllegalArgumentException when a value is outside its range or NaN
     */
    public static double kilometres(double latitude1, double longitude1, double latitude2, double longitude2) {
        requirePlace(latitude1, longitude1);
        requirePlace(latitude2, longitude2);
        double haversine = haversine(latitude2 - latitude1)
                + Math.cos(Math.toRadians(latitude1))
                        * Math.cos(Math.toRadians(latitude2))
                        * haversine(longitude2 - longitude1);
        return 2 * EARTH_RADIUS_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }

    static void requirePlace(double latitude, double longitude) {
        if (!(latitude >= -90 && latitude <= 90)) {
            throw new IllegalArgumentException("The latitude (" + latitude + ") must lie in -90..90 degrees.");
        }
        if (!(longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException("The longitude (" + longitude + ") must lie in -180..180 degrees.");
        }
    }

    private static double haversine(double degrees) {
        double sine = Math.sin(Math.toRadians(degrees) / 2);
        return sine * sine;
    }
}
