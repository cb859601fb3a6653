/** The pages of the district's units. */
@NullMarked
package org.tongxin.app.organisation.web;

import org.jspecify.annotations.NullMarked;
