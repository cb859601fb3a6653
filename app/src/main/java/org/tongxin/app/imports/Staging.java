package org.tongxin.app.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxin.app.identity.Actor;

/** Checks the rows of a file and keeps them for the preview, some at a time, each time in a transaction of its own. */
@Component
class Staging {

    private static final int CHUNK = 1_000;

    private final ImportStore store;
    private final TransactionTemplate transactions;

    Staging(ImportStore store, TransactionTemplate transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    /** Stages a file, up to its end or until somebody ended it. */
    void stage(UUID id, ImportKind kind, ListFile file, Actor actor, RunningImports.Work work) {
        Stage stage = new Stage(id, kind, actor, work);
        file.each(stage::add);
        stage.flush();
        if (stage.going) {
            transactions.executeWithoutResult(status -> store.ready(id));
        }
    }

    private final class Stage {

        private final UUID id;
        private final ImportKind kind;
        private final Actor actor;
        private final RunningImports.Work work;
        private final Map<UUID, Long> lines = new HashMap<>();
        private final List<ImportRow> waiting = new ArrayList<>(CHUNK);
        private boolean going = true;
        private int done;

        Stage(UUID id, ImportKind kind, Actor actor, RunningImports.Work work) {
            this.id = id;
            this.kind = kind;
            this.actor = actor;
            this.work = work;
        }

        void add(ImportRow row) {
            if (going) {
                waiting.add(row);
                if (waiting.size() == CHUNK) {
                    flush();
                }
            }
        }

        void flush() {
            if (waiting.isEmpty() || !going) {
                return;
            }
            List<Verdict> verdicts = kind.check(actor, waiting);
            List<ImportStore.Checked> checked = new ArrayList<>(waiting.size());
            for (int row = 0; row < waiting.size(); row++) {
                checked.add(new ImportStore.Checked(waiting.get(row), once(waiting.get(row), verdicts.get(row))));
            }
            going = Boolean.TRUE.equals(transactions.execute(status -> keep(checked)));
            done += waiting.size();
            work.did(done);
            waiting.clear();
        }

        private boolean keep(List<ImportStore.Checked> checked) {
            boolean held = !work.stopping() && store.holdStaging(id);
            if (held) {
                store.stage(id, checked);
            }
            return held;
        }

        private Verdict once(ImportRow row, Verdict verdict) {
            if (!(verdict instanceof Verdict.Fits fits)) {
                return verdict;
            }
            Long earlier = lines.putIfAbsent(fits.thing(), row.line());
            return earlier == null ? verdict : Verdict.rejected(kind.columns().getFirst(), "B-016", earlier);
        }
    }
}
