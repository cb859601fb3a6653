/**
 * Early detection: does today's count lie above what the recent past lets one expect? Pure functions over one series of
 * counts; a missing count is {@link Double#NaN}. Nothing here knows places, diseases or people, and an alarm here is
 * arithmetic only: whether it becomes a signal, and the signal an incident, is decided elsewhere by people.
 */
package org.tongxin.core.detection;
