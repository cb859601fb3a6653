/** What cooperation keeps. */
@NullMarked
package org.tongxin.app.cooperation.internal;

import org.jspecify.annotations.NullMarked;
