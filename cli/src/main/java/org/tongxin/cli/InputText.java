package org.tongxin.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The whole of an input file as text: UTF-8, with or without a byte order mark, and not empty. */
final class InputText {

    private static final int BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private InputText() {}

    static String read(Path file) {
        String text = decode(file, bytes(file));
        if (text.isBlank()) {
            throw BadInput.in(file, "the file is empty. Check that it was written completely.");
        }
        return text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** The file's bytes as a stream, for what is too long to be held as text. */
    static InputStream open(Path file) {
        return refusing(file, () -> new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }

    private static byte[] bytes(Path file) {
        return refusing(file, () -> Files.readAllBytes(file));
    }

    private static <T> T refusing(Path file, Reading<T> reading) {
        if (Files.isDirectory(file)) {
            throw BadInput.in(file, "this is a folder. Name a file in it.");
        }
        try {
            return reading.read();
        } catch (NoSuchFileException missing) {
            throw BadInput.in(
                    file,
                    "there is no such file. Check the path; it counts from "
                            + Path.of("").toAbsolutePath() + ".");
        } catch (AccessDeniedException denied) {
            throw BadInput.in(file, "the file may not be read. Check its permissions.");
        } catch (IOException failure) {
            throw BadInput.in(file, "the file cannot be read (" + failure.getMessage() + ").");
        }
    }

    private static String decode(Path file, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer left = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(left, text, true);
        if (result.isError()) {
            String value = "0x%02X".formatted(bytes[left.position()]);
            throw BadInput.at(
                    file,
                    1 + lineBreaks(bytes, left.position()),
                    "the text is not UTF-8 (byte " + value + "). It may be GB18030: convert it with"
                            + " iconv -f GB18030 -t UTF-8, or save it as CSV UTF-8.");
        }
        return text.flip().toString();
    }

    private static long lineBreaks(byte[] bytes, int end) {
        long breaks = 0;
        for (int at = 0; at < end; at++) {
            breaks += bytes[at] == '\n' ? 1 : 0;
        }
        return breaks;
    }

    private interface Reading<T> {
        T read() throws IOException;
    }
}
