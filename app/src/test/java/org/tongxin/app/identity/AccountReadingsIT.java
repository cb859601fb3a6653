package org.tongxin.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** Who has an account sees who was shown the list of posts on which it stands. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(TestDistrict.class)
class AccountReadingsIT {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @BeforeEach
    void open() {
        district.open();
    }

    @AfterEach
    void close() {
        district.close();
    }

    @Test
    void aListOfPostsIsToldToThoseOnItAndToNobodyElse() throws Exception {
        assertThat(page("meixi", "/password")).contains("还没有人看过您的信息");

        page("street", "/posts");
        assertThat(page("street", "/password")).contains("本辖区的账号和岗位", "保证岗位有人");
        assertThat(page("meixi", "/password")).as("another street's list").contains("还没有人看过您的信息");

        page("officer", "/posts");
        assertThat(page("meixi", "/password")).contains("本辖区的账号和岗位", "officer");
    }

    private String page(String login, String address) throws Exception {
        return mvc.perform(get(address).session(district.session(mvc, login)).locale(Locale.CHINA))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
