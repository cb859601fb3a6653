/** Pages of lists that people send. */
@NullMarked
package org.tongxin.app.imports.web;

import org.jspecify.annotations.NullMarked;
