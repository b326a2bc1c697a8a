package io.chatmgmt.spring.web;

import io.chatmgmt.access.Caller;
import io.chatmgmt.access.Permission;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.ContextPackage;
import io.chatmgmt.governance.Desk;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was written in a conversation, what happened, and what somebody who takes it over has to know. */
@RestController
@RequestMapping(ApiPath.CONVERSATION)
final class HistoryController {

    private static final int USUAL = 200;
    private static final int MOST = 1_000;

    private final ChatGovernance governance;
    private final Messages messages;
    private final Timeline timeline;
    private final Episodes episodes;

    HistoryController(ChatGovernance governance, Messages messages, Timeline timeline, Episodes episodes) {
        this.governance = governance;
        this.messages = messages;
        this.timeline = timeline;
        this.episodes = episodes;
    }

    /** A stretch of what was written. */
    record MessagesView(
            List<MessageView> messages, @Nullable Integer next) {}

    /** A stretch of what happened. */
    record TimelineView(List<EntryView> entries, @Nullable Long next) {}

    /** What somebody who takes a conversation over has to know. */
    record ContextView(
            int format,
            List<String> reasons,
            String goal,
            List<String> tried,
            List<String> facts,
            String mood,
            List<String> promises,
            String history,
            List<String> lastMessages,
            String summary,
            String rendered,
            int characters) {

        static ContextView of(ContextPackage context) {
            String rendered = context.rendered();
            return new ContextView(
                    context.format(),
                    context.reasons(),
                    context.goal(),
                    context.tried(),
                    context.facts(),
                    context.mood(),
                    context.promises(),
                    context.history(),
                    context.lastMessages(),
                    context.summary(),
                    rendered,
                    rendered.length());
        }
    }

    @GetMapping("/messages")
    MessagesView messages(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer after,
            @RequestParam(required = false) @Nullable Integer limit) {
        ConversationId conversation = Ids.conversation(caller, id);
        int size = Limits.within(limit, USUAL, MOST);
        List<Text> texts = governance.desk(caller).texts(conversation, Limits.from(after, "after"), size);
        return new MessagesView(
                messages.of(conversation, texts),
                texts.size() < size ? null : Integer.valueOf(texts.get(size - 1).number()));
    }

    @GetMapping("/timeline")
    TimelineView timeline(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer after,
            @RequestParam(required = false) @Nullable Integer limit) {
        Desk desk = governance.desk(caller);
        Conversation row = desk.view(Ids.conversation(caller, id));
        int size = Limits.within(limit, USUAL, MOST);
        List<JournalRow> journal = governance.conversations().journal(row.id(), Limits.from(after, "after"), size);
        boolean audits = desk.permissions(row).contains(Permission.AUDIT);
        return new TimelineView(
                journal.stream()
                        .map(each -> timeline.entry(each, audits))
                        .filter(Objects::nonNull)
                        .toList(),
                journal.size() < size
                        ? null
                        : Long.valueOf(journal.get(size - 1).version()));
    }

    @GetMapping("/context")
    ContextView context(Caller caller, @PathVariable String id) {
        return ContextView.of(governance.desk(caller).context(Ids.conversation(caller, id)));
    }

    @GetMapping("/episodes")
    Episodes.View episodes(Caller caller, @PathVariable String id) {
        Desk desk = governance.desk(caller);
        return episodes.of(desk, desk.view(Ids.conversation(caller, id)));
    }
}
