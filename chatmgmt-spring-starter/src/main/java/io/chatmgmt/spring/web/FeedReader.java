package io.chatmgmt.spring.web;

import io.chatmgmt.access.Caller;
import io.chatmgmt.governance.Desk;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of the feed. What it is to send waits in a bounded queue and is written whenever the connection takes it,
 * without waiting: a reader that does not keep up is dropped, and comes back with the last id that it got. Thread-safe.
 */
final class FeedReader implements WriteListener, AsyncListener {

    private static final Logger log = LoggerFactory.getLogger(FeedReader.class);

    private final AsyncContext context;
    private final ServletOutputStream output;
    private final Caller caller;
    private final Desk desk;
    private final @Nullable FeedPosition since;
    private final Instant connectedAt;
    private final long maxBytes;

    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private boolean writable;
    private boolean unflushed;
    private boolean closed;
    private Instant progressAt;

    FeedReader(
            AsyncContext context,
            ServletOutputStream output,
            Caller caller,
            Desk desk,
            @Nullable FeedPosition since,
            Instant now,
            long maxBytes) {
        this.context = context;
        this.output = output;
        this.caller = caller;
        this.desk = desk;
        this.since = since;
        this.connectedAt = now;
        this.progressAt = now;
        this.maxBytes = maxBytes;
    }

    Caller caller() {
        return caller;
    }

    Desk desk() {
        return desk;
    }

    @Nullable
    FeedPosition since() {
        return since;
    }

    Instant connectedAt() {
        return connectedAt;
    }

    /** Leaves an event to be written; a reader with too much of that is dropped. */
    void leave(byte[] event) {
        synchronized (this) {
            if (closed) {
                return;
            }
            if (waitingBytes + event.length <= maxBytes) {
                waiting.add(event);
                waitingBytes += event.length;
                return;
            }
        }
        log.debug("a reader of the feed does not keep up and is dropped");
        close();
    }

    /** Writes as much as the connection takes at the moment. */
    void write(Instant now) {
        try {
            writeOut(now);
        } catch (IOException | IllegalStateException e) {
            log.debug("a reader of the feed is gone", e);
            close();
        }
    }

    private synchronized void writeOut(Instant now) throws IOException {
        while (!closed && writable && output.isReady()) {
            byte[] event = waiting.poll();
            progressAt = now;
            if (event != null) {
                output.write(event);
                waitingBytes -= event.length;
                unflushed = true;
            } else if (unflushed) {
                output.flush();
                unflushed = false;
            } else {
                return;
            }
        }
    }

    /** Whether the connection has taken nothing since a time, though something waits. */
    synchronized boolean isStuckSince(Instant time) {
        return !closed && progressAt.isBefore(time);
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Ends the connection. */
    void close() {
        if (forget()) {
            complete();
        }
    }

    /** Drops what waits; false when that was done before. */
    private synchronized boolean forget() {
        boolean isNews = !closed;
        closed = true;
        waiting.clear();
        waitingBytes = 0;
        return isNews;
    }

    private void complete() {
        try {
            context.complete();
        } catch (IllegalStateException e) {
            log.debug("the connection was over already", e);
        }
    }

    @Override
    public void onWritePossible() {
        Instant latest;
        synchronized (this) {
            writable = true;
            latest = progressAt;
        }
        write(latest);
    }

    // a connection that fails is to be ended here, or the container shows the application's error page on it

    @Override
    public void onError(Throwable failure) {
        log.debug("a reader of the feed is gone", failure);
        forget();
        complete();
    }

    @Override
    public void onError(AsyncEvent event) {
        forget();
        complete();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        forget();
        complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        forget();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // nobody starts it again
    }
}
