package org.tongxin.app.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongxin.app.Tongxin;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.AuditChain;
import org.tongxin.app.platform.CannotStart;
import org.tongxin.app.platform.database.TestPostgres;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;
import tools.jackson.databind.json.JsonMapper;

/** What was backed up stands in an empty database afterwards, table by table and line by line; or nothing does. */
@SpringBootTest(properties = "tongxin.mode=operation")
@PostgresTest(ownDatabase = true)
@Import(TestDistrict.class)
class BackupIT {

    private static int points;

    @Autowired
    Backups backups;

    @Autowired
    AuditChain chain;

    @Autowired
    TestDistrict district;

    @Autowired
    DataSource source;

    @Autowired
    JsonMapper json;

    @TempDir
    Path folder;

    private final List<HikariDataSource> opened = new ArrayList<>();

    @BeforeEach
    void somethingToKeep() {
        district.open();
        district.report(district.point("BK" + ++points, TestDistrict.STREET), TestDistrict.YESTERDAY, 3, null, 9);
    }

    @AfterEach
    void close() {
        opened.forEach(HikariDataSource::close);
        district.close();
    }

    private DataSource emptyDatabase() {
        HikariDataSource empty = new HikariDataSource();
        empty.setJdbcUrl(TestPostgres.server().freshDatabase());
        empty.setUsername(TestPostgres.server().user());
        empty.setPassword(TestPostgres.server().password());
        empty.setMaximumPoolSize(2);
        opened.add(empty);
        return empty;
    }

    /** All tables with number of lines and hash, and all sequences. */
    private static List<Object> contents(DataSource database) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            Tables tables = new Tables(connection);
            List<Object> contents = new ArrayList<>();
            for (String table : tables.names()) {
                contents.add(tables.write(table, tables.columns(table), OutputStream.nullOutputStream()));
            }
            contents.add(tables.sequences());
            return contents;
        }
    }

    private void restore(Path file, DataSource target) {
        new Restore(file, target, json).run();
    }

    private static String refused(Runnable act) {
        CannotStart[] thrown = {null};
        assertThatThrownBy(act::run).isInstanceOfSatisfying(CannotStart.class, why -> thrown[0] = why);
        return java.util.Objects.requireNonNull(thrown[0]).refusal().code();
    }

    @Test
    void aRestoredDatabaseIsEqualTableByTable() throws Exception {
        district.settle();
        chain.seal();
        Path file = backups.write();
        DataSource target = emptyDatabase();

        restore(file, target);

        assertThat(contents(target)).isEqualTo(contents(source));
        assertThat(JdbcClient.create(target)
                        .sql("select count(*) from account")
                        .query(Long.class)
                        .single())
                .isGreaterThan(5);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void theProgramStartsOnABackup() {
        Path file = backups.write();
        TestPostgres server = TestPostgres.server();

        try (ConfigurableApplicationContext restored = SpringApplication.run(
                Tongxin.class,
                "--spring.datasource.url=" + server.freshDatabase(),
                "--spring.datasource.username=" + server.user(),
                "--spring.datasource.password=" + server.password(),
                "--tongxin.mode=operation",
                "--server.port=0",
                "--tongxin.data=" + folder.resolve("restored"),
                "--tongxin.restore=" + file)) {
            assertThat(restored.getBean(Accounts.class).findName("officer")).isPresent();
        }
    }

    @Test
    void theGuardsOfTheTablesStandAgainAfterwards() {
        Path file = backups.write();
        DataSource target = emptyDatabase();
        restore(file, target);

        assertThatThrownBy(() -> JdbcClient.create(target)
                        .sql("update audit_entry set name = 'x'")
                        .update())
                .hasStackTraceContaining("append-only");
    }

    @Test
    void aChangedLineIsFoundAndNothingIsRestored() throws Exception {
        Path file = backups.write();
        DataSource target = emptyDatabase();
        List<Object> before = contents(target);

        assertThat(refused(() -> restore(changed(file, "tables/account.csv", "officer", "offizer"), target)))
                .isEqualTo("P-017");
        assertThat(contents(target)).isEqualTo(before);
    }

    @Test
    void aBackupOfAnotherSchemaIsRefusedWithBothNumbers() {
        Path file = backups.write();

        assertThat(refused(() ->
                        restore(changed(file, Manifest.ENTRY, "\"schema\":\"", "\"schema\":\"9"), emptyDatabase())))
                .isEqualTo("P-015");
    }

    @Test
    void aDatabaseInUseIsNotWrittenOver() {
        Path file = backups.write();

        assertThat(refused(() -> restore(file, source))).isEqualTo("P-016");
    }

    @Test
    void whatIsNoBackupIsSaidToBeNone() throws Exception {
        Path text = Files.writeString(folder.resolve("x.zip"), "no archive");

        assertThat(refused(() -> restore(text, emptyDatabase()))).isEqualTo("P-014");
        assertThat(refused(() -> restore(folder.resolve("absent.zip"), emptyDatabase())))
                .isEqualTo("P-014");
    }

    @Test
    void onlyTheLastSevenOfTheNightsAndOfThoseAskedForAreKept() {
        backups.nightly();
        for (int number = 0; number < 9; number++) {
            backups.write();
        }

        assertThat(backups.list())
                .extracting(BackupFile::name)
                .filteredOn(name -> !name.contains("nightly"))
                .hasSize(7)
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(backups.list())
                .extracting(BackupFile::name)
                .filteredOn(name -> name.contains("nightly"))
                .as("the backup of the night is not pushed out")
                .hasSize(1);
    }

    private Path changed(Path file, String entry, String from, String to) {
        Path other = folder.resolve("changed.zip");
        try (ZipFile zip = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(other))) {
            for (ZipEntry each : zip.stream().toList()) {
                out.putNextEntry(new ZipEntry(each.getName()));
                String text =
                        new String(zip.getInputStream(each).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                String written = each.getName().equals(entry) ? text.replaceFirst(from, to) : text;
                out.write(written.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                out.closeEntry();
            }
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        return other;
    }
}
