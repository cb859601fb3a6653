/**
 * The methods of the core on files. One class a command, one class a file format; a command reads, asks the core, writes.
 * Results are written beside their place and moved there when complete; what is wrong with an input is said with file,
 * line and value, and ends the program with code 2. Knows no database and no network.
 */
@NullMarked
package org.tongxin.cli;

import org.jspecify.annotations.NullMarked;
