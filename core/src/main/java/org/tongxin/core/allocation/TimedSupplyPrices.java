package org.tongxin.core.allocation;

/**
 * What goods are worth where and when, as a proof that no plan is better; see {@link TimedSupplyBound}. Values are 0 or more.
 *
 * @param stock what a further unit in a depot in a period is worth: {@code stock[depot][period]}
 * @param door what a further unit that may leave then is worth, its own worth included: {@code door[depot][period]}
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves this package, compared nowhere
record TimedSupplyPrices(long[][] stock, long[][] door) {}
