/** The pages of exercises. */
@NullMarked
package org.tongxin.app.exercises.web;

import org.jspecify.annotations.NullMarked;
