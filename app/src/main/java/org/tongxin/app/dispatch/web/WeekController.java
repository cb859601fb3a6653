package org.tongxin.app.dispatch.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongxin.app.dispatch.Weeks;
import org.tongxin.app.dispatch.duty.Rota;
import org.tongxin.app.dispatch.duty.ShiftHours;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.identity.Readings;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;

/** The duty officer plans a street's week, sees how good the plan is and what stays empty, and publishes it. */
@Controller
class WeekController {

    private final Readings readings;
    private final Weeks weeks;
    private final Rota rota;
    private final Organisation organisation;
    private final ShiftHours hours;
    private final ListWords words;
    private final Sheets sheets;

    WeekController(
            Readings readings,
            Weeks weeks,
            Rota rota,
            Organisation organisation,
            ShiftHours hours,
            ListWords words,
            Sheets sheets) {
        this.readings = readings;
        this.weeks = weeks;
        this.rota = rota;
        this.organisation = organisation;
        this.hours = hours;
        this.words = words;
        this.sheets = sheets;
    }

    /** @param day the one that a narrow screen shows; the first where it is none of the week */
    @GetMapping("/dispatch/week")
    String week(
            Actor actor,
            @RequestParam(defaultValue = "") String street,
            @RequestParam(defaultValue = "") String day,
            Model model) {
        requireDutyOfficer(actor);
        Area here = street(actor, street);
        Optional<Weeks.Week> draft = weeks.findDraft(here.path());
        Optional<Weeks.Week> published = weeks.findPublished(here.path());
        Weeks.@Nullable Week week = draft.or(() -> published).orElse(null);
        model.addAttribute("street", here);
        model.addAttribute("streets", organisation.taskedStreets(actor.territory()));
        model.addAttribute("tomorrow", hours.day().plusDays(1));
        model.addAttribute("rules", hours.rules());
        model.addAttribute("draft", draft.isPresent());
        model.addAttribute("published", published.orElse(null));
        model.addAttribute("week", week);
        if (week != null) {
            note(actor, week);
            List<DutyPost> posts = organisation.posts(here.path());
            List<Weeks.Missing> missing = weeks.missing(week);
            List<LocalDate> days = days(week);
            model.addAttribute("days", days);
            model.addAttribute(
                    "day",
                    days.stream()
                            .filter(each -> each.toString().equals(day))
                            .findFirst()
                            .orElse(week.firstDay()));
            model.addAttribute("rows", rows(posts, weeks.places(week), missing));
            model.addAttribute("missing", missing);
            model.addAttribute("postOf", byId(posts));
            model.addAttribute(
                    "belowMinimum",
                    missing.stream().mapToInt(Weeks.Missing::belowMinimum).sum());
        }
        return "dispatch/week";
    }

    /** Names of who comes are shown: that is noted before they are read. */
    private void note(Actor actor, Weeks.Week week) {
        LocalDate last = week.firstDay().plusDays(Weeks.DAYS - 1L);
        readings.note(actor, Readings.Kind.DUTY, week.streetPath(), week.firstDay(), last);
    }

    /** The week that the page shows: a line for each place that is given, and one for each post and day that stays short. */
    @GetMapping("/dispatch/week/shifts" + SheetFormat.PATH)
    void file(
            Actor actor,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String street,
            HttpServletResponse response)
            throws IOException {
        requireDutyOfficer(actor);
        Area here = street(actor, street);
        Optional<Weeks.Week> shown = weeks.findDraft(here.path()).or(() -> weeks.findPublished(here.path()));
        shown.ifPresent(week -> note(actor, week));
        List<String> head =
                words.head("day", "post", "areaCode", "skill", "opens", "closes", "comes", "state", "empty");
        sheets.send(
                response,
                format,
                "week",
                head,
                row -> shown.ifPresent(week -> rows(week, here).forEach(row)));
    }

