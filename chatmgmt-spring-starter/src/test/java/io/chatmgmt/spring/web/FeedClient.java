package io.chatmgmt.spring.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the feed as a browser's {@code EventSource} does, on a thread of its own. */
final class FeedClient implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long PATIENCE_SECONDS = 30;
    private static final Event END = new Event("end", "", JSON.nullNode());

    private final int status;
    private final InputStream body;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private volatile String lastId = "";

    /** An event. */
    record Event(String name, String id, JsonNode data) {}

    private FeedClient(int status, InputStream body) {
        this.status = status;
        this.body = body;
    }

    static FeedClient connect(HttpClient client, URI uri, String user, String lastId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "text/event-stream");
        if (user != null) {
            request.header("X-User", user);
        }
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            FeedClient feed = new FeedClient(response.statusCode(), response.body());
            Thread reader = new Thread(feed::read, "feed-client");
            reader.setDaemon(true);
            reader.start();
            return feed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String name = "";
            String id = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && !data.isEmpty()) {
                    lastId = id.isEmpty() ? lastId : id;
                    events.add(new Event(name, id, JSON.readTree(data)));
                    name = "";
                    id = "";
                    data = "";
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                }
            }
        } catch (IOException e) {
            // closed by whoever reads, or by the server
        } finally {
            events.add(END);
        }
    }

    int status() {
        return status;
    }

    /** The id of the latest event that had one. */
    String lastId() {
        return lastId;
    }

    /** The next event that is wanted; others are passed over. */
    Event await(Predicate<Event> wanted) {
        try {
            for (; ; ) {
                Event event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (event == null || event == END) {
                    throw new AssertionError(event == null ? "nothing came" : "the feed ended");
                }
                if (wanted.test(event)) {
                    return event;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Event await(String name) {
        return await(event -> event.name().equals(name));
    }

    /** The row of a conversation as soon as it has some version. */
    JsonNode awaitVersion(String conversation, long version) {
        return await(event -> event.name().equals("conversation")
                        && event.data().path("id").asString().equals(conversation)
                        && event.data().path("version").asLong() >= version)
                .data();
    }

    /** The names of the events that have come and were not read yet. */
    List<String> waiting() {
        return events.stream().map(Event::name).toList();
    }

    /** Waits until the server has ended the connection. */
    void awaitEnd() {
        try {
            for (Event event = null; event != END; ) {
                event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (event == null) {
                    throw new AssertionError("the feed did not end");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
