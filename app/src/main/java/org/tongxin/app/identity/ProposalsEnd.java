package org.tongxin.app.identity;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.DueWork;
import org.tongxin.app.platform.OwnedTables;

/** Proposals that nobody opened are destroyed on their day; of them the audit keeps how many. */
@Component
class ProposalsEnd implements DueWork, OwnedTables {

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Audit audit;

    ProposalsEnd(JdbcClient jdbc, DistrictClock clock, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    @Override
    @Transactional
    public void runDue() {
        int destroyed = jdbc.sql("delete from account_proposal where kept_until <= ?")
                .param(clock.now().atOffset(ZoneOffset.UTC))
                .update();
        if (destroyed > 0) {
            audit.record(Actor.system(), "account.proposals-destroyed", "proposals", Map.of("number", destroyed));
        }
    }

    @Override
    public List<String> names() {
        return List.of("account_proposal");
    }
}
