package org.tongxin.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongxin.app.support.PostgresTest;

/** What a browser or a program is told when it sends too much, over the wire. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@PostgresTest
class RequestLimitIT {

    private static final byte[] TOO_LARGE = new byte[23 * 1024 * 1024];

    @LocalServerPort
    int port;

    private HttpResponse<String> send(BodyPublisher body, String language) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/imports/files"))
                            .header("Content-Type", "multipart/form-data; boundary=x")
                            .header("Accept", "text/html")
                            .header("Cookie", "language=" + language)
                            .timeout(Duration.ofSeconds(20))
                            .POST(body)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aFileThatIsTooLargeIsAnsweredWithWhatToDo() throws Exception {
        HttpResponse<String> chinese = send(BodyPublishers.ofByteArray(TOO_LARGE), "zh-CN");
        assertThat(chinese.statusCode()).isEqualTo(413);
        assertThat(chinese.body()).contains("发来的内容太大", "最多收20MB");

        HttpResponse<String> english = send(BodyPublishers.ofByteArray(TOO_LARGE), "en");
        assertThat(english.body()).contains("What you sent is too large", "Split the file");
    }

    @Test
    void aFileOfUnknownLengthIsNotReadAtAll() throws Exception {
        HttpResponse<String> answer =
                send(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(TOO_LARGE)), "en");
        assertThat(answer.statusCode()).isEqualTo(411);
        assertThat(answer.body()).contains("does not say how long it is", "Content-Length");
    }
}
