package org.tongxin.app.imports;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What this program works on at the moment: how far it is, and whether it is to stop. Thread-safe. */
@Component
class RunningImports {

    /** How many files at once; suggested value: of the largest, some 20 MB of memory each. */
    private static final int AT_ONCE = 2;

    private final Map<UUID, Work> works = new ConcurrentHashMap<>();

    /** Work on a file. */
    static final class Work {

        private final String login;
        private final int total;
        private volatile int done;
        private volatile boolean stopping;

        Work(String login, int total) {
            this.login = login;
            this.total = total;
        }

        void did(int rows) {
            done = rows;
        }

        boolean stopping() {
            return stopping;
        }
    }

    /** Begins work, where there is room and the person has none yet. */
    synchronized Optional<Work> begin(UUID id, String login, int total) {
        boolean busy = works.size() >= AT_ONCE || works.values().stream().anyMatch(work -> work.login.equals(login));
        if (busy) {
            return Optional.empty();
        }
        Work work = new Work(login, total);
        works.put(id, work);
        return Optional.of(work);
    }

    void end(UUID id) {
        works.remove(id);
    }

    void stop(UUID id) {
        Work work = works.get(id);
        if (work != null) {
            work.stopping = true;
        }
    }

    boolean has(UUID id) {
        return works.containsKey(id);
    }

    /** From 0 to 100; 100 only where nothing is done any more, so that the person may begin the next. */
    int percent(UUID id) {
        Work work = works.get(id);
        return work == null ? 100 : (int) Math.min(99, 100L * work.done / Math.max(1, work.total));
    }
}
