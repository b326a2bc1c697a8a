package io.chatmgmt.spring.web;

import io.chatmgmt.access.Caller;
import io.chatmgmt.governance.ChatGovernance;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Opens the live feed. */
@RestController
@RequestMapping(ApiPath.API)
final class FeedController {

    private final ChatGovernance governance;
    private final FeedHub hub;
    private final InstantSource clock;
    private final long maxBytes;

    FeedController(ChatGovernance governance, FeedHub hub, InstantSource clock, long maxBytes) {
        this.governance = governance;
        this.hub = hub;
        this.clock = clock;
        this.maxBytes = maxBytes;
    }

    @GetMapping("/feed")
    void feed(
            Caller caller,
            @RequestParam(required = false) @Nullable String since,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String token = lastEventId == null || lastEventId.isEmpty() ? since : lastEventId;
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        // proxies that collect what they pass on would make it anything but live
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext context = request.startAsync(request, response);
        context.setTimeout(0);
        ServletOutputStream output = response.getOutputStream();
        FeedReader reader = new FeedReader(
                context,
                output,
                caller,
                governance.desk(caller),
                token == null ? null : FeedPosition.parse(token).orElse(null),
                clock.instant(),
                maxBytes);
        context.addListener(reader);
        output.setWriteListener(reader);
        hub.welcome(reader);
    }
}
