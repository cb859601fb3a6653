package org.tongxin.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.support.PostgresTest;

/** The program starts without the office's provider, and says so to whoever wants to come in by it. */
@SpringBootTest(
        properties = {
            "tongxin.office-login.issuer=http://127.0.0.1:1",
            "tongxin.office-login.client-id=tongxin",
            "tongxin.office-login.client-secret=shared"
        })
@AutoConfigureMockMvc
@PostgresTest
class OfficeUnreachedIT {

    @Autowired
    MockMvc mvc;

    @Test
    void nobodyIsSentToAPageThatDoesNotCome() throws Exception {
        MockHttpSession session = new MockHttpSession();
        mvc.perform(get("/login/office").session(session)).andExpect(redirectedUrl("/login"));

        assertThat(mvc.perform(get("/login").session(session).locale(java.util.Locale.CHINA))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("I-039", "现在连不上统一身份认证", "用密码");
    }
}
