/** Forecasts of a district's reports. */
@NullMarked
package org.tongxin.core.forecast;

import org.jspecify.annotations.NullMarked;
