/**
 * Lists that people send as a file: read, checked row by row, shown, and taken in whole or not at all by a named person. What
 * can be sent is given by other modules as an {@link org.tongxin.app.imports.ImportKind}; this one knows none of them. Announces
 * nothing.
 *
 * <p>What always holds: a file with a rejected row is not taken; taking is one transaction; a list taken twice changes nothing
 * the second time; rows wait at most a day and are seen by nobody but who sent them.
 */
@ApplicationModule(
        displayName = "Imports",
        allowedDependencies = {"platform", "platform :: sheet", "identity"})
@NullMarked
package org.tongxin.app.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
