package io.chatmgmt.spring.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of the page, read from beside this class when they are first asked for. They do not lie where an application
 * server finds them by itself, so that a page that is switched off cannot be reached at all. Thread-safe.
 */
final class Assets {

    static final String INDEX = "index.html";

    private static final Pattern NAME = Pattern.compile("index\\.html|icon\\.svg|(?:js|css|uplot)/[A-Za-z]+[A-Za-z.]*");
    private static final String API = "data-api=\"api/\"";

    private final Map<String, Asset> read = new ConcurrentHashMap<>();
    private final String api;

    /**
     * The files.
     *
     * @param api where the page finds the API, relative to itself
     */
    Assets(String api) {
        this.api = api;
    }

    Optional<Asset> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(read.computeIfAbsent(name, this::read));
    }

    private @Nullable Asset read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                return null;
            }
            byte[] content = in.readAllBytes();
            return Asset.of(name, name.equals(INDEX) ? withApi(content) : content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private byte[] withApi(byte[] index) {
        String page = new String(index, StandardCharsets.UTF_8);
        return page.replace(API, "data-api=\"" + api + '"').getBytes(StandardCharsets.UTF_8);
    }
}
