/** The replay's controls on the desk. */
package org.tongxin.app.replay.web;
