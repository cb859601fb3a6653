/**
 * One field to find a thing by name, number or pinyin. Knows no module: each says by {@link
 * org.tongxin.app.identity.Findable} what can be found of its own. Announces nothing.
 *
 * <p>What always holds: nobody finds what they may not open; people are not among what can be found.
 */
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {"platform", "identity"})
@NullMarked
package org.tongxin.app.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
