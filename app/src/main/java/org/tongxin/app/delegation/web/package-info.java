/** The page of the list, and its phone side: what I may decide, what I have to ask. */
@NullMarked
package org.tongxin.app.delegation.web;

import org.jspecify.annotations.NullMarked;
