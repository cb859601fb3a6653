/**
 * The way in which modules tell forms what they hold of places: figures come in, forms never go out. A module that implements
 * {@link org.tongxin.app.forms.figures.FigureSource} sees nothing else of this one.
 */
@NamedInterface("figures")
@NullMarked
package org.tongxin.app.forms.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
