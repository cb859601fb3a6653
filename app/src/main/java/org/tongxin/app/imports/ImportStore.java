package org.tongxin.app.imports;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.Json;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.platform.Seen;
import tools.jackson.core.type.TypeReference;

/** Files and their staged rows in the database. Opens no transaction. */
@Component
class ImportStore {

    private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};
    private static final TypeReference<List<String>> VALUES = new TypeReference<>() {};
    private static final int CHUNK = 1_000;

    private static final Keyset NEWEST = new Keyset("import_file", "f", "@.number desc");

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Json json;

    ImportStore(JdbcClient jdbc, JdbcTemplate batches, Json json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** A row with what was found about it. */
    record Checked(ImportRow row, Verdict verdict) {}

    long nextNumber() {
        return jdbc.sql("select nextval('import_number')").query(Long.class).single();
    }

    void add(
            UUID id, long number, String kind, String title, String fingerprint, String login, Instant now, int total) {
        jdbc.sql(
                        "insert into import_file (id, number, kind, title, fingerprint, state, uploaded_by, uploaded_at, total)"
                                + " values (?, ?, ?, ?, ?, 'STAGING', ?, ?, ?)")
                .params(id, number, kind, title, fingerprint, login, Timestamp.from(now), total)
                .update();
    }

    Optional<ImportFile> find(UUID id) {
        return jdbc.sql("select * from import_file where id = ?")
                .param(id)
                .query(ImportFile.class)
                .optional();
    }

    Paged<ImportFile> of(String login, @Nullable Seen after, int size) {
        return NEWEST.read(
                jdbc,
                "select f.* from import_file f where f.uploaded_by = :login and",
                Map.of("login", login),
                ImportFile.class,
                after,
                size,
                ImportFile::id);
    }

    /** When the same file was taken before, newest first. */
    Optional<ImportFile> taken(ImportFile file) {
        return jdbc.sql("select * from import_file where kind = ? and fingerprint = ? and state = 'APPLIED' and id <> ?"
                        + " order by number desc limit 1")
                .params(file.kind(), file.fingerprint(), file.id())
                .query(ImportFile.class)
                .optional();
    }

    /** Whether the file is still being staged; holds off whoever would end that until the transaction is over. */
    boolean holdStaging(UUID id) {
        return jdbc.sql("select 1 from import_file where id = ? and state = 'STAGING' for share")
                .param(id)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void stage(UUID id, List<Checked> rows) {
        batches.batchUpdate(
                "insert into import_row (import_id, line, cells, change, field, code, arguments)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                rows,
                CHUNK,
                (statement, checked) -> {
                    statement.setObject(1, id);
                    statement.setLong(2, checked.row().line());
                    statement.setString(3, json.write(checked.row().cells()));
                    boolean fits = checked.verdict() instanceof Verdict.Fits;
                    statement.setString(
                            4,
                            fits ? ((Verdict.Fits) checked.verdict()).change().name() : null);
                    Verdict.@Nullable Rejected bad = fits ? null : (Verdict.Rejected) checked.verdict();
                    statement.setString(5, bad == null ? null : bad.column());
                    statement.setString(6, bad == null ? null : bad.refusal().code());
                    statement.setString(
                            7, bad == null ? null : json.write(bad.refusal().arguments()));
                });
    }

    /** Whether it was in a state and is now in another. */
    boolean move(UUID id, ImportFile.State from, ImportFile.State to) {
        return jdbc.sql("update import_file set state = ? where id = ? and state = ?")
                        .params(to.name(), id, from.name())
                        .update()
                == 1;
    }

    /** Counts what was staged, and opens it to the person. */
    boolean ready(UUID id) {
        return jdbc.sql("""
                update import_file f set state = 'READY', added = c.added, changed = c.changed, same = c.same,
                    rejected = c.rejected
                from (select count(*) filter (where change = 'ADDED') as added,
                             count(*) filter (where change = 'CHANGED') as changed,
                             count(*) filter (where change = 'SAME') as same,
                             count(*) filter (where change is null) as rejected
                      from import_row where import_id = :id) c
                where f.id = :id and f.state = 'STAGING'
                """).param("id", id).update() == 1;
    }

    /** Ends it, and deletes its rows. @param login who ended it; {@code null} for nobody */
    void end(UUID id, ImportFile.State state, @Nullable String login, Instant now) {
        jdbc.sql(
                        "update import_file set state = :state, ended_by = :login, ended_at = :now, title = '', refused = null,"
                                + " refused_for = null where id = :id")
                .param("state", state.name())
                .param("login", login)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
        jdbc.sql("delete from import_row where import_id = ?").param(id).update();
    }

    void refused(UUID id, Refusal why) {
        jdbc.sql("update import_file set refused = ?, refused_for = ? where id = ?")
                .params(why.code(), json.write(why.arguments()), id)
                .update();
    }

    Optional<Refusal> refusal(ImportFile file) {
        return refusal(file.refused(), file.refusedFor());
    }

    private Optional<Refusal> refusal(@Nullable String code, @Nullable String values) {
        return code == null || values == null
                ? Optional.empty()
                : Optional.of(new Refusal(code, json.read(values, VALUES)));
    }

    List<UUID> in(List<ImportFile.State> states) {
        return jdbc.sql("select id from import_file where state in (:states)")
                .param("states", states.stream().map(Enum::name).toList())
                .query(UUID.class)
                .list();
    }

    List<UUID> waitingSince(Instant before) {
        return jdbc.sql("select id from import_file where state = 'READY' and uploaded_at <= ?")
                .param(Timestamp.from(before))
                .query(UUID.class)
                .list();
    }

    List<StagedRow> rows(UUID id, long after, int limit) {
        return read("", id, after, limit);
    }

    List<StagedRow> rejected(UUID id, long after, int limit) {
        return read(" and change is null", id, after, limit);
    }

    private List<StagedRow> read(String which, UUID id, long after, int limit) {
        return jdbc.sql("select line, cells, change, field, code, arguments from import_row"
                        + " where import_id = ? and line > ?" + which + " order by line limit ?")
                .params(id, after, limit)
                .query((found, number) -> {
                    String change = found.getString("change");
                    String field = found.getString("field");
                    return new StagedRow(
                            found.getLong("line"),
                            json.read(found.getString("cells"), CELLS),
                            change == null ? null : Verdict.Change.valueOf(change),
                            field == null ? "" : field,
                            refusal(found.getString("code"), found.getString("arguments")));
                })
                .list();
    }

    /** Every rejected row in order, some at a time. */
    void eachRejected(UUID id, Consumer<StagedRow> next) {
        List<StagedRow> page = rejected(id, 0, CHUNK);
        while (!page.isEmpty()) {
            page.forEach(next);
            page = rejected(id, page.getLast().line(), CHUNK);
        }
    }
}
