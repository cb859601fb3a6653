/** Pages of the scenarios. */
@NullMarked
package org.tongxin.app.simulation.web;

import org.jspecify.annotations.NullMarked;
