/**
 * How a start ends well or in words: what binds to loopback, and what is shown when the application cannot start.
 */
package org.tongxin.app.platform.start;
