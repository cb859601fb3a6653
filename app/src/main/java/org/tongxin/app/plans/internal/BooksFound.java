package org.tongxin.app.plans.internal;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Findable;
import org.tongxin.app.plans.PlanLibrary;
import org.tongxin.app.plans.Playbook;
import org.tongxin.app.platform.Sought;
import org.tongxin.app.platform.Spelling;

/** The prepared plans, by name. There are as many as response modes, so they are looked through one by one. */
@Component
@Order(80)
class BooksFound implements Findable {

    private final PlanLibrary library;

    BooksFound(PlanLibrary library) {
        this.library = library;
    }

    @Override
    public String kind() {
        return "plans";
    }

    @Override
    public List<Found> find(Actor actor, Sought sought, int limit) {
        return library.list().stream()
                .filter(book ->
                        sought.fits(book.title() + " " + book.titleEn() + " " + book.mode(), Spelling.of(book.title())))
                .limit(limit)
                .map(BooksFound::found)
                .toList();
    }

    private static Found found(Playbook book) {
        return new Found(
                book.title(),
                book.titleEn(),
                "",
                List.of(book.mode().name(), book.version()),
                "/plans/books/" + book.mode().file());
    }
}
