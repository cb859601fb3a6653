/**
 * A replay of what hospitals of Hubei asked for in February 2020, against a stock that is assumed. A computation without
 * clock, chance or database: the same files give the same figures. Part of supplies and used by its pages alone.
 */
@NullMarked
package org.tongxin.app.resources.hospitals;

import org.jspecify.annotations.NullMarked;
