package org.tongxin.app.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The icons that pages use, as one SVG of symbols, composed at start from the Lucide files on the class path. A name
 * that Lucide does not have stops the start.
 */
@Controller("icons")
class IconSprite {

    /** Their fixed meanings stand in the guide: clock is a time limit, arrow-down receipt, arrow-up report, and so on. */
    static final List<String> NAMES = List.of(
            "a-large-small",
            "arrow-down",
            "arrow-left",
            "arrow-up",
            "bell-ring",
            "bot",
            "calendar",
            "check",
            "chevron-right",
            "circle-alert",
            "clock",
            "download",
            "fast-forward",
            "file-text",
            "hand-heart",
            "heart-handshake",
            "house",
            "info",
            "languages",
            "life-buoy",
            "list",
            "log-in",
            "log-out",
            "map",
            "map-pin",
            "menu",
            "minus",
            "octagon-alert",
            "pause",
            "pencil",
            "phone",
            "play",
            "plus",
            "printer",
            "rotate-ccw",
            "search",
            "shield-check",
            "skip-forward",
            "smartphone",
            "square-x",
            "text-search",
            "undo-2",
            "upload",
            "users",
            "wifi-off");

    private static final String FOLDER = "/META-INF/resources/webjars/lucide-static/0.468.0/icons/";
    private static final Pattern DRAWING = Pattern.compile("<svg[^>]*>(.*)</svg>", Pattern.DOTALL);
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");

    private final String sprite;
    private final String version;

    IconSprite() {
        this(NAMES);
    }

    IconSprite(List<String> names) {
        StringBuilder composed = new StringBuilder("<!-- Lucide 0.468.0, ISC licence, https://lucide.dev/license -->\n")
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\">\n");
        names.forEach(name -> composed.append(symbol(name)));
        sprite = composed.append("</svg>\n").toString();
        version = DigestUtils.md5DigestAsHex(sprite.getBytes(StandardCharsets.UTF_8))
                .substring(0, 10);
    }

    /** Address of an icon, for {@code <use>}. The version in it lets browsers keep the sprite for good. */
    public String link(String name) {
        return "/assets/icons.svg?v=" + version + "#" + name;
    }

    @GetMapping("/assets/icons.svg")
    ResponseEntity<String> sprite(@RequestParam(name = "v", required = false) @Nullable String wanted) {
        CacheControl cache = version.equals(wanted)
                ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
                : CacheControl.noCache();
        return ResponseEntity.ok()
                .cacheControl(cache)
                .eTag("\"" + version + "\"")
                .contentType(SVG)
                .body(sprite);
    }

    private static String symbol(String name) {
        Matcher drawing = DRAWING.matcher(file(name));
        if (!drawing.find()) {
            throw new IllegalStateException("The icon " + name + " of the Lucide package is not an SVG drawing.");
        }
        String strokes = drawing.group(1).replaceAll("\\s+", " ").strip();
        return "<symbol id=\"" + name + "\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\""
                + " stroke-linecap=\"round\" stroke-linejoin=\"round\">" + strokes + "</symbol>\n";
    }

    private static String file(String name) {
        try (InputStream file = IconSprite.class.getResourceAsStream(FOLDER + name + ".svg")) {
            if (file == null) {
                throw new IllegalStateException("The Lucide package has no icon " + name + "; see its list of icons.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException("The icon " + name + " cannot be read from the class path.", broken);
        }
    }
}
