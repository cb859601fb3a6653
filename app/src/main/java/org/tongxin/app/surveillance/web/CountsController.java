package org.tongxin.app.surveillance.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.surveillance.Channel;
import org.tongxin.app.surveillance.CountEntry;
import org.tongxin.app.surveillance.CountFiles;
import org.tongxin.app.surveillance.CountText;
import org.tongxin.app.surveillance.Counts;
import org.tongxin.app.surveillance.MonitoringPoint;
import org.tongxin.app.surveillance.Series;

/** Reporting counts by hand and by file, and seeing what has been reported. */
@Controller
class CountsController {

    private static final int DAYS = 14;

    private final Series series;
    private final Counts counts;
    private final CountFiles files;
    private final DistrictClock clock;

    CountsController(Series series, Counts counts, CountFiles files, DistrictClock clock) {
        this.series = series;
        this.counts = counts;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/counts")
    String page(Actor actor, @RequestParam(defaultValue = "") String point, Model model) {
        List<MonitoringPoint> points = series.points(actor.territory());
        Optional<MonitoringPoint> chosen = points.stream()
                .filter(each -> each.code().equals(point))
                .findFirst()
                .or(() -> points.stream().findFirst());
        model.addAttribute("points", points);
        model.addAttribute("chosen", chosen.orElse(null));
        model.addAttribute("mayReport", Counts.mayReport(actor));
        model.addAttribute("yesterday", clock.today().minusDays(1));
        chosen.ifPresent(shown -> {
            List<CountDay> days = days(shown);
            model.addAttribute("days", days.reversed());
            model.addAttribute("missing", number(days, "missing"));
            model.addAttribute(
                    "late", days.stream().filter(d -> d.count().late()).count());
        });
        return "surveillance/counts";
    }

    private List<CountDay> days(MonitoringPoint point) {
        LocalDate today = clock.today();
        return series.days(point.id(), today.minusDays(DAYS - 1L), today).stream()
                .map(day -> new CountDay(day, clock.now().isBefore(counts.due(day.day()))))
                .toList();
    }

    private static long number(List<CountDay> days, String state) {
        return days.stream().filter(day -> day.state().equals(state)).count();
    }

    /** What a page says of a count that it has just stored. */
    record Stored(String point, LocalDate day, int value) {}

    @PostMapping("/counts")
    String report(
            Actor actor,
            @RequestParam(defaultValue = "") String point,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        requireReporter(actor);
        CountText text = new CountText(point, day, value, reason);
        List<CountText.Problem> problems = store(actor, text);
        if (problems.isEmpty()) {
            CountEntry entry = text.entry();
            flash.addFlashAttribute("stored", new Stored(entry.point(), entry.day(), entry.value()));
        } else {
            flash.addFlashAttribute("problems", problems);
            flash.addFlashAttribute("form", Map.of("point", point, "day", day, "value", value, "reason", reason));
        }
        flash.addAttribute("point", text.point());
        return "redirect:/counts";
    }

    private List<CountText.Problem> store(Actor actor, CountText text) {
        List<CountText.Problem> problems = text.problems();
        if (!problems.isEmpty()) {
            return problems;
        }
        Outcome<CountEntry> outcome = counts.report(actor, text.entry(), Channel.FORM);
        return outcome instanceof Outcome.Refused<CountEntry> refused
                ? List.of(CountText.problem(refused.refusal()))
                : List.of();
    }

    /** A stored file goes back to the page; a refused one is answered with every row to change. */
    @PostMapping("/counts/files")
    ModelAndView file(Actor actor, @RequestParam @Nullable MultipartFile file, RedirectAttributes flash)
            throws IOException {
        requireReporter(actor);
        byte[] bytes = file == null ? new byte[0] : file.getBytes();
        CountFiles.Result result = files.take(actor, bytes);
        if (result.refusal().isEmpty()) {
            flash.addFlashAttribute("storedRows", result.rows());
            return new ModelAndView("redirect:/counts");
        }
        ModelAndView page = new ModelAndView("surveillance/file");
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("refusal", result.refusal().get());
        page.addObject("bad", result.bad());
        page.addObject("rows", result.rows());
        page.addObject("name", file == null ? "" : file.getOriginalFilename());
        return page;
    }

    @GetMapping("/counts/template.csv")
    ResponseEntity<byte[]> template(Actor actor) {
        requireReporter(actor);
        LocalDate day = clock.today().minusDays(1);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"counts-" + day + ".csv\"")
                .body(files.template(actor.territory(), day).getBytes(StandardCharsets.UTF_8));
    }

    private static void requireReporter(Actor actor) {
        if (!Counts.mayReport(actor)) {
            throw new NotAllowed();
        }
    }
}
