package org.tongxin.app.identity;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.CannotStart;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.app.platform.Refusal;

/** A database that a script has acted in is never opened for real use. */
@Component
class NoScriptsInOperation implements SmartInitializingSingleton {

    private final JdbcClient jdbc;
    private final PlatformSettings settings;

    NoScriptsInOperation(JdbcClient jdbc, PlatformSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (settings.demonstration()) {
            return;
        }
        List<String> scripted = jdbc.sql("select login from account where scripted order by login limit 5")
                .query(String.class)
                .list();
        if (!scripted.isEmpty()) {
            throw new CannotStart(Refusal.of("I-001", String.join(", ", scripted)));
        }
    }
}
