/** Pages of supplies. */
@NullMarked
package org.tongxin.app.resources.web;

import org.jspecify.annotations.NullMarked;
