/** The pages of the two-way chain: the chain itself, one order, one task, and a worker's phone. */
package org.tongxin.app.tasks.web;
