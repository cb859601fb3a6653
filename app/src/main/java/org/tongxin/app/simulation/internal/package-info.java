/** How a scenario is computed: fitted state, synthetic district, runs in the background, and what they add up to. */
@NullMarked
package org.tongxin.app.simulation.internal;

import org.jspecify.annotations.NullMarked;
