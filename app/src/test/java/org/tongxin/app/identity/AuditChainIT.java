package org.tongxin.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** The chain over the audit: what somebody with all rights on the database does to it is seen. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(TestDistrict.class)
class AuditChainIT {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Accounts accounts;

    @Autowired
    DistrictClock clock;

    @Autowired
    Audit audit;

    @Autowired
    AuditChain chain;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    PlatformSettings settings;

    @BeforeEach
    void emptyAndSound() throws Exception {
        withoutGuard("truncate audit_seal, audit_entry restart identity");
        Files.deleteIfExists(heads());
        for (int number = 1; number <= 20; number++) {
            write(number);
        }
        chain.seal();
        chain.keep();
        assertThat(chain.verify()).isEqualTo(new AuditChain.Report(20, 0, 1, java.util.List.of()));
    }

    private Path heads() {
        return settings.data().resolve(AuditChain.HEADS);
    }

    private void write(int number) {
        transactions.executeWithoutResult(status ->
                audit.record(Actor.system(), "test.done", "test:" + number, Map.of("number", number, "text", "一二三")));
    }

    /** As somebody would who owns the database. */
    private void withoutGuard(String statement) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(statement).update();
        });
    }

    @Test
    void aChangedEntryIsFound() {
        withoutGuard("update audit_entry set details = '{\"number\": 8}' where seq = 7");

        assertThat(chain.verify().faults()).containsExactly(new AuditChain.Fault("CHANGED", 7));
    }

    @Test
    void anEntryRemovedWithItsSealIsMissing() {
        withoutGuard("delete from audit_seal where entry = 5");
        withoutGuard("delete from audit_entry where seq = 5");

        assertThat(chain.verify().faults())
                .containsExactly(new AuditChain.Fault("MISSING", 5), new AuditChain.Fault("CHANGED", 6));
    }

    @Test
    void anEntryRemovedWithoutItsSealIsMissing() {
        withoutGuard("delete from audit_entry where seq = 5");

        assertThat(chain.verify().faults()).containsExactly(new AuditChain.Fault("MISSING", 5));
    }

    @Test
    void anEntrySlippedInIsSealedAfterwardsAndStandsAtTheEnd() {
        withoutGuard("insert into audit_entry (seq, at, login, name, scripted, action, subject, details)"
                + " values (0, now(), 'ghost', '无', false, 'warning.signed', 'x', '{}')");

        chain.seal();

        assertThat(chain.verify().isSound()).isTrue();
        assertThat(jdbc.sql("select number from audit_seal where entry = 0")
                        .query(Long.class)
                        .single())
                .isEqualTo(21);
    }

    @Test
    void aChainThatWasCutOrRewrittenContradictsItsKeptHead() {
        withoutGuard("delete from audit_seal where number > 15");
        withoutGuard("delete from audit_entry where seq > 15");
        assertThat(chain.verify().faults()).containsExactly(new AuditChain.Fault("HEAD", 20));

        withoutGuard("update audit_entry set name = '别人' where seq = 3");
        withoutGuard("truncate audit_seal");
        for (int number = 16; number <= 20; number++) {
            write(number);
        }
        chain.seal();

        assertThat(chain.verify().faults()).containsExactly(new AuditChain.Fault("HEAD", 20));
    }

    @Test
    void aHeadThatIsKeptIsNeverSpokenOver() {
        withoutGuard("delete from audit_seal where number > 15");
        withoutGuard("update audit_entry set name = '别人' where seq = 18");
        chain.seal();
        chain.keep();

        assertThat(chain.verify().faults()).containsExactly(new AuditChain.Fault("HEAD", 20));
    }

    @Test
    void actsAtOnceAreSealedOnceEach() throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            for (int person = 0; person < 8; person++) {
                people.submit(() -> {
                    for (int number = 0; number < 25; number++) {
                        write(number);
                        chain.seal();
                    }
                });
            }
        }
        chain.seal();

        AuditChain.Report report = chain.verify();
        assertThat(report.faults()).isEmpty();
        assertThat(report.sealed()).isEqualTo(220);
        assertThat(report.waiting()).isZero();
    }

    @Test
    void thePageTellsTheAuditorWhatDoesNotFit() throws Exception {
        district.open();
        accounts.open(Actor.system(), NewAccount.withPassword("auditor", "auditor", TestDistrict.PASSWORD));
        accounts.appoint(
                Actor.system(),
                "auditor",
                new Post(
                        Role.AUDITOR,
                        TestDistrict.DISTRICT,
                        "审计",
                        clock.now(),
                        clock.now().plus(Duration.ofDays(1))));
        mvc.perform(get("/audit").session(district.session(mvc, "officer"))).andExpect(status().isForbidden());
        mvc.perform(get("/audit/verification").session(district.session(mvc, "officer")))
                .andExpect(status().isForbidden());
        assertThat(verification()).contains("没有被改动或删除");
        assertThat(verification())
                .as("details as words, not as JSON")
                .contains("role: AUDITOR", "开通账号", "account.opened")
                .doesNotContain("{&quot;");
        withoutGuard("update audit_entry set name = '别人' where seq = 3");
        assertThat(verification()).contains("第3条记录或它的封条被改动");
        district.close();
    }

    private String verification() throws Exception {
        return mvc.perform(get("/audit/verification")
                        .locale(Locale.SIMPLIFIED_CHINESE)
                        .session(district.session(mvc, "auditor")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void theCommandSaysWhatItFoundInPlainWords() {
        assertThat(AuditVerification.words(chain.verify()))
                .startsWith("Audit: ")
                .contains(" 0 faults.");
        withoutGuard("update audit_entry set name = '别人' where seq = 3");
        assertThat(AuditVerification.words(chain.verify())).contains("Entry 3: the entry or its seal was changed.");
    }
}
