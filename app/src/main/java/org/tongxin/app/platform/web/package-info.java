/**
 * What every page stands on: the frame's addresses and language, sentences for reasons and refusals, times of the
 * district, the icons. Knows no other module; pages reach it through the beans {@code site}, {@code sentences},
 * {@code refusals}, {@code times}, {@code drawings} and {@code icons}.
 */
@NullMarked
package org.tongxin.app.platform.web;

import org.jspecify.annotations.NullMarked;
