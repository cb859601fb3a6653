/** The best course of action: policies, what they are judged by, and a choice among them with a stated probability. */
@NullMarked
package org.tongxin.core.search;

import org.jspecify.annotations.NullMarked;
