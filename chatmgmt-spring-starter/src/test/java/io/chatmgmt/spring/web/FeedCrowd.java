package io.chatmgmt.spring.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Many readers of the feed on one thread, which look at the ids of events only. Some of them go away again and again. */
final class FeedCrowd implements Runnable, AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);

    /** More than is told again to a reader that comes back, which would never get beyond that otherwise. */
    private static final int LEAVES_AFTER = 1_200;

    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
    private final List<Member> members = new ArrayList<>();
    private final URI uri;
    private final String user;
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong comebacks = new AtomicLong();
    private volatile boolean closed;

    private FeedCrowd(URI uri, String user) throws IOException {
        this.uri = uri;
        this.user = user;
    }

    static FeedCrowd of(int readers, URI uri, String user, int unsteady) throws IOException {
        FeedCrowd crowd = new FeedCrowd(uri, user);
        for (int i = 0; i < readers; i++) {
            Member member = new Member(i < unsteady);
            crowd.members.add(member);
            crowd.connect(member);
        }
        return crowd;
    }

    /** One reader. */
    private static final class Member {

        private final boolean unsteady;
        private final Map<String, Long> versions = new ConcurrentHashMap<>();
        private final StringBuilder line = new StringBuilder();
        private String lastId = "";
        private int sinceConnected;

        private Member(boolean unsteady) {
            this.unsteady = unsteady;
        }
    }

    /** As HTTP 1.0, in which nothing stands between the lines of the feed. */
    private void connect(Member member) throws IOException {
        member.sinceConnected = 0;
        member.line.setLength(0);
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(uri.getHost(), uri.getPort()));
        String request = "GET " + uri.getPath() + " HTTP/1.0\r\nHost: localhost\r\nX-User: " + user + "\r\n"
                + (member.lastId.isEmpty() ? "" : "Last-Event-ID: " + member.lastId + "\r\n") + "\r\n";
        ByteBuffer bytes = ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, member);
    }

    @Override
    public void run() {
        try {
            while (!closed) {
                selector.select(200);
                List<SelectionKey> ready = new ArrayList<>(selector.selectedKeys());
                selector.selectedKeys().clear();
                for (SelectionKey key : ready) {
                    read(key, (Member) key.attachment());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(SelectionKey key, Member member) throws IOException {
        SocketChannel channel = (SocketChannel) key.channel();
        buffer.clear();
        int count;
        try {
            count = channel.read(buffer);
        } catch (IOException e) {
            count = -1;
        }
        buffer.flip();
        while (buffer.hasRemaining()) {
            take(member, (char) (buffer.get() & 0xff));
        }
        if (count < 0 || member.unsteady && member.sinceConnected > LEAVES_AFTER) {
            key.cancel();
            channel.close();
            comebacks.incrementAndGet();
            connect(member);
        }
    }

    /** Keeps the beginnings of lines: of what is read only the ids matter. */
    private void take(Member member, char c) {
        if (c == '\n') {
            if (member.line.length() > 4 && member.line.charAt(0) == 'i' && member.line.charAt(1) == 'd') {
                String id = member.line.substring(4);
                String[] parts = id.split("~", 3);
                member.versions.merge(parts[2], Long.parseLong(parts[1], 36), Math::max);
                member.lastId = id;
                member.sinceConnected++;
                events.incrementAndGet();
            }
            member.line.setLength(0);
        } else if (member.line.length() < 200) {
            member.line.append(c);
        }
    }

    /** Waits until everybody has everything; how long that took, in nanoseconds. */
    long awaitAll(Map<String, Long> expected) {
        long start = System.nanoTime();
        while (!behind(expected).isEmpty() && System.nanoTime() - start < PATIENCE_NANOS) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        return System.nanoTime() - start;
    }

    /** What readers do not have yet. */
    List<String> behind(Map<String, Long> expected) {
        List<String> behind = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Map<String, Long> known = members.get(i).versions;
            int reader = i;
            expected.forEach((id, version) -> {
                if (known.getOrDefault(id, 0L) < version) {
                    behind.add("reader " + reader + " has " + known.get(id) + " of " + id + ", not " + version);
                }
            });
        }
        return behind;
    }

    long events() {
        return events.get();
    }

    long comebacks() {
        return comebacks.get();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
