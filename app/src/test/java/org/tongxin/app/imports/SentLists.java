package org.tongxin.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.tongxin.app.support.TestDistrict;

/** Sends lists of one kind and waits until they are read, or taken. */
final class SentLists {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Imports imports;
    private final TestDistrict district;
    private final String kind;

    SentLists(Imports imports, TestDistrict district, String kind) {
        this.imports = imports;
        this.district = district;
        this.kind = kind;
    }

    ImportFile checked(String login, String text) {
        return checked(login, text.getBytes(StandardCharsets.UTF_8));
    }

    ImportFile checked(String login, byte[] bytes) {
        UUID id = imports.upload(district.actor(login), kind, "名单.csv", bytes).orThrow();
        return settled(login, id);
    }

    void taken(String login, ImportFile file) {
        imports.apply(district.actor(login), file.id()).orThrow();
        assertThat(settled(login, file.id()).state()).isEqualTo(ImportFile.State.APPLIED);
    }

    void taken(String login, String text) {
        taken(login, checked(login, text));
    }

    /** Line, field and code of each row that was refused. */
    List<String> rejected(ImportFile file) {
        return imports.rejected(file, 0, 100).stream()
                .map(row -> row.line() + " " + row.field() + " "
                        + row.refusal().orElseThrow().code())
                .toList();
    }

    ImportFile settled(String login, UUID id) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (file(login, id).running() || imports.percent(file(login, id)) < 100) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The list does not come to an end.");
            }
            LockSupport.parkNanos(10_000_000);
        }
        return file(login, id);
    }

    private ImportFile file(String login, UUID id) {
        return imports.find(district.actor(login), id).orElseThrow();
    }
}
