package org.tongxin.app.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.Reason;

/**
 * Fills a sentence with its arguments, which are stored as text. A name in capitals that has a word ({@code word.RED})
 * reads as that word, an ISO day or instant as a day or a time of the district; everything else stays as it is.
 */
@Component
public class Words {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");

    private final MessageSource messages;
    private final Times times;

    Words(MessageSource messages, Times times) {
        this.messages = messages;
        this.times = times;
    }

    /** The sentence under {@code key}; where it is missing, the key and the arguments, so that nothing is hidden. */
    public String sentence(String key, List<String> arguments, Locale locale) {
        Object[] words =
                arguments.stream().map(argument -> word(argument, locale)).toArray();
        String sentence = messages.getMessage(key, words, null, locale);
        return sentence == null ? key + " " + arguments : sentence;
    }

    String word(String argument, Locale locale) {
        int names = argument.indexOf(Reason.NAMES);
        if (names >= 0) {
            boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
            return english ? argument.substring(names + 1) : argument.substring(0, names);
        }
        if (NAME.matcher(argument).matches()) {
            String word = messages.getMessage("word." + argument, null, null, locale);
            return word == null ? argument : word;
        }
        return timeOrSame(argument, locale);
    }

    private String timeOrSame(String argument, Locale locale) {
        try {
            if (DAY.matcher(argument).matches()) {
                return times.day(LocalDate.parse(argument), locale);
            }
            if (INSTANT.matcher(argument).matches()) {
                return times.at(Instant.parse(argument), locale);
            }
        } catch (DateTimeException onlyLooksLikeOne) {
            return argument;
        }
        return argument;
    }
}
