package org.tongxin.app.identity;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.test.context.TestComponent;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;

/** Fills posts for a test, each test with logins of its own. */
@TestComponent
public class People {

    public static final String PASSWORD = "垂柳 willow court 7";
    static final String STREET = "310115001";

    private final Accounts accounts;
    private final DistrictClock clock;

    People(Accounts accounts, DistrictClock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    public Actor open(NewAccount account, Role role, String area) {
        return open(account, role, area, "岗位");
    }

    public Actor open(NewAccount account, Role role, String area, String title) {
        accounts.open(Actor.system(), account).orThrow();
        return appoint(account.login(), role, area, title);
    }

    Actor worker(String login) {
        return open(NewAccount.withPassword(login, "李娜", PASSWORD), Role.STREET_WORKER, STREET);
    }

    Actor appoint(String login, Role role, String area) {
        return appoint(login, role, area, "岗位");
    }

    private Actor appoint(String login, Role role, String area, String title) {
        Instant now = clock.now();
        Outcome<?> outcome = accounts.appoint(
                Actor.system(), login, new Post(role, area, title, now, now.plus(Duration.ofDays(30))));
        outcome.orThrow();
        return accounts.findActor(login).orElseThrow();
    }
}
