package org.tongxin.app.platform;

import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * A few threads for event listeners. A listener holds one database connection and needs a second for a moment when the
 * registry marks its event as handled: as many listeners as there are events would starve the pool and each other.
 */
@Configuration(proxyBeanMethods = false)
class ListenerThreads {

    private static final int THREADS = 4;

    @Bean(name = {"applicationTaskExecutor", "taskExecutor"})
    ThreadPoolTaskExecutor listeners(ThreadPoolTaskExecutorBuilder builder) {
        return builder.corePoolSize(THREADS)
                .maxPoolSize(THREADS)
                .threadNamePrefix("listener-")
                .build();
    }
}
