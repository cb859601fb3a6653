package org.tongxin.app.platform;

import java.util.function.Function;

/**
 * What came of an action: it was accepted, or it was refused for a reason that a user can act on. A refusal is found
 * before anything is written.
 */
public sealed interface Outcome<T> {

    /** The action is done. */
    record Accepted<T>(T value) implements Outcome<T> {}

    /** Nothing was done. */
    record Refused<T>(Refusal refusal) implements Outcome<T> {}

    static <T> Outcome<T> accepted(T value) {
        return new Accepted<>(value);
    }

    /**
     * Nothing was done, because of {@code code} (see {@link Refusal}).
     *
     * @param arguments the values that the sentence names
     */
    static <T> Outcome<T> refused(String code, Object... arguments) {
        return new Refused<>(Refusal.of(code, arguments));
    }

    /** The value, where a refusal would be a broken promise of this program. */
    default T orThrow() {
        if (this instanceof Accepted<T> accepted) {
            return accepted.value();
        }
        throw new IllegalStateException("Refused unexpectedly: " + this);
    }

    default <R> Outcome<R> map(Function<T, R> change) {
        if (this instanceof Accepted<T> accepted) {
            return accepted(change.apply(accepted.value()));
        }
        return new Refused<>(((Refused<T>) this).refusal());
    }
}
