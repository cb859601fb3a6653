/** Pages on which workers write down what residents ask. */
@NullMarked
package org.tongxin.app.callers.web;

import org.jspecify.annotations.NullMarked;
