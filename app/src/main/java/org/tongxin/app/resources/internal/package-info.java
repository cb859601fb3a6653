/** What supplies keep, and what they do when a plan is stood down. */
@NullMarked
package org.tongxin.app.resources.internal;

import org.jspecify.annotations.NullMarked;
