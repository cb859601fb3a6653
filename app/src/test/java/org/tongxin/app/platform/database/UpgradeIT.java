package org.tongxin.app.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.tongxin.app.identity.HeldPost;
import org.tongxin.app.identity.PostBook;
import org.tongxin.app.identity.ProposalBook;
import org.tongxin.app.identity.Reading;
import org.tongxin.app.identity.Readings;
import org.tongxin.app.resources.Need;
import org.tongxin.app.resources.Needs;

/**
 * A database of an earlier version, with rows as that version wrote them, is brought up to date by the start of the product and read by
 * the code of today: from 060, before the reasons of callers' needs became codes and appointments kept since when lists name their holder.
 */
@SpringBootTest(properties = {"tongxin.mode=operation", "tongxin.replay.load=false"})
@ContextConfiguration(initializers = UpgradeIT.Earlier.class)
class UpgradeIT {

    private static final String BEFORE = "060";
    private static final UUID CALLED = new UUID(60, 1);
    private static final UUID WRITTEN = new UUID(60, 2);
    private static final UUID ACCOUNT = new UUID(60, 3);
    private static final UUID APPOINTMENT = new UUID(60, 4);

    /** In the words of the sources of that version: {@code "居民来电" + request.number()}. */
    private static final String ROWS = """
            insert into area (id, path, level, kind, name, name_en, tasked, scenario) values
                ('%1$s', '990600', 'DISTRICT', 'DISTRICT', '旧区', 'Old district', true, true);
            insert into supply_item (code, name, name_en, kind, unit, unit_en, shelf_days, scenario) values
                ('OLD-MASK', '口罩', 'mask', 'PROTECTION', '只', 'piece', null, true);
            insert into supply_holder (id, kind, name, name_en, area_path, scenario) values
                ('%1$s', 'WAREHOUSE', '旧仓库', 'Old store', '990600', true);
            insert into supply_need (id, number, holder_id, item_code, quantity, priority, until, people, why, asked_by, asked_at)
            values
                ('%1$s', 'N-060-1', '%1$s', 'OLD-MASK', 5, 'URGENT', '2099-01-01Z', 1, '居民来电C-0042', 'lina', '2022-03-20Z'),
                ('%2$s', 'N-060-2', '%1$s', 'OLD-MASK', 7, 'ORDINARY', '2099-01-01Z', 1, '门岗用，居民来电里也问到', 'lina', '2022-03-20Z');
            insert into account (id, login, name, created_at) values ('%3$s', 'old-worker', '旧岗', '2022-01-01Z');
            insert into appointment (id, account_id, role, area_path, title, since, until) values
                ('%4$s', '%3$s', 'DUTY_OFFICER', '990600', '值班岗', '2022-03-10Z', '2099-01-01Z');
            insert into audit_entry (at, login, name, scripted, action, subject, details) values
                ('2022-03-05Z', 'reader', '看名册的人', false, 'personal.read', 'accounts:990600',
                 '{"role": "ADMINISTRATOR", "from": "2022-03-05", "to": "2022-03-05"}'),
                ('2022-03-15Z', 'reader', '看名册的人', false, 'personal.read', 'accounts:990600',
                 '{"role": "ADMINISTRATOR", "from": "2022-03-15", "to": "2022-03-15"}');
            """.formatted(CALLED, WRITTEN, ACCOUNT, APPOINTMENT);

    @Autowired
    Needs needs;

    @Autowired
    PostBook posts;

    @Autowired
    Readings readings;

    @Autowired
    ProposalBook proposals;

    @Autowired
    JdbcClient jdbc;

    /** Makes the database as the earlier version left it, and points the context at it. */
    static final class Earlier implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPostgres server = TestPostgres.server();
            server.execute("create database test_upgrade");
            String database = server.url("test_upgrade");
            Flyway.configure()
                    .dataSource(database, server.user(), server.password())
                    .locations("classpath:db/migration")
                    .target(MigrationVersion.fromVersion(BEFORE))
                    .load()
                    .migrate();
            try (Connection connection = DriverManager.getConnection(database, server.user(), server.password());
                    Statement statement = connection.createStatement()) {
                statement.execute(ROWS);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            TestPropertyValues.of(
                            "spring.datasource.url=" + database,
                            "spring.datasource.username=" + server.user(),
                            "spring.datasource.password=" + server.password(),
                            "spring.datasource.hikari.minimum-idle=1",
                            "tongxin.data=target/test-data/upgrade-"
                                    + ProcessHandle.current().pid())
                    .applyTo(context);
        }
    }

    @Test
    void everyMigrationHasRun() {
        assertThat(jdbc.sql(
                                "select count(*) from flyway_schema_history where success and version in ('60', '060', '61', '061',"
                                        + " '62', '062')")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void theReasonOfACallersNeedIsACodeAndWhatAPersonWroteStays() {
        assertThat(needs.find(CALLED, "990600").map(Need::why)).contains(Needs.CALLED + "C-0042");
        assertThat(needs.find(WRITTEN, "990600").map(Need::why)).contains("门岗用，居民来电里也问到");
    }

    @Test
    void aPostOfBeforeIsReadAndItsHolderSeesReadingsFromItsBeginningOn() {
        assertThat(posts.find(APPOINTMENT, "990600").map(HeldPost::login)).contains("old-worker");
        assertThat(readings.namedSince(ACCOUNT)).contains(Instant.parse("2022-03-10T00:00:00Z"));
        assertThat(readings.ofAccount(ACCOUNT, 10))
                .extracting(Reading::at)
                .containsExactly(Instant.parse("2022-03-15T00:00:00Z"));
        assertThat(proposals.count("990600")).isEqualTo(new ProposalBook.Counts(0, 0, 0, 1));
    }
}
