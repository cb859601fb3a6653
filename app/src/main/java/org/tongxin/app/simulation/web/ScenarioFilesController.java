package org.tongxin.app.simulation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;
import org.tongxin.app.simulation.ScenarioLine;
import org.tongxin.app.simulation.Scenarios;

/** Scenarios as a file. */
@Controller
class ScenarioFilesController {

    private final Scenarios scenarios;
    private final Organisation organisation;
    private final ListWords words;
    private final Sheets sheets;

    ScenarioFilesController(Scenarios scenarios, Organisation organisation, ListWords words, Sheets sheets) {
        this.scenarios = scenarios;
        this.organisation = organisation;
        this.words = words;
        this.sheets = sheets;
    }

    /** Those of the district, as on the page. */
    @GetMapping("/scenarios/all" + SheetFormat.PATH)
    void file(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        ScenariosController.requireReader(actor);
        List<String> head = words.head(
                "number", "title", "state", "courses", "runs", "days", "best", "adopted", "login", "created");
        String district = ScenariosController.district(organisation);
        sheets.send(
                response,
                format,
                "scenarios",
                head,
                row -> Paged.each(
                        seen -> scenarios.page(district, seen), (ScenarioLine line) -> row.accept(cells(line))));
    }

    private List<@Nullable Object> cells(ScenarioLine line) {
        return Arrays.asList(
                line.number(),
                line.name(),
                words.word("word.SCENARIO_", line.state()),
                line.courses(),
                line.members(),
                line.days(),
                words.word("word.COURSE_", line.best()),
                words.word("word.COURSE_", line.adopted()),
                line.createdBy(),
                line.createdAt());
    }
}
