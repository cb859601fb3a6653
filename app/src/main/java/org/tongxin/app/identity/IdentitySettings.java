package org.tongxin.app.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of logging in.
 *
 * @param district code path of the district, the territory of a demonstration's visitor
 * @param failures failed tries after which a login is closed for a while; at least 1
 * @param window how long failures count, and so how long the login stays closed
 */
@ConfigurationProperties("tongxin.identity")
public record IdentitySettings(
        @DefaultValue("310115") String district,
        @DefaultValue("5") int failures,
        @DefaultValue("15m") Duration window) {

    public IdentitySettings {
        if (failures < 1) {
            throw new IllegalArgumentException("tongxin.identity.failures (" + failures + ") must be at least 1.");
        }
        if (!window.isPositive()) {
            throw new IllegalArgumentException("tongxin.identity.window (" + window + ") must be positive.");
        }
    }
}
