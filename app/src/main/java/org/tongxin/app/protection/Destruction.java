package org.tongxin.app.protection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is destroyed of one incident. Holds no personal data but the login of who signs.
 *
 * @param activation the plan's activation that was stood down
 * @param from when it was activated
 * @param to when it was stood down
 * @param lines what is destroyed, by table
 */
public record Destruction(
        UUID activation,
        Instant from,
        Instant to,
        @Nullable String signedBy,
        @Nullable Instant signedAt,
        List<Line> lines,
        int version) {

    public Destruction {
        lines = List.copyOf(lines);
    }

    /**
     * One table of the incident.
     *
     * @param days days after the stand-down
     * @param destroyed rows blanked or deleted so far
     * @param destroyedAt when nothing was left; {@code null} before
     */
    public record Line(
            String relation,
            String fields,
            String purpose,
            int days,
            Instant dueAt,
            int destroyed,
            @Nullable Instant destroyedAt) {}

    /** When the first of what is left falls due; the end of the incident where nothing is left. */
    public Instant next() {
        return lines.stream()
                .filter(line -> line.destroyedAt() == null)
                .map(Line::dueAt)
                .min(Instant::compareTo)
                .orElse(to);
    }

    /** Whether nothing is left to destroy. */
    public boolean complete() {
        return lines.stream().allMatch(line -> line.destroyedAt() != null);
    }

    public int rows() {
        return lines.stream().mapToInt(Line::destroyed).sum();
    }
}
