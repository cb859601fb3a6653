/**
 * The pure part of Tongxin: detection and allocation over plain values. No clock, no input or output, no static
 * randomness: time and seed are arguments. Nothing here knows a framework.
 */
package org.tongxin.core;
