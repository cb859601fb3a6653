package org.tongxin.app.surveillance.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets one transaction at a time open, join and put forward episodes, so that numbers and budget hold. */
@Component
class EpisodeLock {

    /** Any number that no other lock of the database uses. */
    private static final long KEY = 0x45_50_49_53L;

    private final JdbcClient jdbc;

    EpisodeLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for its turn; held until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(KEY).query(row -> {});
    }
}
