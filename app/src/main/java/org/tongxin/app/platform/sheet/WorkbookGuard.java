package org.tongxin.app.platform.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.platform.Outcome;

/**
 * Looks at every part of an XLSX file before a library that keeps it whole in memory opens it: all of them together unpack
 * within the limits, and none is a program, another file, or a link to one. What was looked at is packed anew, so that nothing
 * that the directory of the archive does not name reaches the library.
 */
public final class WorkbookGuard {

    /** Macros, controls and other files inside the file; what is linked or asked for outside it. */
    private static final List<String> NEVER = List.of(
            "vbaproject",
            "macrosheets/",
            "activex/",
            "embeddings/",
            "externallinks/",
            "ctrlprops/",
            "connections.xml",
            "querytables/",
            "customui/");

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int PIECE = 8_192;

    /** Begins and ends of elements in all parts together: a cell with its value has four. Suggested value. */
    private static final int MOST_MARKS = 400_000;

    private WorkbookGuard() {}

    /** The same workbook, packed anew. Refused: B-001, B-002, B-006, B-007, B-011, T-019 for a part that is none of a form, T-020 for too many marks. */
    public static Outcome<byte[]> checked(byte[] bytes, SheetLimits limits) {
        if (bytes.length > limits.bytes()) {
            return Outcome.refused("B-001", bytes.length, limits.bytes());
        }
        if (SheetReader.beginsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            return Outcome.refused("B-008");
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length);
        int marks = 0;
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            Inflated parts = new Inflated(bytes, limits);
            for (String name : parts.names().stream().sorted().toList()) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                marks += copy(parts, name, zip);
                if (marks > MOST_MARKS) {
                    return Outcome.refused("T-020", MOST_MARKS / 4);
                }
                zip.closeEntry();
            }
        } catch (BadSheet bad) {
            return new Outcome.Refused<>(bad.refusal());
        } catch (IOException broken) {
            return Outcome.refused("B-002");
        }
        return Outcome.accepted(packed.toByteArray());
    }

    private static int copy(Inflated parts, String name, OutputStream into) throws IOException {
        String small = name.toLowerCase(Locale.ROOT);
        Optional<String> never = NEVER.stream().filter(small::contains).findFirst();
        if (never.isPresent()) {
            throw new BadSheet("T-019", name);
        }
        boolean markup = small.endsWith(".xml") || small.endsWith(".rels");
        String before = "";
        int marks = 0;
        try (InputStream part = parts.open(name)) {
            byte[] piece = new byte[PIECE];
            for (int got = read(part, piece); got > 0; got = read(part, piece)) {
                String text = before + new String(piece, 0, got, StandardCharsets.ISO_8859_1);
                if (markup && text.contains("<!DOCTYPE")) {
                    throw new BadSheet("B-011", name);
                }
                if (small.equals("[content_types].xml") && text.contains("macroEnabled")) {
                    throw new BadSheet("T-019", name);
                }
                into.write(piece, 0, got);
                marks += marks(piece, got);
                before = text.substring(Math.max(0, text.length() - 20));
            }
        }
        return marks;
    }

    private static int marks(byte[] piece, int length) {
        int marks = 0;
        for (int place = 0; place < length; place++) {
            marks += piece[place] == '<' ? 1 : 0;
        }
        return marks;
    }

    private static int read(@Nullable InputStream part, byte[] piece) throws IOException {
        return part == null ? -1 : part.read(piece);
    }
}
