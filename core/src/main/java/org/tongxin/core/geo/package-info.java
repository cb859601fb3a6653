/**
 * Places on the earth and on a page: distances in kilometres, and a district drawn as equal tiles. Latitude and longitude
 * are degrees in WGS 84; no map projection beyond a district's size is meant.
 */
package org.tongxin.core.geo;
