/** Pages of data protection. */
@NullMarked
package org.tongxin.app.protection.web;

import org.jspecify.annotations.NullMarked;
