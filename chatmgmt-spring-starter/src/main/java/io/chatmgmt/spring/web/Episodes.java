package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.Episode;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.QualityBand;
import io.chatmgmt.conversation.QualityEvent;
import io.chatmgmt.conversation.QualityScore;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.SurveyEvent;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.Desk;
import io.chatmgmt.governance.LiveRow;
import io.chatmgmt.store.LiveFilter;
import io.chatmgmt.store.LiveSort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what was before: the episodes of a conversation, and the customer's other conversations. Thread-safe. */
final class Episodes {

    private static final int PAGE = 500;
    private static final int OTHERS = 20;
    private static final int LOOKED_AT = 100;

    private final ChatGovernance governance;
    private final Rows rows;
    private final Names names;

    Episodes(ChatGovernance governance, Rows rows, Names names) {
        this.governance = governance;
        this.rows = rows;
        this.names = names;
    }

    /** The episodes of a conversation, and the latest others of the customer. */
    record View(List<EpisodeView> episodes, List<RowView> others) {}

    /** One matter, from its beginning to its end. */
    record EpisodeView(
            int number,
            Episode.Kind kind,
            Instant openedAt,
            @Nullable Instant resolvedAt,
            @Nullable Resolution resolution,
            @Nullable PersonView by,
            @Nullable Integer rating,
            @Nullable Double score,
            @Nullable QualityBand band) {}

    View of(Desk desk, Conversation row) {
        return new View(episodes(row), others(desk, row));
    }

    private List<RowView> others(Desk desk, Conversation row) {
        if (!desk.seesOverview()) {
            return List.of();
        }
        String customer = row.customer().id();
        LiveFilter filter = LiveFilter.builder()
                .scope(LiveFilter.Scope.ALL)
                .customer(customer)
                .build();
        List<LiveRow> found = desk.live()
                .list(filter, LiveSort.descending(LiveSort.Key.OPENED), null, LOOKED_AT)
                .rows();
        return found.stream()
                .filter(each -> each.conversation().customer().id().equals(customer))
                .filter(each -> !each.conversation().id().equals(row.id()))
                .limit(OTHERS)
                .map(rows::of)
                .toList();
    }

    /** An episode while its rows are read. */
    private static final class Draft {

        private final int number;
        private final Episode.Kind kind;
        private final Instant openedAt;
        private @Nullable Instant resolvedAt;
        private @Nullable Resolution resolution;
        private @Nullable AgentId agent;
        private int rating;
        private @Nullable QualityScore score;

        private Draft(int number, Episode.Kind kind, Instant openedAt) {
            this.number = number;
            this.kind = kind;
            this.openedAt = openedAt;
        }
    }

    private List<EpisodeView> episodes(Conversation row) {
        List<Draft> drafts = new ArrayList<>();
        List<JournalRow> page = governance.conversations().journal(row.id(), 0, PAGE);
        while (!page.isEmpty()) {
            for (JournalRow each : page) {
                each.events().forEach(event -> note(drafts, event, each.at()));
            }
            page = governance
                    .conversations()
                    .journal(row.id(), page.get(page.size() - 1).version(), PAGE);
        }
        return drafts.stream().map(this::view).toList();
    }

    private static void note(List<Draft> drafts, ConversationEvent event, Instant at) {
        if (event instanceof LifecycleEvent.Opened) {
            drafts.add(new Draft(1, Episode.Kind.FIRST, at));
        } else if (event instanceof LifecycleEvent.Reopened reopened) {
            drafts.add(new Draft(drafts.size() + 1, reopened.kind(), at));
        } else if (!drafts.isEmpty()) {
            Draft latest = drafts.get(drafts.size() - 1);
            if (event instanceof LifecycleEvent.Resolved resolved) {
                latest.resolvedAt = at;
                latest.resolution = resolved.resolution();
                latest.agent = resolved.agent();
            } else if (event instanceof SurveyEvent.Rated rated
                    && rated.episode() >= 1
                    && rated.episode() <= drafts.size()) {
                drafts.get(rated.episode() - 1).rating = rated.stars();
            } else if (event instanceof QualityEvent.Scored scored
                    && scored.episode() >= 1
                    && scored.episode() <= drafts.size()) {
                drafts.get(scored.episode() - 1).score = scored.score();
            }
        }
    }

    private EpisodeView view(Draft draft) {
        QualityScore score = draft.score;
        return new EpisodeView(
                draft.number,
                draft.kind,
                draft.openedAt,
                draft.resolvedAt,
                draft.resolution,
                names.ofNullable(draft.agent),
                draft.rating == 0 ? null : draft.rating,
                score == null ? null : score.score(),
                score == null ? null : score.band());
    }
}
