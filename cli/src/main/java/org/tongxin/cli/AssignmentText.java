package org.tongxin.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tongxin.core.allocation.PeopleProblem;
import org.tongxin.core.allocation.PostNeed;

/**
 * The text form of the OR-Library's assignment problems: n, then n times n costs by rows, with spaces or line breaks
 * between. Rows are people, columns posts of one place; an empty place costs more than any whole assignment.
 */
final class AssignmentText {

    private static final int LARGEST = 20_000;

    private final Path file;
    private final String text;
    private int at;
    private long line = 1;

    private AssignmentText(Path file) {
        this.file = file;
        this.text = InputText.read(file);
    }

    static PeopleInstance read(Path file) {
        return new AssignmentText(file).read();
    }

    private PeopleInstance read() {
        long size = number("the number of rows");
        if (size < 1 || size > LARGEST) {
            throw refused("the number of rows (" + size + ") must lie in 1.." + LARGEST + ".");
        }
        NumberTable arcs = new NumberTable(3);
        long dearest = 0;
        for (long cell = 0; cell < size * size; cell++) {
            long cost = number("cost " + (cell + 1) + " of " + size * size);
            if (cost < 0 || cost > PeopleProblem.MAX_COST / (size + 1)) {
                throw refused("the cost (" + cost + ") must lie in 0.." + PeopleProblem.MAX_COST / (size + 1) + ".");
            }
            dearest = Math.max(dearest, cost);
            arcs.add(cell / size);
            arcs.add(cell % size);
            arcs.add(cost);
        }
        requireEnd(size);
        List<PostNeed> needs = new ArrayList<>(Collections.nCopies((int) size, PostNeed.of(1, dearest * size + 1)));
        return new PeopleInstance("assignment", (int) size, needs, arcs, null, 0, List.of());
    }

    private void requireEnd(long size) {
        skipBlanks();
        if (at < text.length()) {
            throw refused("there is more (" + word() + ") after " + size + " times " + size + " costs.");
        }
    }

    private long number(String name) {
        skipBlanks();
        if (at == text.length()) {
            throw refused(name + " is missing: the file ends.");
        }
        String word = word();
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException notWhole) {
            throw refused(name + " (" + word + ") must be a whole number.");
        }
    }

    private String word() {
        int from = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            line += text.charAt(at) == '\n' ? 1 : 0;
            at++;
        }
    }

    private BadInput refused(String what) {
        return BadInput.at(file, line, what);
    }
}
