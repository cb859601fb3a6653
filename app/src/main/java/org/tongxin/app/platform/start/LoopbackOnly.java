package org.tongxin.app.platform.start;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.AbstractConfigurableWebServerFactory;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.CannotStart;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.app.platform.Refusal;

/**
 * A demonstration, where visitors need no password, is reachable from this machine only. A setting that says otherwise is
 * refused rather than overruled in silence.
 */
@Component
final class LoopbackOnly implements WebServerFactoryCustomizer<ConfigurableWebServerFactory>, Ordered {

    private final PlatformSettings settings;

    LoopbackOnly(PlatformSettings settings) {
        this.settings = settings;
    }

    /** After the settings have been applied. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(ConfigurableWebServerFactory factory) {
        if (!settings.demonstration()) {
            return;
        }
        @Nullable InetAddress wanted = factory instanceof AbstractConfigurableWebServerFactory known ? known.getAddress() : null;
        if (wanted != null && !wanted.isLoopbackAddress()) {
            throw new CannotStart(Refusal.of("P-008", wanted.getHostAddress()));
        }
        factory.setAddress(wanted == null ? InetAddress.ofLiteral("127.0.0.1") : wanted);
    }
}
