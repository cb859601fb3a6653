package org.tongxin.app.tasks;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.imports.ImportKind;
import org.tongxin.app.imports.ImportKinds;

/** The sheets of orders, one an order. Thread-safe. */
@Component
class AnswerSheets implements ImportKinds {

    private final Chain chain;
    private final Tasks tasks;
    private final Answers answers;

    AnswerSheets(Chain chain, Tasks tasks, Answers answers) {
        this.chain = chain;
        this.tasks = tasks;
        this.answers = answers;
    }

    @Override
    public Optional<ImportKind> find(Actor actor, String name) {
        return order(name)
                .flatMap(order -> chain.find(order, actor.territory()))
                .map(order -> (ImportKind) new AnswerSheet(order, tasks, answers))
                .filter(sheet -> sheet.mayImport(actor));
    }

    private static Optional<UUID> order(String name) {
        try {
            return name.startsWith(AnswerSheet.NAME)
                    ? Optional.of(UUID.fromString(name.substring(AnswerSheet.NAME.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
