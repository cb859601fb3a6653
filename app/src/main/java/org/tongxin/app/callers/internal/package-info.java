/** What the requests of callers tell other modules. */
@NullMarked
package org.tongxin.app.callers.internal;

import org.jspecify.annotations.NullMarked;
