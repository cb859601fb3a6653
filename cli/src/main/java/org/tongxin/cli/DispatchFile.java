package org.tongxin.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** An instance: a {@code tongxin-dispatch/1} object, or the text form of the OR-Library's assignment problems. */
final class DispatchFile {

    static final String FORMAT = "tongxin-dispatch/1";

    private DispatchFile() {}

    /** @param say takes remarks on what is overlooked */
    static DispatchInstance read(Path file, Consumer<String> say) {
        try (InputStream bytes = InputText.open(file)) {
            if (!startsObject(bytes)) {
                return new DispatchInstance.People(AssignmentText.read(file));
            }
            return instance(DispatchJson.read(file, bytes), say);
        } catch (IOException failure) {
            throw BadInput.in(file, "the file cannot be read (" + failure.getMessage() + ").");
        }
    }

    /** A digit or a sign begins the text form; all else is looked at as JSON, whose messages say more. */
    private static boolean startsObject(InputStream bytes) throws IOException {
        bytes.mark(1 << 16);
        int first = bytes.read();
        while (first == ' ' || first == '\t' || first == '\r' || first == '\n') {
            first = bytes.read();
        }
        bytes.reset();
        return first >= 0 && !(first >= '0' && first <= '9') && first != '-' && first != '+';
    }

    private static DispatchInstance instance(DispatchJson json, Consumer<String> say) {
        JsonValue root = json.root();
        String format = root.get("format").text();
        if (!format.equals(FORMAT)) {
            throw root.get("format").refused("this (" + format + ") must be " + FORMAT + ".");
        }
        String kind = root.get("kind").text();
        return switch (kind) {
            case "people" -> new DispatchInstance.People(PeopleFile.instance(json, say));
            case "supply" -> new DispatchInstance.Supply(SupplyFile.problem(json, say));
            case "shift" -> new DispatchInstance.Shift(ShiftFile.problem(json, say));
            default -> throw root.get("kind").refused("this (" + kind + ") must be people, supply or shift.");
        };
    }

    /** Says which fields are overlooked: most often slips, but other programs may keep more in a file. */
    static void sayUnknown(JsonValue root, Consumer<String> say, String... known) {
        Set<String> unknown = new TreeSet<>(root.fields());
        unknown.removeAll(Set.of(known));
        unknown.removeAll(Set.of("format", "name", "kind", "note"));
        if (!unknown.isEmpty()) {
            say.accept(root.file() + ": overlooked, since a " + root.get("kind").text()
                    + " instance has no such field: " + String.join(", ", unknown) + ".");
        }
    }
}
