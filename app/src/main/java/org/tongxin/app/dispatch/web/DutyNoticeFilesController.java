package org.tongxin.app.dispatch.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongxin.app.dispatch.duty.DutyNotices;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;

/** What each kind of duty asks, as a file. */
@Controller
class DutyNoticeFilesController {

    private final DutyNotices notices;
    private final ListWords words;
    private final Sheets sheets;

    DutyNoticeFilesController(DutyNotices notices, ListWords words, Sheets sheets) {
        this.notices = notices;
        this.words = words;
        this.sheets = sheets;
    }

    @GetMapping("/dispatch/notices/all" + SheetFormat.PATH)
    void file(@PathVariable String format, HttpServletResponse response) throws IOException {
        Locale language = LocaleContextHolder.getLocale();
        List<String> head = words.head("kind", "dangerous", "work", "risk", "protection");
        sheets.send(
                response,
                format,
                "notices",
                head,
                row -> notices.list()
                        .forEach(notice -> row.accept(Arrays.asList(
                                words.word("duty.kind.", notice.kind()),
                                words.yesOrNo(notice.dangerous()),
                                notice.work(language),
                                notice.risk(language),
                                notice.protection(language)))));
    }
}
