package io.chatmgmt.spring.dashboard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.http.MediaType;

/** One file of the page, ready to be sent. Nobody changes its bytes. */
final class Asset {

    private static final Map<String, MediaType> TYPES = Map.of(
            "html", text("html"),
            "css", text("css"),
            "js", text("javascript"),
            "svg", new MediaType("image", "svg+xml"));

    private final MediaType type;
    private final String tag;
    private final byte[] content;

    private Asset(MediaType type, String tag, byte[] content) {
        this.type = type;
        this.tag = tag;
        this.content = content;
    }

    private static MediaType text(String subtype) {
        return new MediaType("text", subtype, StandardCharsets.UTF_8);
    }

    static Asset of(String name, byte[] content) {
        MediaType type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), text("plain"));
        return new Asset(type, '"' + digest(content) + '"', content);
    }

    private static String digest(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    MediaType type() {
        return type;
    }

    /** Changes when the content does. */
    String tag() {
        return tag;
    }

    byte[] content() {
        return content;
    }
}
