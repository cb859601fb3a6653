package org.tongxin.core.scan;

import org.tongxin.core.geo.GreatCircle;

/** How the two coordinates of a {@link Place} are meant. */
public enum Coordinates {
    /** East and north on a plane, both in kilometres. */
    CARTESIAN {
        @Override
        double kilometres(Place from, Place to) {
            double east = from.first() - to.first();
            double north = from.second() - to.second();
            return Math.sqrt(east * east + north * north);
        }
    },
    /** Latitude, then longitude, in degrees; distances are great-circle distances. */
    LATITUDE_LONGITUDE {
        @Override
        double kilometres(Place from, Place to) {
            return GreatCircle.kilometres(from.first(), from.second(), to.first(), to.second());
        }
    };

    abstract double kilometres(Place from, Place to);
}
