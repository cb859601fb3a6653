/** Pages of member units, of requests to them, and of a unit's own desk. */
@NullMarked
package org.tongxin.app.search.web;

import org.jspecify.annotations.NullMarked;
