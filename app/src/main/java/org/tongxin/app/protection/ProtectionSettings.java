package org.tongxin.app.protection;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When personal data of an incident are destroyed.
 *
 * @param days after the stand-down, 30 to 365; a suggested value. Not fewer than the 30 days in which an ended measure can be
 *     complained of
 */
@ConfigurationProperties("tongxin.protection")
public record ProtectionSettings(@DefaultValue("30") int days) {

    public ProtectionSettings {
        if (days < 30 || days > 365) {
            throw new IllegalArgumentException(
                    "The tongxin.protection.days (" + days + ") must be 30 to 365. Maybe another unit was meant?");
        }
    }
}
