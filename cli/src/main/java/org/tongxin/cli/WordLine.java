package org.tongxin.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A line of values between spaces or tabs, as SaTScan's text files have them. */
record WordLine(Path file, long number, List<String> words) {

    static List<WordLine> read(Path file) {
        List<WordLine> lines = new ArrayList<>();
        long number = 0;
        for (String text : InputText.read(file).split("\r?\n|\r", -1)) {
            number++;
            if (!text.isBlank()) {
                lines.add(new WordLine(file, number, List.of(text.strip().split("\\s+"))));
            }
        }
        return lines;
    }

    Cell cell(int index, String name) {
        return new Cell(file, number, name, words.get(index));
    }

    /** Refuses a line with fewer or more values. */
    void requireBetween(int fewest, int most, String form) {
        if (words.size() < fewest || words.size() > most) {
            throw refused("there are " + words.size() + " values (" + String.join(" ", words) + "). A line is: " + form
                    + ", with spaces or tabs between.");
        }
    }

    BadInput refused(String what) {
        return BadInput.at(file, number, what);
    }
}
