package org.tongxin.app.warning.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;
import org.tongxin.app.warning.AreaRating;
import org.tongxin.app.warning.Ratings;

/** Ratings of areas as a file. */
@Controller
class AreaFilesController {

    private final Ratings ratings;
    private final ListWords words;
    private final Sheets sheets;

    AreaFilesController(Ratings ratings, ListWords words, Sheets sheets) {
        this.ratings = ratings;
        this.words = words;
        this.sheets = sheets;
    }

    /** Of one day. @param day a rated day; without it the newest */
    @GetMapping("/areas/ratings" + SheetFormat.PATH)
    void file(
            Actor actor,
            @PathVariable String format,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            HttpServletResponse response)
            throws IOException {
        List<String> head = words.head("areaCode", "area", "day", "level", "levelBefore", "rule", "rated");
        List<AreaRating> listed = Optional.ofNullable(day)
                .or(ratings::lastDay)
                .map(shown -> ratings.ofDay(actor.territory(), shown))
                .orElse(List.of());
        sheets.send(response, format, "ratings", head, row -> listed.forEach(rating -> row.accept(cells(rating))));
    }

    private List<@Nullable Object> cells(AreaRating rating) {
        return Arrays.asList(
                rating.areaPath(),
                words.either(rating.areaName(), rating.areaNameEn()),
                rating.dataDay(),
                words.word("word.level.", rating.level()),
                words.word("word.level.", rating.previous()),
                rating.rule(),
                rating.ratedAt());
    }
}
