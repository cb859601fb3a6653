/**
 * Everything the database holds in one file, and back: written each night in operation and when an administrator asks,
 * read at a start into an empty database.
 *
 * <p>What always holds: a file is of one moment; it is there whole or not at all; a restore changes everything or nothing,
 * and compares what it wrote with what was backed up, table by table.
 */
@NamedInterface("backup")
@NullMarked
package org.tongxin.app.platform.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
