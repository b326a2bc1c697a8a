package io.chatmgmt.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a client and a server, and counts how often the client asks and then waits for an answer. Thread-safe. */
final class CountingProxy implements AutoCloseable {

    private static final int BUFFER = 65_536;

    private final ServerSocket door;
    private final int server;
    private final AtomicInteger roundTrips = new AtomicInteger();

    CountingProxy(int server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** How many round trips there have been since it was asked last. */
    int roundTrips() {
        return roundTrips.getAndSet(0);
    }

    private interface Task {

        void run() throws IOException;
    }

    private static void start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException e) {
                // one of the two is gone
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = door.accept();
            Socket target = new Socket(InetAddress.getLoopbackAddress(), server);
            client.setTcpNoDelay(true);
            target.setTcpNoDelay(true);
            AtomicBoolean answered = new AtomicBoolean(true);
            start(() -> pump(client, target, () -> {
                if (answered.getAndSet(false)) {
                    roundTrips.incrementAndGet();
                }
            }));
            start(() -> pump(target, client, () -> answered.set(true)));
        }
    }

    private static void pump(Socket from, Socket to, Runnable heard) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                heard.run();
                out.write(buffer, 0, read);
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
