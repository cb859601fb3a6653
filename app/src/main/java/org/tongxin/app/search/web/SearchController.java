package org.tongxin.app.search.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Findable;
import org.tongxin.app.platform.Sought;

/** The search field of the header: what fits, by kind; who types a whole code or number goes straight there. */
@Controller
class SearchController {

    private static final int OF_EACH = 6;
    private static final int OF_ONE = 100;

    private final List<Findable> kinds;

    SearchController(List<Findable> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    /**
     * What was found of one kind.
     *
     * @param more address of all of them; {@code null} where no more were found than stand here
     */
    record Part(
            String kind,
            List<Findable.Found> found,
            @Nullable String more) {}

    /** @param q what was typed @param kind only this kind, and more of it; empty for all kinds */
    @GetMapping("/search")
    String search(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            Model model) {
        Sought sought = Sought.of(q);
        List<Part> parts = new ArrayList<>();
        if (!sought.isEmpty()) {
            boolean one = kinds.stream().anyMatch(each -> each.kind().equals(kind));
            kinds.stream()
                    .filter(each -> !one || each.kind().equals(kind))
                    .map(each -> part(actor, each, sought, one ? OF_ONE : OF_EACH))
                    .filter(part -> !part.found().isEmpty())
                    .forEach(parts::add);
            Optional<String> straight = straight(parts, sought);
            if (straight.isPresent() && !one) {
                return "redirect:" + straight.get();
            }
        }
        model.addAttribute("q", q.strip());
        model.addAttribute("parts", parts);
        model.addAttribute(
                "total", parts.stream().mapToInt(part -> part.found().size()).sum());
        model.addAttribute("more", parts.stream().anyMatch(part -> part.more() != null));
        model.addAttribute("only", kind);
        return "search/results";
    }

    private static Part part(Actor actor, Findable kind, Sought sought, int limit) {
        List<Findable.Found> found = kind.find(actor, sought, limit + 1);
        if (found.size() <= limit) {
            return new Part(kind.kind(), found, null);
        }
        return new Part(kind.kind(), found.subList(0, limit), kind.list(sought).orElse(""));
    }

    /** The one thing whose whole code was typed; none where two kinds use the same code. */
    private static Optional<String> straight(List<Part> parts, Sought sought) {
        List<Findable.Found> exact = parts.stream()
                .flatMap(part -> part.found().stream())
                .filter(found -> found.isExactly(sought))
                .toList();
        return exact.size() == 1 ? Optional.of(exact.getFirst().address()) : Optional.empty();
    }
}
