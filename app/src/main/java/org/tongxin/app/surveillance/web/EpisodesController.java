package org.tongxin.app.surveillance.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.surveillance.Attention;
import org.tongxin.app.surveillance.Episode;
import org.tongxin.app.surveillance.EpisodeCare;
import org.tongxin.app.surveillance.EpisodeOutcome;
import org.tongxin.app.surveillance.EpisodePart;
import org.tongxin.app.surveillance.Episodes;
import org.tongxin.app.surveillance.Series;
import org.tongxin.app.surveillance.SignalState;

/** The episodes of a territory, and what an analyst does with one. */
@Controller
class EpisodesController {

    private static final int PAGE = 50;

    private final Episodes episodes;
    private final EpisodeCare care;
    private final Attention attention;
    private final Series series;
    private final DistrictClock clock;

    EpisodesController(Episodes episodes, EpisodeCare care, Attention attention, Series series, DistrictClock clock) {
        this.episodes = episodes;
        this.care = care;
        this.attention = attention;
        this.series = series;
        this.clock = clock;
    }

    @GetMapping("/episodes")
    String list(Actor actor, @RequestParam(defaultValue = "") String after, Model model) {
        LocalDate today = clock.today();
        model.addAttribute("notified", episodes.notified(actor.territory(), today));
        model.addAttribute("waiting", episodes.waiting(actor.territory(), today));
        Paged<Episode> past = episodes.pastPage(actor.territory(), Seen.of(after));
        model.addAttribute("past", past.rows());
        model.addAttribute("pastTotal", episodes.countPast(actor.territory()));
        model.addAttribute("page", past);
        model.addAttribute("budget", attention.budget());
        model.addAttribute("day", series.lastDay(actor.territory()).orElse(null));
        model.addAttribute("today", today);
        model.addAttribute("gapDays", org.tongxin.core.episode.Episodes.GAP_DAYS);
        model.addAttribute("analyst", actor.role() == Role.CDC_ANALYST);
        return "surveillance/episodes";
    }

    @GetMapping("/episodes/{label}")
    String episode(Actor actor, @PathVariable String label, @RequestParam(defaultValue = "1") int page, Model model) {
        Episode episode = episodes.find(number(label), actor.territory()).orElseThrow(() -> missing(label));
        Integer survivor = episode.mergedInto();
        List<EpisodePart> parts = episodes.parts(survivor == null ? episode.number() : survivor, actor.territory());
        LocalDate today = clock.today();
        model.addAttribute("episode", episode);
        int pages = Math.max(1, (parts.size() + PAGE - 1) / PAGE);
        int at = Math.clamp(page, 1, pages);
        model.addAttribute("parts", parts.subList((at - 1) * PAGE, Math.min(at * PAGE, parts.size())));
        model.addAttribute("seen", parts.size());
        model.addAttribute("page", at);
        model.addAttribute("pages", pages);
        model.addAttribute("beyond", episode.parts() - parts.size());
        model.addAttribute("days", ChronoUnit.DAYS.between(episode.firstDay(), episode.lastDay()) + 1);
        model.addAttribute(
                "undecided",
                parts.stream().filter(EpisodesController::undecided).count());
        model.addAttribute("bars", EpisodeBars.of(parts, episode.firstDay(), episode.lastDay(), 880, 180));
        model.addAttribute("narrowBars", EpisodeBars.of(parts, episode.firstDay(), episode.lastDay(), 326, 160));
        model.addAttribute("analyst", actor.role() == Role.CDC_ANALYST);
        model.addAttribute("mine", actor.login().equals(episode.owner()));
        model.addAttribute("snoozed", episode.snoozed(today));
        model.addAttribute("firstSnooze", today.plusDays(1));
        model.addAttribute("lastSnooze", today.plusDays(EpisodeCare.LONGEST_SNOOZE_DAYS));
        model.addAttribute("lookHours", Episode.FIRST_LOOK.toHours());
        model.addAttribute("outcomeHours", Episode.OUTCOME.toHours());
        model.addAttribute("budget", attention.budget());
        return "surveillance/episode";
    }

    private static boolean undecided(EpisodePart part) {
        return part.signalState() == SignalState.OPEN || part.signalState() == SignalState.DEFERRED;
    }

    @PostMapping("/episodes/{label}/ownership")
    String takeOver(Actor actor, @PathVariable String label, @RequestParam int version, RedirectAttributes flash) {
        return after(actor, label, "taken", flash, Map.of(), number -> care.takeOver(actor, number, version));
    }

    @PostMapping("/episodes/{label}/outcome")
    String close(
            Actor actor,
            @PathVariable String label,
            @RequestParam EpisodeOutcome outcome,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam int version,
            RedirectAttributes flash) {
        return after(
                actor,
                label,
                "closed",
                flash,
                Map.of("reason", reason),
                number -> care.close(actor, number, outcome, reason.strip(), version));
    }

    @PostMapping("/episodes/{label}/snooze")
    String snooze(
            Actor actor,
            @PathVariable String label,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String snoozeReason,
            @RequestParam int version,
            RedirectAttributes flash) {
        return after(
                actor,
                label,
                "snoozed",
                flash,
                Map.of("until", until, "snoozeReason", snoozeReason),
                number -> snooze(actor, number, until.strip(), snoozeReason.strip(), version));
    }

    private interface Act {
        Outcome<Episode> on(int number);
    }

    private static String after(
            Actor actor, String label, String done, RedirectAttributes flash, Map<String, String> typed, Act act) {
        if (actor.role() != Role.CDC_ANALYST) {
            throw new NotAllowed();
        }
        Outcome<Episode> outcome = act.on(number(label));
        if (outcome instanceof Outcome.Refused<Episode> refused
                && refused.refusal().code().equals("E-001")) {
            throw missing(label);
        }
        if (outcome instanceof Outcome.Accepted<Episode>) {
            flash.addFlashAttribute("done", done);
        }
        String page = "/episodes/" + label;
        return Pages.after(outcome, page, page + "#decision", flash, typed);
    }

    private Outcome<Episode> snooze(Actor actor, int number, String until, String reason, int version) {
        try {
            return care.snooze(actor, number, LocalDate.parse(until), reason, version);
        } catch (DateTimeException notADay) {
            return Outcome.refused("S-015", until);
        }
    }

    /** {@code E-031} and {@code e-31} are the same. */
    private static int number(String label) {
        if (!label.matches("[Ee]-[0-9]{1,8}")) {
            throw missing(label);
        }
        return Integer.parseInt(label.substring(2));
    }

    private static NotFound missing(String label) {
        return new NotFound("episode " + label);
    }
}
