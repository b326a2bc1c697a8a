package io.chatmgmt.store;

import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Episode;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.LedgerEntry;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.OverrideAction;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.conversation.TextKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The override ledger, counted again from everything else that the journals say. Not thread-safe. */
final class LedgerRecount {

    private final GovernanceStore store;
    private final Map<JournalPlace, LedgerEntry> entries = new TreeMap<>();
    private final Map<Integer, AnswerEvent.Proposed> byTicket = new HashMap<>();
    private final Map<Integer, AnswerEvent.Proposed> byText = new HashMap<>();
    private String topic = "";

    private LedgerRecount(GovernanceStore store) {
        this.store = store;
    }

    static Map<JournalPlace, LedgerEntry> of(GovernanceStore store, String tenant, List<ConversationId> ids) {
        Map<JournalPlace, LedgerEntry> all = new TreeMap<>();
        for (ConversationId id : ids) {
            if (id.tenant().equals(tenant)) {
                LedgerRecount recount = new LedgerRecount(store);
                store.journal(id, 0, 10_000).forEach(recount::count);
                all.putAll(recount.entries);
            }
        }
        return all;
    }

    private void count(JournalRow row) {
        int sent = 0;
        for (ConversationEvent event : row.events()) {
            if (event instanceof AnswerEvent.Proposed proposed) {
                byTicket.put(proposed.ticket(), proposed);
                byText.put(proposed.text(), proposed);
            } else if (event instanceof LifecycleEvent.TopicSet set) {
                topic = set.topic().code();
            } else if (event instanceof LifecycleEvent.Reopened reopened) {
                topic = reopened.kind() == Episode.Kind.CONTINUATION ? topic : "";
            }
        }
        for (ConversationEvent event : row.events()) {
            if (event instanceof AnswerEvent.Sent each && each.route() != AnswerEvent.Route.AUTO) {
                sent = each.text();
                byText.putIfAbsent(each.text(), byTicket.get(each.ticket()));
            } else if (event instanceof AnswerEvent.Replaced each) {
                sent = each.text();
            }
        }
        for (ConversationEvent event : row.events()) {
            if (event instanceof AnswerEvent.Reviewed reviewed) {
                enter(row, reviewed, sent);
            } else if (event instanceof AnswerEvent.Corrected corrected) {
                enter(row, corrected);
            }
        }
    }

    private void enter(JournalRow row, AnswerEvent.Reviewed reviewed, int sent) {
        AnswerEvent.Proposed proposed = byTicket.get(reviewed.ticket());
        entries.put(
                JournalPlace.of(row),
                new LedgerEntry(
                        reviewed.ticket(),
                        OverrideAction.of(reviewed.action()),
                        reviewed.reason(),
                        reviewed.remark(),
                        proposed.text(),
                        sent,
                        reviewed.change(),
                        reviewed.after(),
                        topic,
                        proposed.band(),
                        proposed.model()));
    }

    /** What is said about a correction stands right before it. */
    private int remark(JournalRow row, AnswerEvent.Corrected corrected) {
        Text before = store.texts(row.conversation(), corrected.text() - 2, 1).get(0);
        return before.kind() == TextKind.REASON && before.refersTo() == corrected.original() ? before.number() : 0;
    }

    private void enter(JournalRow row, AnswerEvent.Corrected corrected) {
        AnswerEvent.Proposed proposed = byText.get(corrected.original());
        Text original =
                store.texts(row.conversation(), corrected.original() - 1, 1).get(0);
        entries.put(
                JournalPlace.of(row),
                new LedgerEntry(
                        proposed == null ? 0 : proposed.ticket(),
                        OverrideAction.CORRECTED,
                        corrected.reason(),
                        remark(row, corrected),
                        corrected.original(),
                        corrected.text(),
                        corrected.change(),
                        Duration.between(original.at(), row.at()),
                        topic,
                        proposed == null ? ConfidenceBand.UNKNOWN : proposed.band(),
                        proposed == null ? "" : proposed.model()));
    }
}
