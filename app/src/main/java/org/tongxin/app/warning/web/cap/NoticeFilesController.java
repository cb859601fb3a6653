package org.tongxin.app.warning.web.cap;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;

/** Notices of others as a file. */
@Controller
class NoticeFilesController {

    private final ReceivedNotices notices;
    private final ListWords words;
    private final Sheets sheets;

    NoticeFilesController(ReceivedNotices notices, ListWords words, Sheets sheets) {
        this.notices = notices;
        this.words = words;
        this.sheets = sheets;
    }

    @GetMapping("/warnings/notices/all" + SheetFormat.PATH)
    void file(@PathVariable String format, HttpServletResponse response) throws IOException {
        List<String> head = words.head(
                "sender",
                "identifier",
                "title",
                "event",
                "area",
                "severity",
                "status",
                "kind",
                "sent",
                "to",
                "instruction",
                "replaced",
                "receivedAt");
        sheets.send(
                response,
                format,
                "notices",
                head,
                row -> Paged.each(notices::page, (ReceivedNotice notice) -> row.accept(cells(notice))));
    }

    private List<@Nullable Object> cells(ReceivedNotice notice) {
        return Arrays.asList(
                notice.sender(),
                notice.identifier(),
                notice.headline(),
                notice.event(),
                notice.area(),
                notice.severity().isEmpty() ? null : words.word("cap.severity.", notice.severity()),
                words.word("cap.status.", notice.status()),
                words.word("cap.kind.", notice.kind()),
                notice.sent(),
                notice.expires(),
                notice.instruction(),
                words.yesOrNo(notice.replacedBy() != null),
                notice.receivedAt());
    }
}