    private List<List<@Nullable Object>> rows(Weeks.Week week, Area here) {
        List<List<@Nullable Object>> cells = new ArrayList<>();
        List<DutyPost> posts = organisation.posts(here.path());
        for (Row row : rows(posts, weeks.places(week), weeks.missing(week))) {
            for (LocalDate day : days(week)) {
                row.places()
                        .getOrDefault(day, List.of())
                        .forEach(place -> cells.add(cells(
                                day,
                                row.post(),
                                Arrays.asList(place.name(), words.word("lists.place.", place.state()), null))));
                Integer empty = row.empty().get(day);
                if (empty != null) {
                    cells.add(cells(day, row.post(), Arrays.asList(null, null, empty)));
                }
            }
        }
        return cells;
    }

    private List<@Nullable Object> cells(LocalDate day, DutyPost post, List<@Nullable Object> rest) {
        List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(
                day,
                words.either(post.name(), post.nameEn()),
                post.areaPath(),
                words.word("dispatch.skill.", post.skill()),
                post.starts(),
                post.ends()));
        cells.addAll(rest);
        return cells;
    }

    private static List<LocalDate> days(Weeks.Week week) {
        return IntStream.range(0, Weeks.DAYS)
                .mapToObj(week.firstDay()::plusDays)
                .toList();
    }

    private static Map<UUID, DutyPost> byId(List<DutyPost> posts) {
        Map<UUID, DutyPost> byId = new HashMap<>();
        posts.forEach(post -> byId.put(post.id(), post));
        return byId;
    }

    /** One post. @param empty places that stay empty, by day */
    record Row(DutyPost post, Map<LocalDate, List<Weeks.Place>> places, Map<LocalDate, Integer> empty) {}

    private static List<Row> rows(List<DutyPost> posts, List<Weeks.Place> places, List<Weeks.Missing> missing) {
        Map<UUID, Row> rows = new LinkedHashMap<>();
        posts.forEach(post -> rows.put(post.id(), new Row(post, new HashMap<>(), new HashMap<>())));
        places.forEach(place -> Optional.ofNullable(rows.get(place.postId()))
                .ifPresent(row -> row.places()
                        .computeIfAbsent(place.day(), day -> new ArrayList<>())
                        .add(place)));
        missing.forEach(gap -> Optional.ofNullable(rows.get(gap.postId()))
                .ifPresent(row -> row.empty().put(gap.day(), gap.missing())));
        return rows.values().stream()
                .filter(row -> !row.places().isEmpty() || !row.empty().isEmpty())
                .toList();
    }

    private Area street(Actor actor, String wished) {
        String path = wished.isEmpty()
                ? rota.firstStreet(actor.territory(), hours.day())
                        .orElseGet(() -> organisation
                                .taskedStreets(actor.territory())
                                .getFirst()
                                .path())
                : wished;
        return organisation
                .findArea(path)
                .filter(area -> area.level() == AreaLevel.STREET && actor.covers(area.path()))
                .orElseThrow(() -> new NotFound("street " + wished));
    }

    @PostMapping("/dispatch/week/plans")
    String plan(Actor actor, @RequestParam String street, RedirectAttributes flash) {
        requireDutyOfficer(actor);
        Area here = street(actor, street);
        return after(weeks.plan(actor, here.path()), here, "dispatch.week.done.planned", flash);
    }

    @PostMapping("/dispatch/week/publications")
    String publish(Actor actor, @RequestParam String street, @RequestParam UUID week, RedirectAttributes flash) {
        requireDutyOfficer(actor);
        Area here = street(actor, street);
        return after(weeks.publish(actor, week), here, "dispatch.week.done.published", flash);
    }

    private static String after(Outcome<?> outcome, Area street, String done, RedirectAttributes flash) {
        if (outcome instanceof Outcome.Accepted<?>) {
            flash.addFlashAttribute("done", done);
        }
        String page = UriComponentsBuilder.fromPath("/dispatch/week")
                .queryParam("street", "{street}")
                .encode()
                .buildAndExpand(street.path())
                .toUriString();
        return Pages.after(outcome, page, flash);
    }

    private static void requireDutyOfficer(Actor actor) {
        if (actor.role() != Role.DUTY_OFFICER) {
            throw new NotAllowed();
        }
    }
}
