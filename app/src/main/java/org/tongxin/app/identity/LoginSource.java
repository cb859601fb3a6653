package org.tongxin.app.identity;

/**
 * Where somebody tries to come in from.
 *
 * @param address network address as the program sees it; behind a proxy, the proxy's unless forwarded headers are read
 * @param device what the browser kept since an earlier login; empty where it kept nothing
 */
public record LoginSource(String address, String device) {

    @Override
    public String toString() {
        return "LoginSource";
    }
}
