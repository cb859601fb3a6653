/** What delegation keeps. */
@NullMarked
package org.tongxin.app.delegation.internal;

import org.jspecify.annotations.NullMarked;
