package org.tongxin.app.warning.web.cap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Seen;

/** Notices of other bodies: the list, and taking one in as a file or as pasted text. */
@Controller
class ReceivedNoticesController {

    private static final String PAGE = "/warnings/notices";

    private final ReceivedNotices notices;
    private final DistrictClock clock;

    ReceivedNoticesController(ReceivedNotices notices, DistrictClock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    ModelAndView list(Actor actor, @RequestParam(defaultValue = "") String after) {
        return page(actor, Seen.of(after));
    }

    @PostMapping(PAGE)
    ModelAndView take(
            Actor actor,
            @RequestParam @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text,
            RedirectAttributes flash)
            throws IOException {
        byte[] message =
                file == null || file.isEmpty() ? text.strip().getBytes(StandardCharsets.UTF_8) : file.getBytes();
        ReceivedNotices.Taken taken = notices.take(actor, message);
        if (taken.refusal().isEmpty()) {
            flash.addFlashAttribute("stored", true);
            return new ModelAndView("redirect:" + PAGE);
        }
        ModelAndView page = page(actor, null);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("refusal", taken.refusal().get());
        page.addObject("problems", taken.problems());
        page.addObject("typed", text);
        return page;
    }

    private ModelAndView page(Actor actor, @Nullable Seen after) {
        ModelAndView page = new ModelAndView("warning/notices");
        Paged<ReceivedNotice> listed = notices.page(after);
        page.addObject("notices", listed.rows());
        page.addObject("page", listed);
        page.addObject("total", notices.count());
        page.addObject("takes", ReceivedNotices.mayTake(actor));
        page.addObject("now", clock.now());
        return page;
    }
}
