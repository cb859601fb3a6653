package org.tongxin.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the district's system. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Tongxin {

    public static void main(String[] arguments) {
        SpringApplication.run(Tongxin.class, arguments);
    }
}
