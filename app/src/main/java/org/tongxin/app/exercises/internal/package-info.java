/** What a replay empties. */
@NullMarked
package org.tongxin.app.exercises.internal;

import org.jspecify.annotations.NullMarked;
