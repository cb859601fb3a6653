/** Draft. */
@NullMarked
package org.tongxin.core.epidemic;

import org.jspecify.annotations.NullMarked;
