package io.chatmgmt.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The hash of a policy's tree. Numbers are hashed by their bits: how a double is printed differs between Java versions.
 */
final class ContentHash {

    private static final int DIGITS = 16;

    private final StringBuilder canonical = new StringBuilder();

    private ContentHash() {}

    static String of(Map<String, Object> tree) {
        ContentHash hash = new ContentHash();
        hash.add(tree);
        byte[] bytes = hash.canonical.toString().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(bytes)).substring(0, DIGITS);
    }

    private void add(Object node) {
        if (node instanceof Map<?, ?> map) {
            canonical.append('{').append(map.size()).append(' ');
            new TreeMap<>(map).forEach((key, value) -> {
                add(key);
                add(value);
            });
        } else if (node instanceof List<?> list) {
            canonical.append('[').append(list.size()).append(' ');
            list.forEach(this::add);
        } else if (node instanceof Double number) {
            canonical.append('d').append(Double.doubleToLongBits(number)).append(' ');
        } else if (node instanceof Integer number) {
            canonical.append('i').append(number).append(' ');
        } else {
            String text = (String) node;
            canonical.append('s').append(text.length()).append(' ').append(text);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
