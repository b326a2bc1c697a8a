package io.chatmgmt.spring;

import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.CustomerMessage;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Loads detectors, templates and everything else that the first decision needs while the application is still starting, on
 * a thread of its own: neither the start nor the first customer waits for it. It governs two messages of nobody, the second in
 * a language that has weights of its own, in a house that is gone afterwards. Called by Spring Boot.
 */
final class Preloading implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        start(event.getEnvironment());
    }

    /** Begins unless there is nothing to gain; empty then. */
    static Optional<Thread> start(Environment environment) {
        boolean enabled = environment.getProperty("chatmgmt.enabled", Boolean.class, true);
        if (!enabled || Runtime.getRuntime().availableProcessors() == 1) {
            return Optional.empty();
        }
        Thread thread = new Thread(Preloading::load, "chatmgmt-preload");
        thread.setDaemon(true);
        thread.start();
        return Optional.of(thread);
    }

    private static void load() {
        try {
            ChatGovernance governance = ChatGovernance.builder().build();
            governance.onCustomerMessage(CustomerMessage.of("preload", "m-1", "Hello"));
            governance.onCustomerMessage(CustomerMessage.of("preload", "m-2", "Guten Tag, wo ist meine Bestellung?"));
        } catch (RuntimeException | LinkageError e) {
            // Whatever is wrong here will be wrong, and told, where it is needed.
        }
    }
}
