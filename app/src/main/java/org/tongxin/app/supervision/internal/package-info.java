/** What the close watch keeps. */
@NullMarked
package org.tongxin.app.supervision.internal;

import org.jspecify.annotations.NullMarked;
