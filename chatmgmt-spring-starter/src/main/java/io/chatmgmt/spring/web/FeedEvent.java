package io.chatmgmt.spring.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Server-sent events as bytes, which any number of readers share. */
final class FeedEvent {

    /** What a client waits before it comes back, in milliseconds. */
    static final byte[] RETRY = ascii("retry: 1000\n\n");

    private FeedEvent() {}

    static byte[] of(String name, @Nullable FeedPosition position, byte[] json) {
        ByteArrayOutputStream event = new ByteArrayOutputStream(json.length + 96);
        event.writeBytes(ascii("event: " + name + '\n'));
        if (position != null) {
            event.writeBytes(ascii("id: " + position + '\n'));
        }
        event.writeBytes(ascii("data: "));
        event.writeBytes(json);
        event.writeBytes(ascii("\n\n"));
        return event.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
