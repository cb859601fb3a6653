package org.tongxin.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.support.PostgresTest;

@SpringBootTest
@AutoConfigureMockMvc
@PostgresTest
@Import({People.class, SecurityIT.Pages.class})
class AccountsIT {

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Autowired
    Audit audit;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void rightsFollowThePostOfTheMoment() {
        accounts.open(Actor.system(), NewAccount.withPassword("moment", "王强", People.PASSWORD))
                .orThrow();
        assertThat(accounts.findActor("moment")).isEmpty();

        Actor actor = people.appoint("moment", Role.CDC_ANALYST, "310115");

        assertThat(actor.role()).isEqualTo(Role.CDC_ANALYST);
        assertThat(actor.covers("310115001")).isTrue();
        assertThat(actor.covers("310114001")).isFalse();
        assertThat(accounts.findActor(actor.account())).contains(actor);
    }

    @Test
    void sameAppointmentTwiceIsOne() {
        accounts.open(Actor.system(), NewAccount.scripted("twice", "剧本")).orThrow();
        Instant begin = Instant.parse("2022-03-01T00:00:00Z");
        Post post = new Post(Role.STREET_WORKER, "310115001", "街道", begin, begin.plus(Duration.ofDays(9_000)));

        Outcome<?> first = accounts.appoint(Actor.system(), "twice", post);

        assertThat(accounts.appoint(Actor.system(), "twice", post)).isEqualTo(first);
        assertThat(jdbc.sql(
                                "select count(*) from appointment p join account a on a.id = account_id where login = 'twice'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void aPostEndedAsItBeganCanBeFilledAgainInTheSameMoment() {
        accounts.open(Actor.system(), NewAccount.withPassword("at-once", "王强", People.PASSWORD))
                .orThrow();
        Instant now = clock.now();
        clock.holdAt(now);
        try {
            people.appoint("at-once", Role.STREET_WORKER, People.STREET);
            accounts.endAppointment(Actor.system(), "at-once").orThrow();
            assertThat(accounts.findActor("at-once")).isEmpty();
            assertThat(people.appoint("at-once", Role.STREET_WORKER, People.STREET)
                            .login())
                    .isEqualTo("at-once");
        } finally {
            clock.holdAt(null);
        }
    }

    @Test
    void anAdministratorFillsPostsOfTheOwnTerritoryOnly() {
        Actor street = people.open(
                NewAccount.withPassword("admin-of-a-street", "陈静", People.PASSWORD), Role.ADMINISTRATOR, People.STREET);
        accounts.open(street, NewAccount.withPassword("to-place", "刘洋", People.PASSWORD))
                .orThrow();
        Instant now = clock.now();
        Instant until = now.plus(Duration.ofDays(1));

        assertThat(accounts.appoint(street, "to-place", new Post(Role.STREET_WORKER, "310115002", "岗位", now, until)))
                .isEqualTo(Outcome.refused("I-017", "310115002", People.STREET));
        assertThat(accounts.appoint(street, "to-place", new Post(Role.STREET_WORKER, People.STREET, "岗位", now, until)))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void onlyAdministratorsChangeAccounts() {
        Actor worker = people.worker("not-admin");
        Actor administrator =
                people.open(NewAccount.withPassword("admin", "陈静", People.PASSWORD), Role.ADMINISTRATOR, "310115");
        NewAccount wanted = NewAccount.withPassword("wanted", "刘洋", People.PASSWORD);

        assertThat(accounts.open(worker, wanted)).isEqualTo(Outcome.refused("I-003"));
        assertThat(accounts.open(Actor.observer(""), wanted)).isEqualTo(Outcome.refused("I-003"));
        assertThat(accounts.open(administrator, wanted)).isInstanceOf(Outcome.Accepted.class);
        assertThat(accounts.open(administrator, wanted)).isEqualTo(Outcome.refused("I-005", "wanted"));
        assertThat(accounts.open(administrator, NewAccount.withPassword("short", "刘洋", "short")))
                .isEqualTo(Outcome.refused("I-006", 5));
        assertThat(accounts.open(administrator, NewAccount.withPassword("Ünï", "刘洋", People.PASSWORD)))
                .isEqualTo(Outcome.refused("I-007", "Ünï"));
        assertThat(accounts.endAppointment(administrator, "nobody")).isEqualTo(Outcome.refused("I-008", "nobody"));
    }

    @Test
    void auditMarksScriptsAndBelongsToTheAct() {
        Actor script = people.open(NewAccount.scripted("audited", "剧本"), Role.STREET_WORKER, "310115001");
        transactions.executeWithoutResult(
                status -> audit.record(script, "task.reported", "task:t-1", Map.of("people", 9)));
        transactions.executeWithoutResult(status -> {
            audit.record(script, "task.reported", "task:t-2", Map.of());
            status.setRollbackOnly();
        });

        assertThat(jdbc.sql(
                                "select subject || ' ' || scripted || ' ' || details from audit_entry where subject like 'task:%'")
                        .query(String.class)
                        .list())
                .containsExactly("task:t-1 true {\"people\": 9}");
        assertThatThrownBy(() -> audit.record(script, "task.reported", "task:t-3", Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void auditIsNeverChanged() {
        people.worker("trace");
        for (String change :
                new String[] {"update audit_entry set name = 'x'", "delete from audit_entry", "truncate audit_entry"}) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).hasStackTraceContaining("append-only");
        }
    }
}
