package org.tongxin.app.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NewAccount;
import org.tongxin.app.identity.Post;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** An installation in which nothing stands yet: its pages say what to do, and its administrator takes the first list of units in. */
@SpringBootTest(properties = {"tongxin.mode=operation", "tongxin.identity.district=990200"})
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
class FirstListIT {

    private static final String LIST = """
            code,name
            990200000000,西临区
            990200001000,桐荫街道
            990200001001,桐荫第一居委会
            990200102000,杏溪镇
            990200401000,西临农场
            """;

    @Autowired
    MockMvc mvc;

    @Autowired
    Editions editions;

    @Autowired
    Organisation organisation;

    @Autowired
    Accounts accounts;

    @Autowired
    DistrictClock clock;

    private Actor actor(String login, String territory) {
        accounts.open(Actor.system(), NewAccount.withPassword(login, login, TestDistrict.PASSWORD));
        accounts.appoint(
                Actor.system(),
                login,
                new Post(
                        Role.ADMINISTRATOR,
                        territory,
                        "岗位",
                        clock.now(),
                        clock.now().plus(Duration.ofDays(30))));
        return accounts.findActor(login).orElseThrow();
    }

    private Outcome<String> upload(Actor actor) {
        return editions.upload(actor, "第一版", LocalDate.of(2026, 1, 1), LIST.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theFirstListMakesTheDistrictAndAllItsUnits() throws Exception {
        Actor admin = actor("first-admin", "990200");
        Actor stranger = actor("other-admin", "990300");
        mvc.perform(get("/residents"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("12345")));
        mvc.perform(get("/login")).andExpect(status().isOk());

        assertThat(upload(stranger)).isInstanceOf(Outcome.Refused.class);
        Edition edition = editions.find(upload(admin).orThrow()).orElseThrow();
        assertThat(organisation.findDistrict()).isEmpty();
        editions.apply(admin, edition, edition.version()).orThrow();

        assertThat(organisation.district())
                .returns("990200", Area::path)
                .returns("西临区", Area::name)
                .returns(AreaLevel.DISTRICT, Area::level);
        assertThat(organisation.taskedStreets("990200"))
                .extracting(Area::path)
                .containsExactly("990200001", "990200102");
        assertThat(organisation.list(AreaLevel.COMMUNITY, "990200"))
                .extracting(Area::path)
                .containsExactly("990200001001");
        assertThat(organisation.tiles())
                .as("tasked streets alone, each on a tile of its own")
                .extracting(StreetTile::path, StreetTile::row, StreetTile::column)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("990200001", 0, 0),
                        org.assertj.core.groups.Tuple.tuple("990200102", 0, 1));
    }
}
