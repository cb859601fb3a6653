/** Logging in and out, what each address asks for, and the pages that say no. */
package org.tongxin.app.identity.web;
