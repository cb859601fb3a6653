package org.tongxin.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tongxin.app.dispatch.duty.OwnReadings;
import org.tongxin.app.identity.Reading;
import org.tongxin.app.identity.Readings;
import org.tongxin.app.identity.Role;

/** Who was shown a helper's data: noted at each reading without naming the helper, and told to the helper alone. */
class OwnReadingsIT extends FieldStory {

    @Autowired
    OwnReadings own;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping addresses;

    @Test
    void aHelperSeesWhoWasShownTheirPostAndDayAndNobodyElseDoes() throws Exception {
        LocalDate day = TODAY.minusDays(1);
        assign(day, chen, gate, "CONFIRMED");
        assign(TODAY, lin, gate, "CONFIRMED");
        assertThat(duties(chen)).isEmpty();
        opened("street", "/dispatch/posts/" + gate + "?day=" + day);

        List<Reading> chens = duties(chen);
        assertThat(chens).hasSize(1);
        assertThat(chens.getFirst().role()).isEqualTo(Role.STREET_WORKER);
        assertThat(chens.getFirst().from()).isEqualTo(day);
        assertThat(chens.getFirst().to()).isEqualTo(day);
        assertThat(duties(lin))
                .as("the same post on another day")
                .noneMatch(reading -> reading.to().isBefore(TODAY));
        assertThat(read(get(page(chen) + "/readings"))).contains("街镇", "street", "值守名单", "安排和核对值守");
        assertThat(named(chen)).as("entries from which the person can be found").isZero();
    }

    private List<Reading> duties(UUID person) {
        return own.of(person).stream()
                .filter(reading -> reading.kind() == Readings.Kind.DUTY)
                .toList();
    }

    @Test
    void whoIsRefusedWasShownNothing() throws Exception {
        long before = noted();
        assertThat(answer(get("/dispatch/links").session(district.session(mvc, "analyst")))
                        .getStatus())
                .isEqualTo(403);
        assertThat(answer(get("/dispatch/posts/" + meixi).session(district.session(mvc, "street")))
                        .getStatus())
                .isEqualTo(404);
        assertThat(noted()).isEqualTo(before);
    }

    /** Opens every page there is and looks for the names of helpers. */
    @Test
    void noPageShowsAHelpersNameWithoutNotingIt() throws Exception {
        assign(TODAY, chen, gate, "CONFIRMED");
        List<String> showing = new ArrayList<>();
        for (String login : List.of("officer", "street", "signatory", "analyst")) {
            for (String address : pages()) {
                long before = noted();
                MockHttpServletResponse answer = answer(get(address).session(district.session(mvc, login)));
                String text = answer.getContentAsString(StandardCharsets.UTF_8);
                if (answer.getStatus() == 200 && (text.contains("陈小雨") || text.contains("林大海"))) {
                    showing.add(address);
                    assertThat(noted()).as(login + " at " + address).isGreaterThan(before);
                }
            }
        }
        assertThat(showing)
                .as("pages that show names, so that this test sees something")
                .anyMatch(address -> address.startsWith("/dispatch/posts/"))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    private TreeSet<String> pages() {
        Map<String, String> values = Map.of("{id}", gate.toString(), "{person}", chen.toString());
        TreeSet<String> pages = new TreeSet<>();
        addresses.getHandlerMethods().forEach((info, method) -> {
            if (info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                info.getPatternValues().forEach(pattern -> {
                    String address = pattern.replaceAll(":\\[[^\\]]*\\](\\{\\d+\\})?", "");
                    for (Map.Entry<String, String> value : values.entrySet()) {
                        address = address.replace(value.getKey(), value.getValue());
                    }
                    if (!address.contains("{") && !address.endsWith("/stream") && !address.startsWith("/backups")) {
                        pages.add(address + "?day=" + TODAY);
                    }
                });
            }
        });
        return pages;
    }

    private void opened(String login, String address) throws Exception {
        assertThat(answer(get(address).session(district.session(mvc, login))).getStatus())
                .isEqualTo(200);
    }

    private long noted() {
        return jdbc.sql("select count(*) from audit_entry where action = 'personal.read'")
                .query(Long.class)
                .single();
    }
}
