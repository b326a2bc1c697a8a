package io.chatmgmt.examples.desk;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What the customer's window calls. Whose conversation it is stands in the session, and nowhere in an address. */
@RestController
@RequestMapping("/visit")
class VisitController {

    private static final String VISITOR = "desk.visitor";
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TEXT = 4_000;

    private final Visits visits;
    private final VisitFeed feed;

    VisitController(Visits visits, VisitFeed feed) {
        this.visits = visits;
        this.feed = feed;
    }

    /**
     * Who is there.
     *
     * @param name what they are called, empty for a guest
     * @param email where they can be reached, empty for nowhere
     */
    record Arrival(@Nullable String name, @Nullable String email) {}

    /**
     * What they write.
     *
     * @param id its name, so that the same message is not taken twice
     * @param text the words
     */
    record Message(@Nullable String id, @Nullable String text) {}

    /**
     * What they thought of it.
     *
     * @param stars 1 to 5
     * @param comment in their words, empty for none
     */
    record Rating(int stars, @Nullable String comment) {}

    @PostMapping
    Visits.Window begin(@RequestBody Arrival arrival, HttpSession session) {
        String name = cut(arrival.name(), LONGEST_NAME);
        Visits.Visitor visitor = visits.begin(name.isBlank() ? "Guest" : name, cut(arrival.email(), LONGEST_NAME));
        session.setAttribute(VISITOR, visitor);
        return visits.look(visitor);
    }

    /** Nothing when nobody has begun yet. */
    @GetMapping
    ResponseEntity<Visits.Window> look(HttpSession session) {
        Visits.Visitor visitor = (Visits.Visitor) session.getAttribute(VISITOR);
        return visitor == null ? ResponseEntity.noContent().build() : ResponseEntity.ok(visits.look(visitor));
    }

    @PostMapping("/messages")
    Visits.Window write(@RequestBody Message message, HttpSession session) {
        Visits.Visitor visitor = visitor(session);
        String text = cut(message.text(), LONGEST_TEXT);
        String id = cut(message.id(), LONGEST_NAME);
        if (text.isBlank() || id.isBlank()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "a message needs an id and a text");
        }
        visits.write(visitor, id, text);
        return visits.look(visitor);
    }

    @PostMapping("/rating")
    Visits.Window rate(@RequestBody Rating rating, HttpSession session) {
        Visits.Visitor visitor = visitor(session);
        if (rating.stars() < 1 || rating.stars() > 5) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "stars must be within 1..5");
        }
        visits.rate(visitor, rating.stars(), cut(rating.comment(), LONGEST_TEXT));
        return visits.look(visitor);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(HttpSession session) {
        visits.leave(visitor(session));
        session.removeAttribute(VISITOR);
    }

    @GetMapping(path = "/feed", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter feed(HttpSession session) {
        return feed.open(visitor(session).conversation());
    }

    private static Visits.Visitor visitor(HttpSession session) {
        return Optional.ofNullable((Visits.Visitor) session.getAttribute(VISITOR))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no conversation yet"));
    }

    private static String cut(@Nullable String text, int most) {
        String whole = text == null ? "" : text.strip();
        return whole.length() > most ? whole.substring(0, most) : whole;
    }
}
