package org.tongxin.app.simulation.internal;

import java.nio.file.Path;
import org.tongxin.app.platform.PlatformSettings;

/** Synthetic towns for tests, made once. */
final class Towns {

    private static final DistrictPeople PEOPLE =
            new DistrictPeople(new PlatformSettings(Path.of("var"), PlatformSettings.Mode.DEMONSTRATION, 3));

    private Towns() {}

    static Town pudong(double scale) {
        return PEOPLE.of("310115", scale);
    }
}
