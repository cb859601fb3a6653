package org.tongxin.app.imports;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.DueWork;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.platform.Seen;

/**
 * Takes lists in: a file is read and checked in the background, waits for the person who sent it, and is then taken whole or
 * cancelled. Whoever did not send it finds nothing. Thread-safe.
 */
@Service
public class Imports implements DueWork {

    /** How long checked rows wait for their person; suggested value: the same post the next day. */
    static final Duration WAITS = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final int LONGEST_TITLE = 100;
    private static final int LISTED = 20;

    private final List<ImportKind> kinds;
    private final List<ImportKinds> more;
    private final ImportStore store;
    private final ImportWords words;
    private final Staging staging;
    private final Taking taking;
    private final RunningImports running;
    private final TransactionTemplate transactions;
    private final Audit audit;
    private final DistrictClock clock;
    private final Ids ids;

    Imports(
            List<ImportKind> kinds,
            List<ImportKinds> more,
            ImportStore store,
            ImportWords words,
            Staging staging,
            Taking taking,
            RunningImports running,
            TransactionTemplate transactions,
            Audit audit,
            DistrictClock clock,
            Ids ids) {
        this.kinds =
                kinds.stream().sorted(Comparator.comparing(ImportKind::name)).toList();
        this.more = List.copyOf(more);
        this.store = store;
        this.words = words;
        this.staging = staging;
        this.taking = taking;
        this.running = running;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    /** What an actor may send at any time. */
    public List<ImportKind> kinds(Actor actor) {
        return kinds.stream().filter(kind -> kind.mayImport(actor)).toList();
    }

    /** A kind that an actor may send. */
    public Optional<ImportKind> find(Actor actor, String kind) {
        return kinds(actor).stream()
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .or(() -> more.stream()
                        .flatMap(source -> source.find(actor, kind).stream())
                        .findFirst());
    }

    /** Reads the file and begins to check its rows. Refused: I-003, and B-001 to B-015 and B-018. */
    public Outcome<UUID> upload(Actor actor, String kindName, String title, byte[] bytes) {
        Optional<ImportKind> kind = find(actor, kindName);
        if (kind.isEmpty()) {
            return Outcome.refused("I-003");
        }
        Outcome<ListFile> opened = ListFile.open(bytes, kind.get(), words);
        if (opened instanceof Outcome.Refused<ListFile> refused) {
            return new Outcome.Refused<>(refused.refusal());
        }
        ListFile file = opened.orThrow();
        long number = store.nextNumber();
        UUID id = ids.of("import", number);
        Optional<RunningImports.Work> work = running.begin(id, actor.login(), file.rows());
        if (work.isEmpty()) {
            return Outcome.refused("B-018");
        }
        transactions.executeWithoutResult(status -> {
            store.add(
                    id,
                    number,
                    kindName,
                    shortened(title),
                    fingerprint(bytes),
                    actor.login(),
                    clock.now(),
                    file.rows());
            audit.record(actor, "import.uploaded", "import:" + number, Map.of("kind", kindName, "rows", file.rows()));
        });
        inBackground(id, () -> staging.stage(id, kind.get(), file, actor, work.get()));
        return Outcome.accepted(id);
    }

    private static String shortened(String title) {
        return title.substring(0, Math.min(title.length(), LONGEST_TITLE));
    }

    /** Whatever ends the work early leaves the file stopped, with no row. Words are those of whoever asked for the work. */
    private void inBackground(UUID id, Runnable work) {
        Locale language = LocaleContextHolder.getLocale();
        Thread.ofVirtual().name("import-" + id).start(() -> {
            try {
                LocaleContextHolder.setLocale(language);
                work.run();
            } catch (RuntimeException broken) {
                LOG.error("Import {} stopped; nothing of it was taken.", id, broken);
                taking.end(id, ImportFile.State.STOPPED, null);
            } finally {
                running.end(id);
            }
        });
    }

    /** A file that the actor sent. */
    public Optional<ImportFile> find(Actor actor, UUID id) {
        return store.find(id).filter(file -> file.uploadedBy().equals(actor.login()));
    }

    /** A page of the files that the actor sent, newest first. */
    public Paged<ImportFile> list(Actor actor, @Nullable Seen after) {
        return store.of(actor.login(), after, LISTED);
    }

    /** When the very same file was taken before. */
    public Optional<ImportFile> taken(ImportFile file) {
        return store.taken(file);
    }

    /** How far the program is with it, from 0 to 100. */
    public int percent(ImportFile file) {
        return running.percent(file.id());
    }

    /** Why taking it failed last. */
    public Optional<Refusal> refusal(ImportFile file) {
        return store.refusal(file);
    }

    public List<StagedRow> rows(ImportFile file, int limit) {
        return store.rows(file.id(), 0, limit);
    }

    /** Rejected rows below a line of the file. */
    public List<StagedRow> rejected(ImportFile file, long after, int limit) {
        return store.rejected(file.id(), after, limit);
    }

    public void eachRejected(ImportFile file, Consumer<StagedRow> next) {
        store.eachRejected(file.id(), next);
    }

    /** Begins to take it. Refused: I-003, B-015, B-018, B-019. */
    public Outcome<UUID> apply(Actor actor, UUID id) {
        Optional<ImportFile> found = find(actor, id);
        if (found.isEmpty() || found.get().state() != ImportFile.State.READY) {
            return Outcome.refused("B-019");
        }
        ImportFile file = found.get();
        Optional<ImportKind> kind = find(actor, file.kind());
        if (kind.isEmpty()) {
            return Outcome.refused("I-003");
        }
        if (!file.takeable()) {
            return Outcome.refused("B-015", file.rejected(), file.same());
        }
        Optional<RunningImports.Work> work = running.begin(id, actor.login(), file.total());
        if (work.isEmpty()) {
            return Outcome.refused("B-018");
        }
        if (!Boolean.TRUE.equals(
                transactions.execute(status -> store.move(id, ImportFile.State.READY, ImportFile.State.APPLYING)))) {
            running.end(id);
            return Outcome.refused("B-019");
        }
        inBackground(id, () -> taking.take(file, kind.get(), actor, work.get()));
        return Outcome.accepted(id);
    }

    /** Stops what runs; a file that is not being taken is deleted with its rows. Refused: B-019. */
    @Transactional
    public Outcome<UUID> cancel(Actor actor, UUID id) {
        Optional<ImportFile> found = find(actor, id);
        if (found.isEmpty()) {
            return Outcome.refused("B-019");
        }
        if (found.get().state() == ImportFile.State.APPLYING) {
            running.stop(id);
            return Outcome.accepted(id);
        }
        boolean open = store.move(id, ImportFile.State.READY, ImportFile.State.CANCELLED)
                || store.move(id, ImportFile.State.STAGING, ImportFile.State.CANCELLED);
        if (!open) {
            return Outcome.refused("B-019");
        }
        running.stop(id);
        store.end(id, ImportFile.State.CANCELLED, actor.login(), clock.now());
        audit.record(actor, "import.cancelled", "import:" + found.get().number(), Map.of());
        return Outcome.accepted(id);
    }

    /** Rows that nobody came back for are deleted. */
    @Override
    public void runDue() {
        store.waitingSince(clock.now().minus(WAITS))
                .forEach(id -> transactions.executeWithoutResult(status -> {
                    if (store.move(id, ImportFile.State.READY, ImportFile.State.EXPIRED)) {
                        store.end(id, ImportFile.State.EXPIRED, null, clock.now());
                    }
                }));
    }

    /** What an earlier run of the program did not bring to an end is stopped; whatever it was taking is not there. */
    @EventListener(ApplicationStartedEvent.class)
    void afterStart() {
        store.in(List.of(ImportFile.State.STAGING, ImportFile.State.APPLYING)).stream()
                .filter(id -> !running.has(id))
                .forEach(id -> taking.end(id, ImportFile.State.STOPPED, null));
    }

    private static String fingerprint(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform must provide SHA-256.", absent);
        }
    }
}
