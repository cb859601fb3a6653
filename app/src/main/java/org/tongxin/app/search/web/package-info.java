/** The page of what was found. */
@NullMarked
package org.tongxin.app.search.web;

import org.jspecify.annotations.NullMarked;
