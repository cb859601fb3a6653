package org.tongxin.app.resources.internal;

/** The tables that a replay empties, for tests that begin with none of their rows. */
public final class TablesOfSupplies {

    private TablesOfSupplies() {}

    public static String names() {
        return String.join(", ", new ResourcesTables().names());
    }
}
