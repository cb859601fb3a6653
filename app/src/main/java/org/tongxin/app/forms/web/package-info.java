/** Pages of a superior's forms. */
@NullMarked
package org.tongxin.app.forms.web;

import org.jspecify.annotations.NullMarked;
