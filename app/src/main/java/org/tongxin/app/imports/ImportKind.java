package org.tongxin.app.imports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tongxin.app.identity.Actor;

/**
 * A kind of list that a module takes in. Its words stand in the message bundles: {@code imports.<name>} and
 * {@code imports.<name>.col.<column>}; a file may name a column by itself or by its words in either language.
 */
public interface ImportKind {

    /** Such as {@code people}; part of addresses. A list of one thing adds a hyphen and which: {@code answers-42}. */
    String name();

    /** Columns in the order of the file to fill in; none else may stand in the head. */
    List<String> columns();

    /** Where the words of a column stand in the message bundles. */
    default String key(String column) {
        return "imports." + name() + ".col." + column;
    }

    /** The words of a column that stand in no bundle, since people chose them. */
    default Optional<String> label(String column, Locale language) {
        return Optional.empty();
    }

    /** The page from which such a file is sent, where the sender goes back to. */
    default String page() {
        return "/imports";
    }

    /** Columns that the head must name. */
    Set<String> needed();

    /**
     * Columns that name a place. The statistical code of a district or a street has twelve digits, the last ones zeros; it is read as
     * the place's own code, which goes without them.
     */
    default Set<String> places() {
        return Set.of();
    }

    /** How many rows a file may have, its head left out. */
    int mostRows();

    boolean mayImport(Actor actor);

    /**
     * What would become of each row: one verdict a row, in their order. Writes nothing. Checks the territory of each row; rows
     * of the same file are not compared with each other.
     */
    List<Verdict> check(Actor actor, List<ImportRow> rows);

    /** Takes rows in that were just found to add or change something; called in the transaction of the whole file. */
    void apply(Actor actor, List<ImportRow> rows);
}
