package org.tongxin.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tongxin.cli.SimulationCase;
import org.tongxin.core.epidemic.Model;

/**
 * A model by its file, small enough to be sent to workers. Immutable.
 *
 * @param file path on every machine
 * @param sha256 of the file's content, as the driver has it
 * @param situation which of the file's models, from 0 on
 */
public record ModelAt(String file, String sha256, int situation) implements Serializable {

    /** Of the file as it is now. */
    public static ModelAt of(Path file, int situation) {
        return new ModelAt(file.toAbsolutePath().toString(), sha256(file), situation);
    }

    /**
     * Reads it, on whatever machine this is.
     *
     * @throws IllegalStateException when the file here is another one
     */
    Model read() {
        Path here = Path.of(file);
        String found = sha256(here);
        if (!found.equals(sha256)) {
            throw new IllegalStateException("The model file " + file + " is another one on this machine (" + found
                    + ") than where the runs were asked for (" + sha256 + "). Copy it to all machines.");
        }
        return SimulationCase.read(here).situations().get(situation);
    }

    private static String sha256(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The model file " + file + " cannot be read on this machine. Put it at the same path on all.",
                    failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256.", impossible);
        }
    }
}
