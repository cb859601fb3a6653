package org.tongxin.app.platform.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an XLSX file in memory, found by the directory at its end (APPNOTE.TXT of the ZIP format, 4.3.12 and 4.3.16)
 * and unpacked no further than the limits: bytes are counted as they come out, of all parts together, since the sizes that an
 * archive states of itself may be false. Parts that nobody asks for are never unpacked.
 */
final class Inflated {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final ByteBuffer file;
    private final Map<String, Part> parts = new HashMap<>();
    private final long most;
    private long bytes;

    private record Part(int method, int packed, int header) {}

    Inflated(byte[] bytes, SheetLimits limits) {
        this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.most = Math.min(limits.inflatedBytes(), (long) bytes.length * limits.ratio());
        try {
            list(limits.parts());
        } catch (IndexOutOfBoundsException broken) {
            throw new BadSheet("B-002");
        }
    }

    private void list(int mostParts) {
        int end = end();
        int count = file.getShort(end + 10) & 0xFFFF;
        if (count > mostParts) {
            throw new BadSheet("B-007", mostParts);
        }
        int at = file.getInt(end + 16);
        for (int part = 0; part < count; part++) {
            at = entry(at);
        }
    }

    private int end() {
        int last = file.capacity() - END_LENGTH;
        for (int at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
            if (file.getInt(at) == END) {
                return at;
            }
        }
        throw new BadSheet("B-002");
    }

    /** Keeps one entry of the directory and tells where the next begins. */
    private int entry(int at) {
        if (file.getInt(at) != ENTRY) {
            throw new BadSheet("B-002");
        }
        int nameLength = file.getShort(at + 28) & 0xFFFF;
        byte[] name = new byte[nameLength];
        file.get(at + ENTRY_LENGTH, name);
        Part part = new Part(file.getShort(at + 10), file.getInt(at + 20), file.getInt(at + 42));
        parts.put(new String(name, StandardCharsets.UTF_8), part);
        int extra = file.getShort(at + 30) & 0xFFFF;
        int comment = file.getShort(at + 32) & 0xFFFF;
        return at + ENTRY_LENGTH + nameLength + extra + comment;
    }

    /** Of all parts, as the directory writes them. */
    Set<String> names() {
        return Set.copyOf(parts.keySet());
    }

    /** What a part holds; null where the archive has none of this name. */
    @Nullable InputStream open(String name) {
        Part part = parts.get(name);
        if (part == null) {
            return null;
        }
        try {
            return new Counted(unpacked(part));
        } catch (IndexOutOfBoundsException broken) {
            throw new BadSheet("B-002");
        }
    }

    private InputStream unpacked(Part part) {
        int names = (file.getShort(part.header() + 26) & 0xFFFF) + (file.getShort(part.header() + 28) & 0xFFFF);
        int start = part.header() + LOCAL_LENGTH + names;
        if (part.packed() < 0 || start < 0 || start > file.capacity() - part.packed()) {
            throw new BadSheet("B-002");
        }
        InputStream packed = new ByteArrayInputStream(file.array(), start, part.packed());
        return switch (part.method()) {
            case STORED -> packed;
            case DEFLATED -> new InflaterInputStream(packed, new Inflater(true));
            default -> throw new BadSheet("B-002");
        };
    }

    private final class Counted extends InputStream {

        private final InputStream part;

        Counted(InputStream part) {
            this.part = part;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = part.read(into, offset, length);
            bytes += Math.max(got, 0);
            if (bytes > most) {
                throw new BadSheet("B-006", most / 1024);
            }
            return got;
        }

        @Override
        public void close() throws IOException {
            part.close();
        }
    }
}
