package org.tongxin.app.platform;

import java.util.Arrays;
import java.util.List;

/**
 * One sentence of a "why", kept with the result it explains and worded in the reader's language.
 *
 * @param code key of the sentence in the message bundles, without the leading {@code reason.}
 * @param arguments the values that the sentence names, as text
 */
public record Reason(String code, List<String> arguments) {

    public Reason {
        arguments = List.copyOf(arguments);
    }

    public static Reason of(String code, Object... arguments) {
        return new Reason(code, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** Between a name in Chinese and the same name in English: no name contains it. */
    public static final char NAMES = '\u001f';

    /** A name in both languages as one argument; the sentence shows the reader's. */
    public static String name(String chinese, String english) {
        return chinese + NAMES + english;
    }
}
