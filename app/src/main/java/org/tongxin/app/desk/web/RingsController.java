package org.tongxin.app.desk.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.PostBook;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;

/** The concentric view: the rings round the command desk, how far each is connected, and who answers in each street. */
@Controller
class RingsController {

    private final Rings rings;
    private final PostBook posts;
    private final Organisation organisation;
    private final DistrictClock clock;

    RingsController(Rings rings, PostBook posts, Organisation organisation, DistrictClock clock) {
        this.rings = rings;
        this.posts = posts;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** A ring over all streets. @param gaps its cells below the limit, those that miss most first */
    record Sum(Rings.Ring ring, double nameY, int there, int all, List<RingCell> gaps) {}

    @GetMapping("/rings")
    String rings(Actor actor, Model model) {
        List<Rings.Line> lines = rings.lines(actor.territory());
        RingDrawing drawing = new RingDrawing(Math.max(1, lines.size()), Rings.Ring.values().length);
        model.addAttribute("lines", lines);
        model.addAttribute("sums", sums(lines, drawing));
        model.addAttribute("labels", drawing.labels(named(lines)));
        model.addAttribute("broken", lines.stream().filter(Rings.Line::isBroken).count());
        model.addAttribute("answers", posts.holding(Role.STREET_WORKER, actor.territory()));
        model.addAttribute(
                "officer",
                posts.holding(Role.DUTY_OFFICER, organisation.district().path())
                        .getOrDefault(organisation.district().path(), ""));
        model.addAttribute("day", rings.day());
        model.addAttribute("today", clock.today());
        model.addAttribute("width", RingDrawing.WIDTH);
        model.addAttribute("height", RingDrawing.HEIGHT);
        return "desk/rings";
    }

    private static List<Sum> sums(List<Rings.Line> lines, RingDrawing drawing) {
        List<Sum> sums = new ArrayList<>();
        for (Rings.Ring ring : Rings.Ring.values()) {
            List<RingCell> cells =
                    lines.stream().map(line -> line.cells().get(ring.ordinal())).toList();
            List<RingCell> gaps = cells.stream()
                    .filter(RingCell::isGap)
                    .sorted((one, other) -> Integer.compare(other.missing(), one.missing()))
                    .toList();
            sums.add(new Sum(
                    ring,
                    drawing.nameY(ring.ordinal()),
                    cells.stream().mapToInt(RingCell::there).sum(),
                    cells.stream().mapToInt(RingCell::all).sum(),
                    gaps));
        }
        return sums;
    }

    private static List<RingDrawing.Named> named(List<Rings.Line> lines) {
        List<RingDrawing.Named> named = new ArrayList<>();
        for (int sector = 0; sector < lines.size(); sector++) {
            Rings.Line line = lines.get(sector);
            if (line.isBroken()) {
                named.add(new RingDrawing.Named(
                        sector,
                        Decisions.name(
                                line.street().name(),
                                Streets.shortEnglish(line.street().nameEn()))));
            }
        }
        return named;
    }
}
