package org.tongxin.app.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.HeldPost;
import org.tongxin.app.identity.LostSlips;
import org.tongxin.app.identity.PostBook;
import org.tongxin.app.identity.ProposalBook;
import org.tongxin.app.identity.ProposedAccount;
import org.tongxin.app.identity.Readings;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;

/** Posts with who holds them, proposed accounts and unused passwords as files: for whoever reads the page, and noted as there. */
@Controller
class PostFilesController {

    private final Readings readings;
    private final PostBook book;
    private final ProposalBook proposals;
    private final LostSlips lost;
    private final PlaceNames places;
    private final DistrictClock clock;
    private final ListWords words;
    private final Sheets sheets;

    PostFilesController(
            Readings readings,
            PostBook book,
            ProposalBook proposals,
            LostSlips lost,
            PlaceNames places,
            DistrictClock clock,
            ListWords words,
            Sheets sheets) {
        this.readings = readings;
        this.book = book;
        this.proposals = proposals;
        this.lost = lost;
        this.places = places;
        this.clock = clock;
        this.words = words;
        this.sheets = sheets;
    }

    /** Held and vacant, a page at a time. @param q as on the page */
    @GetMapping(PostsController.ADDRESS + "/all" + SheetFormat.PATH)
    void posts(
            Actor actor,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response)
            throws IOException {
        PostsController.reads(actor);
        readings.note(actor, Readings.Kind.ACCOUNTS, actor.territory());
        String sought = q.strip().toLowerCase(Locale.ROOT);
        List<String> head = words.head(
                "post",
                "role",
                "place",
                "areaCode",
                "state",
                "holder",
                "login",
                "from",
                "to",
                "lastHolder",
                "temporary");
        sheets.send(response, format, "accounts", head, row -> each(actor.territory(), sought, row));
    }

    private void each(String territory, String sought, Consumer<List<@Nullable Object>> row) {
        UUID after = null;
        List<HeldPost> found;
        do {
            found = book.list(territory, sought, after);
            List<HeldPost> page = found.subList(0, Math.min(PostBook.PAGE, found.size()));
            Map<String, String> named =
                    names(page.stream().map(HeldPost::areaPath).collect(Collectors.toSet()));
            page.forEach(post -> row.accept(cells(post, named)));
            after = page.isEmpty() ? null : page.getLast().appointment();
        } while (found.size() > PostBook.PAGE);
    }

    private Map<String, String> names(Set<String> paths) {
        return paths.isEmpty() ? Map.of() : places.of(new LinkedHashSet<>(paths));
    }

    private List<@Nullable Object> cells(HeldPost post, Map<String, String> named) {
        return Arrays.asList(
                post.title(),
                words.word("role.", post.role()),
                named.get(post.areaPath()),
                post.areaPath(),
                words.word("lists.post.", state(post)),
                post.open() ? post.name() : null,
                post.open() ? post.login() : null,
                post.open() ? post.since() : null,
                post.until(),
                post.open() ? null : post.name(),
                words.yesOrNo(post.help()));
    }

    private String state(HeldPost post) {
        Instant now = clock.now();
        if (!post.open()) {
            return "VACANT";
        }
        if (post.scripted()) {
            return "SCRIPTED";
        }
        if (post.waiting()) {
            return "WAITING";
        }
        return post.since().isAfter(now) ? "LATER" : "HELD";
    }

    /** Those of a place of the own territory. */
    @GetMapping(PostsController.ADDRESS + "/proposals/all" + SheetFormat.PATH)
    void proposals(
            Actor actor,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String place,
            HttpServletResponse response)
            throws IOException {
        String within = reads(actor, place);
        List<String> head =
                words.head("holder", "post", "role", "place", "areaCode", "login", "from", "to", "keptUntil");
        sheets.send(
                response,
                format,
                "proposed-accounts",
                head,
                row -> Paged.each(
                        seen -> named(proposals.list(within, seen), ProposedAccount::areaPath),
                        (Named<ProposedAccount> line) -> row.accept(proposed(line))));
    }

    /** Those of a place of the own territory. */
    @GetMapping(PostsController.ADDRESS + "/unused/all" + SheetFormat.PATH)
    void unused(
            Actor actor,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String place,
            HttpServletResponse response)
            throws IOException {
        String within = reads(actor, place);
        List<String> head = words.head("holder", "post", "role", "place", "areaCode", "login", "from", "to");
        sheets.send(
                response,
                format,
                "unused-passwords",
                head,
                row -> Paged.each(
                        seen -> named(lost.list(within, seen), HeldPost::areaPath),
                        (Named<HeldPost> line) -> row.accept(unused(line))));
    }

    private String reads(Actor actor, String place) {
        ProposalsController.administers(actor);
        readings.note(actor, Readings.Kind.ACCOUNTS, actor.territory());
        return ProposalsController.within(actor, place);
    }

    /** A line with the name of its place. */
    private record Named<T>(T line, String place) {}

    private <T> Paged<Named<T>> named(Paged<T> page, Function<T, String> path) {
        Map<String, String> named = names(page.rows().stream().map(path).collect(Collectors.toSet()));
        return new Paged<>(
                page.rows().stream()
                        .map(line -> new Named<>(line, named.getOrDefault(path.apply(line), path.apply(line))))
                        .toList(),
                page.next(),
                page.first());
    }

    private List<@Nullable Object> proposed(Named<ProposedAccount> named) {
        ProposedAccount line = named.line();
        return Arrays.asList(
                line.name(),
                line.title(),
                words.word("role.", line.role()),
                named.place(),
                line.areaPath(),
                line.login(),
                line.firstDay(),
                line.lastDay(),
                line.keptUntil());
    }

    private List<@Nullable Object> unused(Named<HeldPost> named) {
        HeldPost line = named.line();
        return Arrays.asList(
                line.name(),
                line.title(),
                words.word("role.", line.role()),
                named.place(),
                line.areaPath(),
                line.login(),
                line.since(),
                line.until());
    }
}
