package org.tongxin.app.cooperation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongxin.app.cooperation.UnitAnswer;
import org.tongxin.app.cooperation.UnitRequest;
import org.tongxin.app.cooperation.UnitRequests;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.organisation.Affiliation;
import org.tongxin.app.organisation.MemberUnit;
import org.tongxin.app.organisation.MemberUnits;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Sought;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;

/** Member units, what they were under, and requests to them as files. */
@Controller
class UnitFilesController {

    private final MemberUnits units;
    private final UnitRequests requests;
    private final ListWords words;
    private final Sheets sheets;

    UnitFilesController(MemberUnits units, UnitRequests requests, ListWords words, Sheets sheets) {
        this.units = units;
        this.requests = requests;
        this.words = words;
        this.sheets = sheets;
    }

    /** @param affiliation only those under it @param q as on the page */
    @GetMapping("/member-units/all" + SheetFormat.PATH)
    void units(
            Actor actor,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable Affiliation affiliation,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response)
            throws IOException {
        List<String> head =
                words.head("memberUnit", "place", "areaCode", "affiliation", "source", "from", "to", "gets");
        sheets.send(
                response,
                format,
                "member-units",
                head,
                row -> Paged.each(
                        seen -> units.page(actor.territory(), affiliation, Sought.of(q), seen),
                        (MemberUnit unit) -> row.accept(cells(unit))));
    }

    private List<@Nullable Object> cells(MemberUnit unit) {
        return Arrays.asList(
                words.either(unit.name(), unit.nameEn()),
                words.either(unit.areaName(), unit.areaNameEn()),
                unit.areaPath(),
                affiliation(unit.affiliation()),
                unit.source(),
                unit.validFrom(),
                unit.validUntil(),
                words.word(unit.isUnderDistrict() ? "cooperation.gets.order" : "cooperation.gets.request"));
    }

    private String affiliation(@Nullable Affiliation affiliation) {
        return words.word("word.AFFILIATION_" + (affiliation == null ? "UNKNOWN" : affiliation));
    }

    /** All that was ever written down of what units are under, unit by unit, the newest first. */
    @GetMapping("/member-units/affiliations" + SheetFormat.PATH)
    void affiliations(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        List<String> head = words.head("memberUnit", "place", "areaCode", "affiliation", "source", "from", "to");
        sheets.send(
                response,
                format,
                "affiliations",
                head,
                row -> Paged.each(
                        seen -> units.page(actor.territory(), null, Sought.of(""), seen),
                        (MemberUnit unit) ->
                                units.history(unit.id()).forEach(period -> row.accept(cells(unit, period)))));
    }

    private List<@Nullable Object> cells(MemberUnit unit, MemberUnits.Period period) {
        return Arrays.asList(
                words.either(unit.name(), unit.nameEn()),
                words.either(unit.areaName(), unit.areaNameEn()),
                unit.areaPath(),
                affiliation(period.affiliation()),
                period.source(),
                period.validFrom(),
                period.validUntil());
    }

    /** Those that the reader sees on the page; what a unit answers stands there for those whom it concerns. */
    @GetMapping("/cooperation/all" + SheetFormat.PATH)
    void requests(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        List<String> head = words.head(
                "number",
                "memberUnit",
                "affiliation",
                "area",
                "areaCode",
                "what",
                "why",
                "basis",
                "to",
                "state",
                "sent",
                "answer",
                "answerWords",
                "answeredAt");
        sheets.send(
                response,
                format,
                "requests",
                head,
                row -> Paged.each(
                        seen -> requests.page(actor, null, seen), (UnitRequest request) -> row.accept(cells(request))));
    }

    private List<@Nullable Object> cells(UnitRequest request) {
        UnitAnswer answer = request.answer();
        return Arrays.asList(
                request.number(),
                words.either(request.unitName(), request.unitNameEn()),
                affiliation(request.affiliation()),
                words.either(request.areaName(), request.areaNameEn()),
                request.areaPath(),
                request.asked(),
                request.why(),
                request.basis(),
                request.until(),
                words.word("word.REQUEST_", request.state()),
                request.sentAt(),
                answer == null ? null : words.word("word.ANSWER_", answer.kind()),
                answer == null ? null : answer.words(),
                answer == null ? null : answer.givenAt());
    }
}
