package org.tongxin.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.DISTRICT;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** Lists that were read before an account was on them are not told to its holder; those on which a proposal stood are. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(TestDistrict.class)
class NamedSinceIT {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Accounts accounts;

    @Autowired
    Proposals proposals;

    @Autowired
    Openings openings;

    @Autowired
    Readings readings;

    @Autowired
    DistrictClock clock;

    @Autowired
    TransactionTemplate transactions;

    @BeforeEach
    void open() {
        district.open();
    }

    @AfterEach
    void close() {
        district.close();
    }

    @Test
    void aListThatWasReadBeforeSomebodyWasOnItIsNotOfTheirs() throws Exception {
        page("officer", "/posts");
        clock.holdAt(clock.now().plus(Duration.ofMinutes(1)));
        account("newcomer", STREET);
        assertThat(page("newcomer", "/password")).contains("列入岗位和账号名单起").doesNotContain("officer");

        page("officer", "/posts");
        assertThat(page("newcomer", "/password")).contains("officer");
    }

    @Test
    void whoWasProposedByAListSeesWhoReadTheProposalAndWhoMovesKeepsTheirReadings() throws Exception {
        clock.holdAt(clock.now().plus(Duration.ofDays(10)));
        account("wufang", DISTRICT, Role.ADMINISTRATOR);
        Actor by = district.actor("wufang");
        page("wufang", "/posts/proposals");
        clock.holdAt(clock.now().plus(Duration.ofMinutes(1)));
        NewProposal row = new NewProposal(
                "被提议",
                "proposed",
                Role.STREET_WORKER,
                OTHER,
                "岗",
                null,
                clock.today().plusDays(60));
        UUID id = proposals.look(by, List.of(row)).getFirst().id();
        transactions.executeWithoutResult(status -> proposals.take(by, List.of(row)));
        clock.holdAt(clock.now().plus(Duration.ofMinutes(1)));
        page("wufang", "/posts/proposals");
        clock.holdAt(clock.now().plus(Duration.ofMinutes(1)));
        openings.open(by, List.of(id)).orThrow();
        UUID account = accounts.findActor("proposed").orElseThrow().account();
        assertThat(readings.ofAccount(account, 20))
                .as("of two readings the one after the proposal")
                .hasSize(1);

        clock.holdAt(clock.now().plus(Duration.ofMinutes(1)));
        page("street", "/posts");
        clock.holdAt(clock.now().plus(Duration.ofMinutes(1)));
        Instant now = clock.now();
        accounts.appoint(
                        Actor.system(),
                        "proposed",
                        new Post(Role.STREET_WORKER, STREET, "岗", now, now.plus(Duration.ofDays(30))))
                .orThrow();
        assertThat(readings.ofAccount(account, 20))
                .as("the new place was read before, the former one is still told")
                .extracting(Reading::name)
                .containsExactly("wufang");
        page("street", "/posts");
        assertThat(readings.ofAccount(account, 20)).extracting(Reading::name).containsExactly("street", "wufang");
    }

    private void account(String login, String area) {
        account(login, area, Role.STREET_WORKER);
    }

    private void account(String login, String area, Role role) {
        accounts.open(Actor.system(), NewAccount.withPassword(login, login, TestDistrict.PASSWORD))
                .orThrow();
        accounts.appoint(
                        Actor.system(),
                        login,
                        new Post(role, area, "岗位", clock.now(), clock.now().plus(Duration.ofDays(30))))
                .orThrow();
    }

    private String page(String login, String address) throws Exception {
        return mvc.perform(get(address).session(district.session(mvc, login)).locale(Locale.CHINA))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
