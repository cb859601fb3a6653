package org.tongxin.cli;

import java.util.ArrayList;
import java.util.List;

/** Reasons, up to some thousand; how many more there are is said in the last line. */
final class Reasons {

    private static final int MOST = 3_000;

    private final List<String> lines = new ArrayList<>();
    private final String about;
    private long left;

    Reasons(String about) {
        this.about = about;
    }

    void add(String line) {
        if (lines.size() < MOST) {
            lines.add(line);
        } else {
            left++;
        }
    }

    List<String> list() {
        if (left > 0) {
            lines.add("and " + left + " more " + about);
            left = 0;
        }
        return List.copyOf(lines);
    }
}
