/**
 * Rolls that people write in a group chat (接龙), read into rows for a person to confirm: {@link
 * org.tongxin.core.roll.GroupRoll} reads, {@link org.tongxin.core.roll.RollSums} adds up the rows that were kept. Names of people
 * are passed over and stand in no row.
 */
@NullMarked
package org.tongxin.core.roll;

import org.jspecify.annotations.NullMarked;
