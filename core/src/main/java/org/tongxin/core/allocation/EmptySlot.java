package org.tongxin.core.allocation;

/**
 * Why nobody takes a slot: what keeps those who are listed for it. Immutable and safe for use by several threads.
 *
 * @param slot the slot
 * @param listed people listed for it; the other counts add up to it
 * @param busy have another slot that day
 * @param resting have a night before or a morning after it
 * @param full have all the slots of their week
 * @param dear would cost at least as much as the empty slot
 */
public record EmptySlot(int slot, int listed, int busy, int resting, int full, int dear) {}
