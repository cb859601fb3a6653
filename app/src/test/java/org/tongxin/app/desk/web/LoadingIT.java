package org.tongxin.app.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.support.PostgresTest;

/** Before the district is loaded, pages say so instead of failing. */
@SpringBootTest
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
class LoadingIT {

    @Autowired
    MockMvc mvc;

    @Test
    void theDeskSaysThatItIsLoading() throws Exception {
        mvc.perform(get("/desk")).andExpect(status().isOk()).andExpect(content().string(containsString("正在装入浦东新区")));
        mvc.perform(get("/residents")).andExpect(status().isOk());
        mvc.perform(get("/api/desk/summary"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("\"STARTING\"")));
    }

    /** Read anew every two seconds only where no script asks; a reader's place and focus stay until there is something to show. */
    @Test
    void thePageGoesOnByItselfAndIsReadAnewOnceThereIsADistrict() throws Exception {
        mvc.perform(get("/desk"))
                .andExpect(content()
                        .string(containsString("<noscript><meta http-equiv=\"refresh\" content=\"2\"></noscript>")))
                .andExpect(content().string(containsString("hx-get=\"/desk/readiness\"")));
        mvc.perform(get("/desk/readiness"))
                .andExpect(status().isNoContent())
                .andExpect(header().doesNotExist("HX-Refresh"));
    }

    @Test
    void noPageFailsForWantOfADistrict() throws Exception {
        for (String page : List.of(
                "/signals",
                "/episodes",
                "/streams",
                "/areas",
                "/counts",
                "/warnings",
                "/plans",
                "/plans/activation",
                "/measures",
                "/tasks",
                "/dispatch",
                "/review",
                "/residents/310115105")) {
            mvc.perform(get(page))
                    .andExpect(result -> assertThat(result.getResponse().getStatus())
                            .as(page)
                            .isIn(200, 404, 503));
        }
    }
}
