package org.tongxin.app.tasks.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.OpenWork;

/** Tasks that are neither accepted nor withdrawn. They are of a place, so they stay when its post changes hands. */
@Component
class OpenTasks implements OpenWork {

    private final JdbcClient jdbc;

    OpenTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int count(String territory) {
        return jdbc.sql("""
                select count(*)::int from task
                where area_path >= :territory and area_path < :territory || '~'
                  and state in ('ISSUED', 'ACKNOWLEDGED', 'REPORTED', 'RETURNED')
                """).param("territory", territory).query(Integer.class).single();
    }
}
