package org.tongxin.app.platform;

import java.util.List;

/**
 * The tables of a module that a replay fills. Each module names its own; starting the replay again empties them. What is
 * never emptied, such as the audit, is not named.
 */
public interface OwnedTables {

    List<String> names();
}
