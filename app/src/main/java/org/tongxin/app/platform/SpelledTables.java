package org.tongxin.app.platform;

import java.util.List;

/**
 * The tables of a module whose rows are found by pinyin. Each has a {@code name} and a {@code spelling}, which the module
 * writes with the name by {@link Spelling#of}.
 */
public interface SpelledTables {

    List<String> spelled();
}
