package io.chatmgmt.examples.desk;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

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
        application.setDefaultProperties(options.properties());
        Desk desk = new Desk(application.run());
        desk.introduce(options, out);
        return desk;
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
        WebServerApplicationContext web = (WebServerApplicationContext) context;
        return "http://localhost:" + web.getWebServer().getPort();
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
