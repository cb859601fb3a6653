package org.tongxin.app.warning.web.cap;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What messages say of the one who sends them.
 *
 * @param sender a name of the sender that is unique in the world, usually a domain name, without blanks, commas, {@code <}
 *     and {@code &}; made of the district's code where empty
 * @param web the address at which residents read this installation, such as {@code https://tongxin.example.gov.cn}; that of
 *     the request where empty
 */
@ConfigurationProperties("tongxin.cap")
record CapSettings(
        @DefaultValue("") String sender, @DefaultValue("") String web) {

    CapSettings {
        if (!sender.matches("[^\\s,<&]*")) {
            throw new IllegalArgumentException("tongxin.cap.sender is \"" + sender
                    + "\". It must have no blanks, commas, < and &; a domain name fits.");
        }
    }
}
