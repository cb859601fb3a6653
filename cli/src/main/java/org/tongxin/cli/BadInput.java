package org.tongxin.cli;

import java.nio.file.Path;

/** What the user can put right: the message says what is wrong, with which value, and what to do now. */
public final class BadInput extends RuntimeException {

    BadInput(String message) {
        super(message);
    }

    static BadInput in(Path file, String message) {
        return new BadInput(file + ": " + message);
    }

    static BadInput at(Path file, long line, String message) {
        return new BadInput(file + ", line " + line + ": " + message);
    }
}
