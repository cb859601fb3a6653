package org.tongxin.app.imports;

import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Refusal;

/** Takes all staged rows of a file in one transaction, checked once more, or none. */
@Component
class Taking {

    private static final int CHUNK = 1_000;

    private final ImportStore store;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final DistrictClock clock;

    Taking(ImportStore store, TransactionTemplate transactions, JdbcClient jdbc, Audit audit, DistrictClock clock) {
        this.store = store;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Ends the transaction without any of its work. */
    private static final class TakenBack extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient @Nullable Refusal why;

        TakenBack(@Nullable Refusal why) {
            super(null, null, false, false);
            this.why = why;
        }
    }

    /** Whether it was taken; where not, the file waits again, with the reason where it has one. */
    boolean take(ImportFile file, ImportKind kind, Actor actor, RunningImports.Work work) {
        try {
            transactions.executeWithoutResult(status -> takeAll(file, kind, actor, work));
            return true;
        } catch (TakenBack back) {
            transactions.executeWithoutResult(status -> {
                store.move(file.id(), ImportFile.State.APPLYING, ImportFile.State.READY);
                Optional.ofNullable(back.why).ifPresent(why -> store.refused(file.id(), why));
            });
            return false;
        }
    }

    private void takeAll(ImportFile file, ImportKind kind, Actor actor, RunningImports.Work work) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(?))")
                .param("import." + kind.name())
                .query((row, number) -> true)
                .single();
        int done = 0;
        List<StagedRow> page = store.rows(file.id(), 0, CHUNK);
        while (!page.isEmpty()) {
            if (work.stopping()) {
                throw new TakenBack(null);
            }
            takeSome(page, kind, actor);
            done += page.size();
            work.did(done);
            page = store.rows(file.id(), page.getLast().line(), CHUNK);
        }
        store.end(file.id(), ImportFile.State.APPLIED, actor.login(), clock.now());
        audit.record(actor, "import.applied", "import:" + file.number(), facts(file));
    }

    private static Map<String, ?> facts(ImportFile file) {
        return Map.of(
                "kind",
                file.kind(),
                "fingerprint",
                file.fingerprint(),
                "rows",
                file.total(),
                "added",
                file.added(),
                "changed",
                file.changed());
    }

    private static void takeSome(List<StagedRow> page, ImportKind kind, Actor actor) {
        List<ImportRow> rows =
                page.stream().map(row -> new ImportRow(row.line(), row.cells())).toList();
        List<Verdict> verdicts = kind.check(actor, rows);
        List<ImportRow> working = new ArrayList<>();
        for (int place = 0; place < rows.size(); place++) {
            if (verdicts.get(place) instanceof Verdict.Rejected bad) {
                throw new TakenBack(Refusal.of(
                        "B-017", rows.get(place).line(), bad.refusal().code()));
            }
            if (verdicts.get(place) instanceof Verdict.Fits fits && fits.change() != Verdict.Change.SAME) {
                working.add(rows.get(place));
            }
        }
        if (!working.isEmpty()) {
            kind.apply(actor, working);
        }
    }

    /** Deletes the rows of a file that is not to be taken. */
    void end(UUID id, ImportFile.State state, @Nullable Actor actor) {
        transactions.executeWithoutResult(
                status -> store.end(id, state, actor == null ? null : actor.login(), clock.now()));
    }
}
