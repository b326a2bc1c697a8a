package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.store.ChangeStore;
import io.chatmgmt.store.JournalPlace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows the conversations of one tenant, whichever node commits them. A commit may become visible a little after its
 * time, so each look begins some seconds before the latest change that was seen, and passes over what is known. Not
 * thread-safe; {@link #note} is.
 */
final class FeedFollower {

    /** How long before the latest change each look begins. */
    static final Duration LOOK_BACK = Duration.ofSeconds(5);

    private static final int PAGE = 500;

    private final String tenant;
    private final ChangeStore store;
    private final Map<String, JournalPlace> seen = new HashMap<>();
    private final Set<ConversationId> noted = new HashSet<>();
    private Instant latest;

    FeedFollower(String tenant, ChangeStore store, Instant now) {
        this.tenant = tenant;
        this.store = store;
        this.latest = now;
    }

    /** Notes a commit of this node, so that it is found however late it comes. */
    void note(ConversationId id) {
        synchronized (noted) {
            noted.add(id);
        }
    }

    /** The conversations that have changed since the last look, as they are now. */
    List<Conversation> look() {
        Instant from = latest.minus(LOOK_BACK);
        Set<ConversationId> changed = new HashSet<>();
        synchronized (noted) {
            changed.addAll(noted);
            noted.clear();
        }
        for (JournalPlace place : since(from, Integer.MAX_VALUE)) {
            JournalPlace known = seen.get(place.conversation());
            if (known == null || known.version() < place.version()) {
                changed.add(new ConversationId(tenant, place.conversation()));
            }
        }
        List<Conversation> rows = new ArrayList<>();
        for (Conversation row : rows(List.copyOf(changed))) {
            JournalPlace place = new JournalPlace(row.lastAt(), row.id().value(), row.version());
            JournalPlace known = seen.put(place.conversation(), place);
            latest = place.at().isAfter(latest) ? place.at() : latest;
            if (known == null || known.version() < place.version()) {
                rows.add(row);
            }
        }
        Instant forgotten = latest.minus(LOOK_BACK.multipliedBy(2));
        seen.values().removeIf(place -> place.at().isBefore(forgotten));
        return rows;
    }

    /** What has changed since a reader was here last, in order of time; null when that is too much to tell. */
    @Nullable
    List<Conversation> since(FeedPosition position, int limit) {
        List<JournalPlace> places = since(position.at().minus(LOOK_BACK), limit + 1);
        if (places.size() > limit) {
            return null;
        }
        return rows(places.stream()
                .map(place -> new ConversationId(tenant, place.conversation()))
                .toList());
    }

    private List<JournalPlace> since(Instant from, int limit) {
        List<JournalPlace> places = new ArrayList<>();
        JournalPlace after = null;
        List<JournalPlace> page;
        do {
            page = store.changed(tenant, from, after, PAGE);
            places.addAll(page);
            after = page.isEmpty() ? after : page.get(page.size() - 1);
        } while (page.size() == PAGE && places.size() < limit);
        return places;
    }

    private List<Conversation> rows(List<ConversationId> ids) {
        List<Conversation> rows = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i += PAGE) {
            rows.addAll(store.rows(ids.subList(i, Math.min(ids.size(), i + PAGE))));
        }
        return rows;
    }
}
