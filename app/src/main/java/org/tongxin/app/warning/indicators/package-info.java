/**
 * The way in which modules above tell ratings what they know of a street: figures of areas come down, ratings never go
 * up. A module that implements {@link org.tongxin.app.warning.indicators.IndicatorSource} sees nothing else of this one.
 */
@NamedInterface("indicators")
@NullMarked
package org.tongxin.app.warning.indicators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
