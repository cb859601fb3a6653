package org.tongxin.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

class RequestLimitTest {

    private static final long TEN_GB = 10L * 1024 * 1024 * 1024;

    private final RequestLimit limit = new RequestLimit(DataSize.ofMegabytes(21));
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    private static MockHttpServletRequest saying(long bytes) {
        return new MockHttpServletRequest("POST", "/counts/files") {
            @Override
            public long getContentLengthLong() {
                return bytes;
            }

            @Override
            public ServletInputStream getInputStream() {
                throw new IllegalStateException("Nothing may be read.");
            }
        };
    }

    @Test
    void tenGigabytesAreRefusedBeforeAnyOfThemIsRead() throws ServletException, IOException {
        limit.doFilter(saying(TEN_GB), response, chain);

        assertThat(response.getStatus()).isEqualTo(413);
        assertThat(response.getForwardedUrl()).isEqualTo("/error");
        assertThat(chain.getRequest()).isNull();
    }

    @Test
    void filesWithoutALengthAreRefused() throws ServletException, IOException {
        MockHttpServletRequest files = saying(-1);
        files.setContentType("multipart/form-data; boundary=x");
        files.addHeader("Transfer-Encoding", "chunked");
        limit.doFilter(files, response, chain);

        assertThat(response.getStatus()).isEqualTo(411);
        assertThat(chain.getRequest()).isNull();
    }

    @Test
    void whatIsWithinTheLimitGoesOn() throws ServletException, IOException {
        limit.doFilter(saying(21L * 1024 * 1024), response, chain);

        assertThat(chain.getRequest()).isNotNull();
    }
}
