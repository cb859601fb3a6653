/**
 * Warnings in the Common Alerting Protocol, version 1.2 (OASIS): those of the district as messages and as an Atom feed, and
 * notices of other bodies, read with care.
 *
 * <p>What always holds: a message that leaves obeys the grammar and the rules beyond it, and says when it is an exercise; a
 * message that arrives is stored whole or refused with every fault named; no outside address is ever opened while reading.
 */
@NullMarked
package org.tongxin.app.warning.web.cap;

import org.jspecify.annotations.NullMarked;
