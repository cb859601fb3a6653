package org.tongxin.app.platform;

import java.util.Arrays;
import java.util.List;

/**
 * Why an action was refused.
 *
 * @param code stable code such as {@code S-002}; its sentence stands in the message bundles under {@code error.<code>}
 * @param arguments the values that the sentence names, as text
 */
public record Refusal(String code, List<String> arguments) {

    public Refusal {
        arguments = List.copyOf(arguments);
    }

    public static Refusal of(String code, Object... arguments) {
        return new Refusal(code, Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
