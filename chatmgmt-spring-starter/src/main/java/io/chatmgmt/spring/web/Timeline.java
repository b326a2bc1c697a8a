package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.Decision;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.JournalRow;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows the journal to people: what is worth a line, and why it came to be. Thread-safe. */
final class Timeline {

    private final Names names;
    private final EventLines lines;

    Timeline(Names names) {
        this.names = names;
        this.lines = new EventLines(names);
    }

    /** One row of the journal; null when nothing in it is worth a line. Evidence is for those who may audit. */
    @Nullable
    EntryView entry(JournalRow row, boolean withEvidence) {
        String tenant = row.conversation().tenant();
        List<EntryView.EventView> events = row.events().stream()
                .map(event -> lines.of(event))
                .flatMap(Optional::stream)
                .toList();
        List<EntryView.DecisionView> decisions = row.decisions().stream()
                .map(decision -> decision(decision, withEvidence))
                .toList();
        if (events.isEmpty() && decisions.isEmpty()) {
            return null;
        }
        PersonView person = names.person(tenant, row.actor());
        return new EntryView(
                row.version(),
                row.at(),
                new EntryView.ActorView(
                        row.actor().kind(),
                        row.actor().id(),
                        person == null ? row.actor().id() : person.name()),
                row.policyVersion(),
                row.find(HandoffEvent.ControlMoved.class)
                        .map(HandoffEvent.ControlMoved::epoch)
                        .orElse(null),
                events,
                decisions);
    }

    private EntryView.DecisionView decision(Decision decision, boolean withEvidence) {
        List<ReasonView> reasons = ReasonView.of(decision.reasons());
        return new EntryView.DecisionView(
                decision.kind(),
                DecisionWords.of(decision.kind()),
                withEvidence
                        ? reasons
                        : reasons.stream().map(ReasonView::withoutEvidence).toList(),
                decision.level(),
                decision.queue(),
                names.ofNullable(decision.agent()),
                DecisionWords.isStrong(decision.kind()));
    }
}
