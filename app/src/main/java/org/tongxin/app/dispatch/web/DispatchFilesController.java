package org.tongxin.app.dispatch.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongxin.app.dispatch.Board;
import org.tongxin.app.dispatch.WorkForces;
import org.tongxin.app.dispatch.duty.ShiftHours;
import org.tongxin.app.dispatch.duty.UrgentCall;
import org.tongxin.app.dispatch.duty.UrgentCalls;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.identity.Readings;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Sought;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;

/** The posts of a shift, the forces of communities and the urgent calls as files, read and noted as their pages. */
@Controller
class DispatchFilesController {

    private static final int PAGE = 500;

    private final Readings readings;
    private final Board board;
    private final WorkForces forces;
    private final UrgentCalls calls;
    private final ShiftHours hours;
    private final DistrictClock clock;
    private final ListWords words;
    private final Sheets sheets;

    DispatchFilesController(
            Readings readings,
            Board board,
            WorkForces forces,
            UrgentCalls calls,
            ShiftHours hours,
            DistrictClock clock,
            ListWords words,
            Sheets sheets) {
        this.readings = readings;
        this.board = board;
        this.forces = forces;
        this.calls = calls;
        this.hours = hours;
        this.clock = clock;
        this.words = words;
        this.sheets = sheets;
    }

    /** A page at a time. @param day of the shift; today's without it @param q as on the board */
    @GetMapping("/dispatch/posts/all" + SheetFormat.PATH)
    void posts(
            Actor actor,
            @PathVariable String format,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response)
            throws IOException {
        LocalDate shift = day == null ? hours.day() : day;
        if (DispatchText.seesNames(actor)) {
            readings.note(actor, Readings.Kind.DUTY, actor.territory(), shift, shift);
        }
        List<String> head = words.head(
                "day",
                "post",
                "kind",
                "street",
                "areaCode",
                "skill",
                "opens",
                "closes",
                "places",
                "minimum",
                "confirmed",
                "invited",
                "empty",
                "missing");
        sheets.send(
                response,
                format,
                "posts",
                head,
                row -> each(shift, actor.territory(), q.strip(), line -> row.accept(cells(shift, line))));
    }

    private void each(LocalDate shift, String territory, String q, Consumer<Board.Line> next) {
        List<Board.Line> page = board.posts(shift, territory, q, null, PAGE);
        while (!page.isEmpty()) {
            page.forEach(next);
            Board.Line last = page.getLast();
            page = board.posts(shift, territory, q, last.postId(), PAGE);
        }
    }

    private List<@Nullable Object> cells(LocalDate shift, Board.Line line) {
        return Arrays.asList(
                shift,
                words.either(line.name(), line.nameEn()),
                words.word("dispatch.post.", line.kind()),
                words.either(line.streetName(), line.streetNameEn()),
                line.areaPath(),
                words.word("dispatch.skill.", line.skill()),
                line.starts(),
                line.ends(),
                line.places(),
                line.minimum(),
                line.confirmed(),
                line.invited(),
                line.empty(),
                line.missing());
    }

    /** Communities, those that lack most first. @param street only its communities; empty for all @param q as on the page */
    @GetMapping("/dispatch/forces/all" + SheetFormat.PATH)
    void forces(
            Actor actor,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String street,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response)
            throws IOException {
        List<String> head =
                words.head("area", "street", "areaCode", "kind", "households", "required", "assigned", "missing");
        List<WorkForces.Line> listed =
                WorkForceController.listed(forces.lines(hours.day(), actor.territory()), street, Sought.of(q));
        sheets.send(response, format, "forces", head, row -> listed.forEach(line -> row.accept(cells(line))));
    }

    private List<@Nullable Object> cells(WorkForces.Line line) {
        return Arrays.asList(
                words.either(line.name(), line.nameEn()),
                words.either(line.streetName(), line.streetNameEn()),
                line.path(),
                words.word("dispatch.type.", line.type()),
                line.households(),
                line.required(),
                line.assigned(),
                line.missing());
    }

    /** As the page lists them: how many come, not who. */
    @GetMapping("/dispatch/calls/all" + SheetFormat.PATH)
    void calls(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        if (!calls.opens(actor)) {
            throw new NotAllowed();
        }
        List<String> head = words.head(
                "number", "what", "kind", "skill", "place", "areaCode", "wanted", "come", "opened", "to", "ended");
        sheets.send(
                response,
                format,
                "calls",
                head,
                row -> Paged.each(seen -> calls.page(actor, seen), (UrgentCall call) -> row.accept(cells(call))));
    }

    private List<@Nullable Object> cells(UrgentCall call) {
        return Arrays.asList(
                call.number(),
                call.what(),
                words.word("duty.kind.", call.kind()),
                words.word("dispatch.skill.", call.skill()),
                words.either(call.placeName(), call.placeNameEn()),
                call.areaPath(),
                call.wanted(),
                call.taken(),
                call.openedAt(),
                call.endsAt(),
                call.endedAt() == null && call.ended(clock.now()) ? call.endsAt() : call.endedAt());
    }
}
