package org.tongxin.app.platform.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads CSV: UTF-8 when every byte is UTF-8, else GB18030; separated by the comma, the semicolon or the tab, whichever the
 * first line has most of outside quotes.
 */
final class CsvSource {

    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    private static final String SEPARATORS = ",;\t";
    private static final int PIECE = 8_192;

    private CsvSource() {}

    static void read(byte[] bytes, RowGate gate) throws IOException {
        Charset charset = charset(bytes);
        try (Reader text = reader(bytes, charset);
                CsvReader<CsvRecord> reader = CsvReader.builder()
                        .fieldSeparator(separator(bytes, charset))
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .ofCsvRecord(text)) {
            for (CsvRecord found : reader) {
                gate.add(found.getStartingLineNumber(), found.getFields());
            }
        } catch (CsvParseException broken) {
            throw new BadSheet("B-009");
        }
    }

    static Charset charset(byte[] bytes) {
        return CHARSETS.stream()
                .filter(each -> decodes(bytes, each))
                .findFirst()
                .orElseThrow(() -> new BadSheet("B-002"));
    }

    /** A text has no zero bytes; a picture or an archive does. */
    private static boolean decodes(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(PIECE);
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, true);
            if (result.isError() || hasZero(out.flip())) {
                return false;
            }
        } while (result.isOverflow());
        return true;
    }

    private static boolean hasZero(CharBuffer text) {
        return text.chars().anyMatch(character -> character == 0);
    }

    static Reader reader(byte[] bytes, Charset charset) {
        int mark = marked(bytes) ? 3 : 0;
        return new InputStreamReader(new ByteArrayInputStream(bytes, mark, bytes.length - mark), charset);
    }

    static boolean marked(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    static char separator(byte[] bytes, Charset charset) throws IOException {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        try (Reader text = reader(bytes, charset)) {
            for (int next = text.read(); next >= 0 && (quoted || next != '\n'); next = text.read()) {
                quoted ^= next == '"';
                int place = SEPARATORS.indexOf(next);
                if (place >= 0 && !quoted) {
                    counts[place]++;
                }
            }
        }
        int best = 0;
        for (int place = 1; place < counts.length; place++) {
            best = counts[place] > counts[best] ? place : best;
        }
        return SEPARATORS.charAt(best);
    }
}
