package org.tongxin.app.warning.web.cap;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.NotFound;

/** The district's messages for programs of others, without a login: the feed, and one message. */
@Controller
class CapController {

    static final String FEED = "/cap/feed.atom";
    static final String CAP = "application/cap+xml";

    private final CapMessages messages;
    private final CapSettings settings;
    private final Organisation organisation;
    private final MessageSource texts;
    private final DistrictClock clock;

    CapController(
            CapMessages messages,
            CapSettings settings,
            Organisation organisation,
            MessageSource texts,
            DistrictClock clock) {
        this.messages = messages;
        this.settings = settings;
        this.organisation = organisation;
        this.texts = texts;
        this.clock = clock;
    }

    /** Where a message is read. */
    static String address(String identifier) {
        return "/cap/" + identifier + ".xml";
    }

    @GetMapping(FEED)
    ResponseEntity<byte[]> feed() {
        String district = organisation
                .findDistrict()
                .orElseThrow(() -> new NotFound("district"))
                .name();
        String title = texts.getMessage("cap.feed", new Object[] {district}, Locale.SIMPLIFIED_CHINESE);
        return xml(
                "application/atom+xml",
                CapFeed.write(
                        web(),
                        title,
                        district,
                        messages.last(web()),
                        clock.now().atZone(clock.zone())));
    }

    @GetMapping("/cap/{identifier}.xml")
    ResponseEntity<byte[]> message(@PathVariable String identifier) {
        CapMessage message = messages.find(identifier, web()).orElseThrow(() -> new NotFound("message " + identifier));
        return xml(CAP, CapWriter.write(message.alert()));
    }

    private String web() {
        return settings.web().isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                : settings.web();
    }

    private static ResponseEntity<byte[]> xml(String type, String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
