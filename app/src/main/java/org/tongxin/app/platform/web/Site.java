package org.tongxin.app.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.tongxin.app.platform.PlatformSettings;

/** What the frame of a page asks for: {@code ${@site...}} in the layout. Thread-safe. */
@Component("site")
class Site {

    private final PlatformSettings settings;
    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    Site(PlatformSettings settings) {
        this.settings = settings;
    }

    public boolean demonstration() {
        return settings.demonstration();
    }

    /** Address of a file of ours, with its content's version, so that a new release is never mixed with old files. */
    public String asset(String name) {
        return addresses.computeIfAbsent(name, file -> "/assets/" + file + "?v=" + version(file));
    }

    /** The tag of the language that the reader is not reading. */
    public String otherLanguage() {
        return chinese() ? "en" : "zh-CN";
    }

    /** The page as it is, filters included, in the other language. */
    public String otherLanguageLink() {
        @Nullable String query = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam(Languages.PARAMETER, otherLanguage())
                .build()
                .getQuery();
        return "?" + query;
    }

    private static boolean chinese() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.CHINESE.getLanguage());
    }

    private static String version(String name) {
        try (InputStream file = Site.class.getResourceAsStream("/static/assets/" + name)) {
            if (file == null) {
                throw new IllegalArgumentException("There is no file static/assets/" + name + " on the class path.");
            }
            return DigestUtils.md5DigestAsHex(file).substring(0, 10);
        } catch (IOException broken) {
            throw new IllegalStateException("The file static/assets/" + name + " cannot be read.", broken);
        }
    }
}
