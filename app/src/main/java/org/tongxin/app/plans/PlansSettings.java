package org.tongxin.app.plans;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The district's three indicators. Values without a source are scenario.
 *
 * @param epicentreLatitude WGS-84 degrees; the default is the centre of Shanghai, where the outbreak of March 2022 was
 * @param epicentreLongitude WGS-84 degrees
 * @param socialForces development of social forces, 0 to 1; scenario
 * @param resources richness of resources, 0 to 1; scenario
 */
@ConfigurationProperties("tongxin.plans")
public record PlansSettings(
        @DefaultValue("31.23") double epicentreLatitude,
        @DefaultValue("121.47") double epicentreLongitude,
        @DefaultValue("0.60") double socialForces,
        @DefaultValue("0.75") double resources) {}
