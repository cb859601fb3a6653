/** What begins a destruction, and what a replay empties. */
@NullMarked
package org.tongxin.app.protection.internal;

import org.jspecify.annotations.NullMarked;
