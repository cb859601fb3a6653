package org.tongxin.app.tasks.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;
import org.tongxin.app.tasks.Burden;

/** How many minutes a day's orders ask of communities, shown by the department that asks, as a page and as a file. */
@Controller
class BurdenController {

    private final Burden burden;
    private final DistrictClock clock;
    private final ListWords words;
    private final Sheets sheets;

    BurdenController(Burden burden, DistrictClock clock, ListWords words, Sheets sheets) {
        this.burden = burden;
        this.clock = clock;
        this.words = words;
        this.sheets = sheets;
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

    @GetMapping("/tasks/burden" + SheetFormat.PATH)
    void file(
            Actor actor,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable LocalDate day,
            HttpServletResponse response)
            throws IOException {
        LocalDate shown = day == null ? clock.today() : day;
        List<Burden.Asked> asked = burden.on(shown, actor.territory());
        List<String> head = words.head("day", "issuer", "areaCode", "area", "orders", "minutes");
        sheets.send(response, format, "burden", head, row -> asked.forEach(line -> row.accept(cells(shown, line))));
    }

    private List<@Nullable Object> cells(LocalDate day, Burden.Asked line) {
        return Arrays.asList(
                day,
                line.issuer(),
                line.communityPath(),
                words.either(line.community(), line.communityEn()),
                line.orders(),
                line.minutes());
    }
}
