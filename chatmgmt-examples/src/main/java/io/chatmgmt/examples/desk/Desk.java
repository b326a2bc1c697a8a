package io.chatmgmt.examples.desk;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** A running desk. */
final class Desk implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Desk(ConfigurableApplicationContext context) {
        this.context = context;
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                closed.countDown();
            }
        });
    }

    /** Starts one, and says where it is. */
    static Desk open(DeskOptions options, PrintStream out) {
        out.println("Starting the desk…");
        SpringApplication application = new SpringApplication(DeskApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(properties(options));
        Desk desk = new Desk(application.run());
        desk.introduce(options, out);
        return desk;
    }

    /** What lies in the file, and what the options say; the environment outweighs both. */
    private static Properties properties(DeskOptions options) {
        try {
            Properties properties =
                    PropertiesLoaderUtils.loadProperties(new ClassPathResource("desk.properties", Desk.class));
            properties.putAll(options.properties());
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void introduce(DeskOptions options, PrintStream out) {
        String address = address();
        out.println();
        out.println("Customer window   " + address + "/");
        out.println("Dashboard         " + address + "/chatmgmt/");
        out.println();
        out.println("Sign in to the dashboard as");
        for (Staff.Member member : Staff.MEMBERS) {
            out.println("  " + member.user() + " / " + Staff.PASSWORD + "   " + member.says());
        }
        out.println();
        out.println("Conversations are kept in " + options.store() + ". Ctrl+C stops the desk.");
    }

    /** Where it listens. */
    String address() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** What it is made of. */
    ApplicationContext context() {
        return context;
    }

    /** Waits until somebody stops it. */
    void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
