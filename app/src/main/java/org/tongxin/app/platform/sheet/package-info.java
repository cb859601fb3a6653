/**
 * Lists as files for a spreadsheet, row by row: CSV in UTF-8 with a byte order mark and without a cell that a spreadsheet would
 * take for a formula, or XLSX, whose cells say themselves what they are. And the way back: files that people send, read row
 * by row within limits and never believed.
 */
@NamedInterface("sheet")
@NullMarked
package org.tongxin.app.platform.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
