package org.tongxin.app.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The last row that somebody saw of a list, by which its next page is asked for: what the row was sorted by when it was shown. It
 * keeps its place in the list even when it has been worked on, or has gone, since then.
 *
 * @param keys an object of JSON with the columns of the row by which the list is sorted
 */
public record Seen(String keys) {

    /** What an address says was seen; anything else asks for the first page. */
    public static @Nullable Seen of(String text) {
        try {
            String keys = new String(Base64.getUrlDecoder().decode(text.strip()), StandardCharsets.UTF_8);
            return keys.startsWith("{") ? new Seen(keys) : null;
        } catch (IllegalArgumentException notEncoded) {
            return null;
        }
    }

    /** As it stands in an address. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.getBytes(StandardCharsets.UTF_8));
    }
}
