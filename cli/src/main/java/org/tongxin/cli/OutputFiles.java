package org.tongxin.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results to be written: all beside their places first, then all moved there, so that nothing half written stands there. */
final class OutputFiles {

    private final Map<Path, String> textByFile = new LinkedHashMap<>();

    /** A table with its head as first row. */
    OutputFiles table(Path file, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            rows.forEach(writer::writeRecord);
        } catch (IOException impossible) {
            throw new IllegalStateException("A text in memory must be writable.", impossible);
        }
        textByFile.put(file, text.toString());
        return this;
    }

    /** A text as it is. */
    OutputFiles text(Path file, String text) {
        textByFile.put(file, text);
        return this;
    }

    void write() {
        Map<Path, Path> finished = new LinkedHashMap<>();
        try {
            textByFile.forEach((file, text) -> finished.put(file, writeBeside(file, text)));
            finished.forEach(OutputFiles::move);
        } finally {
            finished.values().forEach(OutputFiles::deleteIfThere);
        }
    }

    /** Checked before long work, so that it is not done in vain. */
    static void requireWritable(Path file) {
        Path folder = folderOf(file);
        if (!Files.isDirectory(folder)) {
            throw BadInput.in(file, "the folder " + folder + " does not exist. Create it first.");
        }
        if (!Files.isWritable(folder)) {
            throw BadInput.in(file, "nothing may be written into the folder " + folder + ". Check its permissions.");
        }
        if (Files.isDirectory(file)) {
            throw BadInput.in(file, "this is a folder. Name a file for the result.");
        }
    }

    /** Creates the folder, but not the folders above it: they are more likely a slip. */
    static void requireFolder(Path folder) {
        if (Files.isDirectory(folder)) {
            requireWritable(folder.resolve("result"));
            return;
        }
        requireWritable(folder);
        try {
            Files.createDirectory(folder);
        } catch (IOException failure) {
            throw BadInput.in(folder, "the folder cannot be created (" + failure.getMessage() + "). Name another.");
        }
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw BadInput.in(file, "this cannot be written. Name a file for the result.");
        }
        return folder;
    }

    private static Path writeBeside(Path file, String text) {
        try {
            Path beside = Files.createTempFile(folderOf(file), "." + file.getFileName(), ".part");
            try {
                return Files.writeString(beside, text);
            } catch (IOException failure) {
                deleteIfThere(beside);
                throw failure;
            }
        } catch (IOException failure) {
            throw notWritten(file, failure);
        }
    }

    private static void move(Path file, Path beside) {
        try {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw notWritten(file, failure);
        }
    }

    private static void deleteIfThere(Path beside) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException failure) {
            throw notWritten(beside, failure);
        }
    }

    private static BadInput notWritten(Path file, IOException failure) {
        return BadInput.in(
                file, "the result cannot be written (" + failure.getMessage() + "). Check space and permissions.");
    }
}
