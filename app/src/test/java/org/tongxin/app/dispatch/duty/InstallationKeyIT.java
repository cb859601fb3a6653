package org.tongxin.app.dispatch.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxin.app.platform.OwnedTables;
import org.tongxin.app.support.PostgresTest;

/** Links and codes, with a key that only the database holds. */
@SpringBootTest(properties = "tongxin.mode=operation")
@PostgresTest(ownDatabase = true)
class InstallationKeyIT {

    private static final UUID POST = UUID.fromString("00000000-0000-8000-8000-000000000001");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    List<OwnedTables> tables;

    @Autowired
    Links links;

    @Autowired
    PostCodes codes;

    @Test
    void theKeyIsMadeOnceAndEveryReaderHasTheSame() {
        byte[] first = new InstallationKey(jdbc, transactions).derive("code", "a");

        assertThat(new InstallationKey(jdbc, transactions).derive("code", "a"))
                .isEqualTo(first)
                .hasSize(32);
        assertThat(jdbc.sql("select count(*) from installation_key")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatIsKnownInMemoryIsWhatWasStoredAlsoWhereATransactionFails() {
        InstallationKey key = new InstallationKey(jdbc, transactions);
        jdbc.sql("delete from installation_key").update();
        byte[] inside = Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            return key.derive("code", "a");
        }));

        assertThat(key.derive("code", "a")).isEqualTo(inside);
        assertThat(new InstallationKey(jdbc, transactions).derive("code", "a")).isEqualTo(inside);
    }

    @Test
    void aLinkThatWasMadeWorthlessStaysSoWhenAReplayStartsAgain() {
        assertThat(tables.stream().flatMap(owned -> owned.names().stream()))
                .as("what is emptied then")
                .contains("service_record")
                .doesNotContain("link_edition", "installation_key");
    }

    @Test
    void purposesAndWordsAreKeptApart() {
        InstallationKey key = new InstallationKey(jdbc, transactions);

        assertThat(Set.of(
                        List.of(bytes(key.derive("person", "ab", "c"))),
                        List.of(bytes(key.derive("person", "a", "bc"))),
                        List.of(bytes(key.derive("rota", "ab", "c"))),
                        List.of(bytes(key.derive("person", "abc")))))
                .hasSize(4);
    }

    private static String bytes(byte[] derived) {
        return java.util.HexFormat.of().formatHex(derived);
    }

    @Test
    void aCodeHasSixDigitsAndIsOfOneDayAndPost() {
        LocalDate day = LocalDate.of(2026, 3, 26);
        Set<String> seen = new HashSet<>();
        IntStream.range(0, 200).forEach(i -> seen.add(codes.code(day.plusDays(i), POST)));

        assertThat(seen).allMatch(code -> code.matches("\\d{6}")).hasSizeGreaterThan(190);
        String code = codes.code(day, POST);
        assertThat(codes.matches(day, POST, " " + code.substring(0, 3) + " " + code.substring(3)))
                .isTrue();
        assertThat(codes.matches(day, POST, fullWidth(code))).isTrue();
        assertThat(codes.matches(day.plusDays(1), POST, code)).isFalse();
        assertThat(codes.matches(day, new UUID(0, 2), code)).isFalse();
        assertThat(codes.matches(day, POST, code + "0")).isFalse();
        assertThat(codes.matches(day, POST, "")).isFalse();
    }

    private static String fullWidth(String digits) {
        StringBuilder wide = new StringBuilder();
        digits.chars().forEach(digit -> wide.append((char) (digit - '0' + '０')));
        return wide.toString();
    }

    @Test
    void aTokenOfNobodyOrWithAChangedLetterOpensNothing() {
        String token = links.ofPerson(POST);

        assertThat(token).matches("[A-Za-z0-9_-]{48}");
        assertThat(links.findPerson(token)).as("a person who is not there").isEmpty();
        assertThat(links.findPerson("")).isEmpty();
        assertThat(links.findPerson("你好")).isEmpty();
        assertThat(links.findRota(links.ofRota("990100001"))).contains("990100001");
        assertThat(links.findRota(links.ofRota("990100001").replace("990100001", "990100002")))
                .isEmpty();
        assertThat(links.findRota("990100001")).isEmpty();
    }
}
