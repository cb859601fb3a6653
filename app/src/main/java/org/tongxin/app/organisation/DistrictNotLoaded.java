package org.tongxin.app.organisation;

/** No district is there yet, or not any more: a demonstration is being loaded or begins again. */
public final class DistrictNotLoaded extends RuntimeException {

    DistrictNotLoaded() {
        super("No district has been loaded.");
    }
}
