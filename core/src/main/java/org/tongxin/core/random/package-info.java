/**
 * Chance that can be repeated: a random number belongs to a seed and a key ("district 3, day 12, person 40"), not to the
 * moment it was asked for. Work can so be split over threads, reordered or repeated, and nothing changes.
 */
package org.tongxin.core.random;
