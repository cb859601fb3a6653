package org.tongxin.app.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClerkTest {

    @Test
    void aPersonsPhoneIsSeenHoweverItIsWritten() {
        for (String text : List.of(
                "13900000000",
                "打139 0000 0000",
                "139-0000-0000",
                "１３９００００００００",
                "+86 139 0000 0000",
                "8613900000000",
                "139－0000－0000",
                "1 3 9 0 0 0 0 0 0 0 0")) {
            assertThat(Clerk.namesAPersonsPhone(text)).as(text).isTrue();
        }
        for (String text : List.of("供应部 021-00000000", "139000000001", "2026-03-26 100箱", "12345678901")) {
            assertThat(Clerk.namesAPersonsPhone(text)).as(text).isFalse();
        }
    }
}
