/** Pages of the close watch and of the register of risk factors. */
@NullMarked
package org.tongxin.app.supervision.web;

import org.jspecify.annotations.NullMarked;
