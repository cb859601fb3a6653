/**
 * Forms of a superior: kept as they came, mapped once to the figures that the district holds, and given out filled, in their
 * own layout. Figures come from the modules that hold them, through {@code forms :: figures}; this one knows none of them.
 * Announces nothing.
 *
 * <p>What always holds: a form is filled as its last confirmed mapping says, which a named person confirmed; what is not known
 * stays empty and is listed before the file is fetched, never 0; a reader's file holds figures of the reader's own territory
 * only; formulas, styles and everything else of the file stay; no figure is kept here.
 */
@ApplicationModule(
        displayName = "Forms",
        allowedDependencies = {"platform", "platform :: sheet", "identity", "organisation"})
@NullMarked
package org.tongxin.app.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
