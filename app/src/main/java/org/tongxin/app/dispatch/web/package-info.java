/** The dispatch board: which posts lack people, who stands where and why. */
package org.tongxin.app.dispatch.web;
