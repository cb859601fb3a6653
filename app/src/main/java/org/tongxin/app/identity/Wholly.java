package org.tongxin.app.identity;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxin.app.platform.Outcome;

/** An act of several steps: when a later one is refused, the earlier ones are undone. */
@Component
class Wholly {

    private final TransactionTemplate transactions;

    Wholly(TransactionTemplate transactions) {
        this.transactions = transactions;
    }

    <T> Outcome<T> orNot(Supplier<Outcome<T>> act) {
        Outcome<T> outcome = transactions.execute(status -> {
            Outcome<T> done = act.get();
            if (done instanceof Outcome.Refused<T>) {
                status.setRollbackOnly();
            }
            return done;
        });
        return Objects.requireNonNull(outcome);
    }
}
