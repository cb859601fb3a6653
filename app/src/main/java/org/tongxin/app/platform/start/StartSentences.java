package org.tongxin.app.platform.start;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;
import org.tongxin.app.platform.Refusal;

/**
 * The sentences of a failed start, Chinese above English. They come from the same bundles as all others, which are read
 * here without the application, since there is none yet.
 */
final class StartSentences {

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String[] bundles;

    StartSentences(Environment environment) {
        this.bundles = environment
                .getProperty("spring.messages.basename", "messages/platform")
                .split("\\s*,\\s*");
    }

    FailureAnalysis analysis(Refusal refusal, Throwable cause) {
        String key = "error." + refusal.code();
        return new FailureAnalysis(refusal.code() + " " + both(key, refusal), both(key + ".next", refusal), cause);
    }

    private String both(String key, Refusal refusal) {
        return sentence(key, Locale.SIMPLIFIED_CHINESE, refusal)
                + System.lineSeparator()
                + sentence(key, Locale.ROOT, refusal);
    }

    private String sentence(String key, Locale language, Refusal refusal) {
        for (String bundle : bundles) {
            try {
                String pattern =
                        ResourceBundle.getBundle(bundle, language, EXACT).getString(key);
                return new MessageFormat(pattern, language)
                        .format(refusal.arguments().toArray());
            } catch (MissingResourceException notHere) {
                continue;
            }
        }
        return key + " " + refusal.arguments();
    }
}
