package org.tongxin.app.platform;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings that the whole house reads; everything runs with none of them given.
 *
 * @param data folder of everything written at run time; relative to the working directory
 * @param mode {@code demonstration} opens the replay and its logins and binds to loopback; {@code operation} has neither
 * @param seed seed of the scenario and salt of all ids
 */
@ConfigurationProperties("tongxin")
public record PlatformSettings(
        @DefaultValue("var") Path data,
        @DefaultValue("demonstration") Mode mode,
        @DefaultValue("20220306") long seed) {

    /** What the installation is for. */
    public enum Mode {
        DEMONSTRATION,
        OPERATION
    }

    public boolean demonstration() {
        return mode == Mode.DEMONSTRATION;
    }
}
