package org.tongxin.app.desk.web;

import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.DistrictEvent;

/**
 * Tells open pages that something has changed, never what: they ask again with their own rights. At most one message in
 * {@value #EVERY_MILLIS} ms, and a sign of life every few seconds.
 */
@Controller
class LiveStream {

    static final long EVERY_MILLIS = 700;

    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final int BEATS = 8;
    private static final int MOST_STREAMS = 500;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final List<SseEmitter> open = new CopyOnWriteArrayList<>();
    private final AtomicBoolean changed = new AtomicBoolean();
    private final DistrictClock clock;
    private int silentBeats;

    LiveStream(DistrictClock clock) {
        this.clock = clock;
    }

    /** 204 tells the browser not to come back: too many streams are open. */
    @GetMapping("/desk/stream")
    ResponseEntity<SseEmitter> stream() {
        if (open.size() >= MOST_STREAMS) {
            return ResponseEntity.noContent().build();
        }
        SseEmitter emitter = new SseEmitter(LIFETIME.toMillis());
        emitter.onCompletion(() -> open.remove(emitter));
        emitter.onTimeout(emitter::complete);
        emitter.onError(broken -> open.remove(emitter));
        open.add(emitter);
        send(emitter, "alive");
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }

    @TransactionalEventListener
    void on(DistrictEvent event) {
        changed.set(true);
    }

    @Scheduled(fixedDelay = EVERY_MILLIS)
    void beat() {
        if (changed.getAndSet(false)) {
            silentBeats = 0;
            open.forEach(emitter -> send(emitter, "changed"));
        } else if (++silentBeats >= BEATS) {
            silentBeats = 0;
            open.forEach(emitter -> send(emitter, "alive"));
        }
    }

    private void send(SseEmitter emitter, String name) {
        try {
            emitter.send(SseEmitter.event().name(name).data(CLOCK.format(clock.local(clock.now()))));
        } catch (IOException | IllegalStateException gone) {
            open.remove(emitter);
        }
    }

    /** An open stream would hold up the shutdown for its whole grace period. */
    @EventListener
    void on(ContextClosedEvent closing) {
        open.forEach(SseEmitter::complete);
    }
}
