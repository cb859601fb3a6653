package org.tongxin.app.imports;

import java.util.UUID;
import org.tongxin.app.platform.Refusal;

/** What would become of a row. */
public sealed interface Verdict {

    /** It can be taken. @param thing what it speaks of; two rows of a file must not speak of the same */
    record Fits(UUID thing, Change change) implements Verdict {}

    /** It cannot. @param column the one to change */
    record Rejected(String column, Refusal refusal) implements Verdict {}

    /** What taking it does. */
    enum Change {
        ADDED,
        CHANGED,
        /** It is stored already, with the same values. */
        SAME
    }

    static Verdict rejected(String column, String code, Object... arguments) {
        return new Rejected(column, Refusal.of(code, arguments));
    }
}
