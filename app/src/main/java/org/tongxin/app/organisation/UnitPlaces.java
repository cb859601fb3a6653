package org.tongxin.app.organisation;

import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.Outcome;
import org.tongxin.core.geo.Datum;

/** Where units lie, taken from the district's own map. Thread-safe. */
public interface UnitPlaces {

    /**
     * What a map changed.
     *
     * @param units how many units lie where the map says now
     * @param farthestMetres the longest way that a unit was moved by; 0 where none had a position before
     */
    record Placed(int units, long farthestMetres) {}

    /**
     * Puts the units where a GeoJSON file says: features with a property {@code code} and a point, or an outline whose centroid counts.
     * All or none. Refused: I-003, U-012 for a file that is no feature collection or has more than 5,000 features, U-013 for a feature
     * without the code of a unit, or twice the same, U-014 for a place more than 100 km from the district, U-016 for a geometry that is
     * neither.
     *
     * @param datum what the file's coordinates are measured from
     */
    Outcome<Placed> place(Actor actor, Datum datum, byte[] file);
}
