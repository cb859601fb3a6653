package org.tongxin.app.tasks.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.tasks.Burden;

/** How many minutes a day's orders ask of communities, shown by the department that asks, as a page and as CSV. */
@Controller
class BurdenController {

    private final Burden burden;
    private final DistrictClock clock;

    BurdenController(Burden burden, DistrictClock clock) {
        this.burden = burden;
        this.clock = clock;
    }

    @GetMapping("/tasks/burden")
    String page(Actor actor, @RequestParam(required = false) @Nullable LocalDate day, Model model) {
        LocalDate shown = day == null ? clock.today() : day;
        List<Burden.Asked> asked = burden.on(shown, actor.territory());
        Map<String, Integer> byIssuer = asked.stream()
                .collect(Collectors.groupingBy(
                        Burden.Asked::issuer, LinkedHashMap::new, Collectors.summingInt(Burden.Asked::minutes)));
        model.addAttribute("kind", TasksController.kind(actor));
        model.addAttribute("day", shown);
        model.addAttribute("asked", asked);
        model.addAttribute("byIssuer", byIssuer);
        return "tasks/burden";
    }

    @GetMapping("/tasks/burden.csv")
    ResponseEntity<byte[]> csv(Actor actor, @RequestParam(required = false) @Nullable LocalDate day) {
        LocalDate shown = day == null ? clock.today() : day;
        StringBuilder text = new StringBuilder("\uFEFFday,issuer,community,communityName,orders,minutes\r\n");
        for (Burden.Asked line : burden.on(shown, actor.territory())) {
            text.append("%s,%s,%s,%s,%d,%d\r\n"
                    .formatted(
                            shown,
                            quoted(line.issuer()),
                            line.communityPath(),
                            quoted(line.community()),
                            line.orders(),
                            line.minutes()));
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"burden-" + shown + ".csv\"")
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Quoted for CSV; a text that a spreadsheet would compute is led by an apostrophe. */
    private static String quoted(String text) {
        String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
