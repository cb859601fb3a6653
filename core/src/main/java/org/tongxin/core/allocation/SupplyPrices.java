package org.tongxin.core.allocation;

/**
 * What goods are worth where, as a proof that no plan is better; see {@link SupplyBound}. Values are 0 or more.
 *
 * @param stock what a further unit in a depot is worth: {@code stock[depot][item]}
 * @param floor what a unit of a community's floor costs: {@code floor[community]}
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves this package, compared nowhere
record SupplyPrices(long[][] stock, long[] floor) {}
