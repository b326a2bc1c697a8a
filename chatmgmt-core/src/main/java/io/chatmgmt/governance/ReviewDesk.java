package io.chatmgmt.governance;

import io.chatmgmt.access.AccessDeniedException;
import io.chatmgmt.access.Caller;
import io.chatmgmt.access.Permission;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.HeldAnswer;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.LedgerEntry;
import io.chatmgmt.conversation.OverrideAction;
import io.chatmgmt.conversation.OverrideReason;
import io.chatmgmt.conversation.ReviewEvent;
import io.chatmgmt.conversation.TrainingMark;
import io.chatmgmt.conversation.TrainingState;
import io.chatmgmt.lifecycle.ReviewInput;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.store.JournalPlace;
import io.chatmgmt.store.LiveCursor;
import io.chatmgmt.store.LiveFilter;
import io.chatmgmt.store.LiveNeed;
import io.chatmgmt.store.LiveSort;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one person does with the AI's answers beside {@linkplain Desk#approve deciding} about them: take up held ones, read
 * the override ledger, mark answers for training and export them. Thread-safe.
 */
public final class ReviewDesk {

    private static final int PAGE = 200;

    private final Desk desk;
    private final Kernel kernel;
    private final Caller caller;

    ReviewDesk(Desk desk, Kernel kernel, Caller caller) {
        this.desk = desk;
        this.kernel = kernel;
        this.caller = caller;
    }

    /**
     * The held answers that the person may decide about, by deadline. Whoever is registered as an agent sees what they
     * have the language and the skill for; those that another reviewer has taken up are shown with their claim.
     *
     * @param limit how many at most, 1 or more
     * @return the answers, the most urgent first
     * @throws AccessDeniedException when the person may not see what the tenant has
     */
    public List<WaitingReview> waiting(int limit) {
        LiveFilter held = LiveFilter.builder().needs(LiveNeed.REVIEW).build();
        AgentProfile profile = kernel.store()
                .findAgent(caller.agentId())
                .map(agent -> agent.profile())
                .orElse(null);
        List<WaitingReview> waiting = new ArrayList<>();
        LiveCursor from = null;
        do {
            LiveRows page = desk.live().list(held, LiveSort.ascending(LiveSort.Key.HOLD_DEADLINE), from, PAGE);
            for (LiveRow row : page.rows()) {
                HeldAnswer answer = row.conversation().ai().held();
                if (answer != null
                        && waiting.size() < limit
                        && row.actions().contains(Permission.REVIEW)
                        && isFor(profile, row.conversation())) {
                    ConversationId id = row.conversation().id();
                    waiting.add(new WaitingReview(row.conversation(), answer, desk.content(id, answer.draft())));
                }
            }
            from = page.cursor();
        } while (from != null && waiting.size() < limit);
        return List.copyOf(waiting);
    }

    private boolean isFor(@Nullable AgentProfile profile, Conversation conversation) {
        if (profile == null) {
            return true;
        }
        String queue = LiveFilter.queueOf(conversation);
        if (queue == null) {
            String topic =
                    conversation.topic() == null ? "" : conversation.topic().code();
            queue = kernel.policy(conversation.id().tenant(), kernel.now())
                    .routing()
                    .queueOf(topic);
        }
        String skill = kernel.policy(conversation.id().tenant(), kernel.now())
                .routing()
                .queues()
                .getOrDefault(queue, "");
        return (skill.isEmpty() || profile.skills().containsKey(skill))
                && (profile.languages().isEmpty()
                        || speaks(profile, conversation.language().tag()));
    }

    private static boolean speaks(AgentProfile profile, String tag) {
        int region = tag.indexOf('-');
        return profile.languages().containsKey(tag)
                || (region > 0 && profile.languages().containsKey(tag.substring(0, region)));
    }

    /**
     * Takes a held answer up for a minute: nobody else may decide meanwhile, and the first time the answer's deadline
     * waits as long.
     *
     * @param id which conversation
     * @param ticket the number of the answer's ticket
     * @return what came of it; lost while another reviewer has it
     */
    public PersonResult claim(ConversationId id, int ticket) {
        desk.permitted(id, Permission.REVIEW);
        return desk.run(id, new ReviewInput.Claims(caller.agentId(), ticket));
    }

    /**
     * A stretch of the override ledger.
     *
     * @param from the earliest time, included
     * @param before the latest time, excluded
     * @param after where to begin, null for the beginning
     * @param limit how many lines about at most, 1 or more; a stretch may be shorter
     * @return the lines of the conversations that the person may review
     * @throws AccessDeniedException when the person may not see what the tenant has
     */
    public LedgerPage ledger(Instant from, Instant before, @Nullable JournalPlace after, int limit) {
        List<LedgerLine> lines = new ArrayList<>();
        List<JournalRow> rows = kernel.store().reviews(desk.overview(), from, before, after, limit);
        for (JournalRow row : rows) {
            Optional<Conversation> conversation = reviewable(row.conversation());
            if (conversation.isPresent()) {
                entries(row).forEach(entry -> lines.add(line(row, entry, conversation.get())));
            }
        }
        return new LedgerPage(lines, rows.size() < limit ? null : JournalPlace.of(rows.get(rows.size() - 1)));
    }

    private static LedgerLine line(JournalRow row, LedgerEntry entry, Conversation conversation) {
        boolean isMarked = conversation.caseFile().mark(entry.original()).isPresent();
        return new LedgerLine(row.conversation(), row.at(), row.actor(), row.policyVersion(), entry, isMarked);
    }

    private static List<LedgerEntry> entries(JournalRow row) {
        List<LedgerEntry> entries = new ArrayList<>(1);
        row.events().forEach(event -> {
            if (event instanceof ReviewEvent.Entered entered) {
                entries.add(entered.entry());
            }
        });
        return entries;
    }

    private Optional<Conversation> reviewable(ConversationId id) {
        return kernel.store().find(id).filter(row -> desk.may(Permission.REVIEW, row));
    }

    /**
     * How often reviewers let answers go out as they stood, by topic and band.
     *
     * @param from the earliest time, included
     * @param before the latest time, excluded
     * @return in order of topic, then of band; only what reviewers decided about
     * @throws AccessDeniedException when the person may not see what the tenant has
     */
    public List<Acceptance> acceptance(Instant from, Instant before) {
        Map<String, Acceptance> rates = new HashMap<>();
        JournalPlace after = null;
        do {
            LedgerPage page = ledger(from, before, after, PAGE);
            for (LedgerLine line : page.lines()) {
                LedgerEntry entry = line.entry();
                if (entry.action() != OverrideAction.CORRECTED) {
                    rates.merge(
                            entry.band() + " " + entry.topic(),
                            new Acceptance(entry.topic(), entry.band(), 0, 0)
                                    .plus(entry.action() == OverrideAction.APPROVED),
                            (sum, one) -> sum.plus(one.approved() == 1));
                }
            }
            after = page.place();
        } while (after != null);
        return rates.values().stream()
                .sorted(Comparator.comparing(Acceptance::topic).thenComparing(Acceptance::band))
                .toList();
    }

    /**
     * Marks an answer of the AI for its training.
     *
     * @param id which conversation
     * @param text the number of the answer's text: a message that was sent, or a draft that was not
     * @param reason what was wrong with it
     * @param better what the AI should have said; empty to take what the customer got instead, should there be anything
     * @param tags words to find it by
     * @return what came of it; lost once somebody has decided about the mark, or when the conversation has too many
     * @throws IllegalArgumentException when that text is not an answer of the AI
     */
    public PersonResult mark(ConversationId id, int text, OverrideReason reason, String better, List<String> tags) {
        desk.permitted(id, Permission.REVIEW);
        Desk.reasoned(reason);
        ConversationReader reader = new ConversationReader(kernel.store(), id);
        reader.wordsOfAi(text, "text");
        int instead = better.isBlank() ? reader.insteadOf(text) : 0;
        return desk.run(
                id, new ReviewInput.MarksForTraining(text, reason, better.isBlank() ? "" : better, instead, tags));
    }

    /**
     * Lets the AI learn from a marked answer.
     *
     * @param id which conversation
     * @param text the number of the answer's text
     * @return what came of it; lost when it is not marked, or put aside
     */
    public PersonResult accept(ConversationId id, int text) {
        return move(id, text, TrainingState.ACCEPTED);
    }

    /**
     * Puts a marked answer aside.
     *
     * @param id which conversation
     * @param text the number of the answer's text
     * @return what came of it; lost when it is not marked, or used
     */
    public PersonResult reject(ConversationId id, int text) {
        return move(id, text, TrainingState.REJECTED);
    }

    /**
     * Says that the AI has learned from a marked answer.
     *
     * @param id which conversation
     * @param text the number of the answer's text
     * @return what came of it; lost when it was not accepted
     */
    public PersonResult use(ConversationId id, int text) {
        return move(id, text, TrainingState.USED);
    }

    private PersonResult move(ConversationId id, int text, TrainingState state) {
        desk.permitted(id, Permission.REVIEW);
        return desk.run(id, new ReviewInput.MovesTraining(text, state));
    }

    /**
     * Writes what is marked for training, one JSON object a line: what the customer and the team could both read before,
     * what the AI said, and what would have been better. Notes and whatever else the team keeps to itself are never part
     * of it, nor is who the customer is. What was put aside is left out.
     *
     * @param from the earliest time of marking, included
     * @param before the latest time of marking, excluded
     * @param out where to write to
     * @return how many lines were written
     * @throws IOException when writing fails
     * @throws AccessDeniedException when the person may not see what the tenant has
     */
    public int export(Instant from, Instant before, Appendable out) throws IOException {
        String tenant = desk.overview();
        TrainingExport export = new TrainingExport(kernel.store(), out);
        JournalPlace after = null;
        List<JournalRow> rows;
        do {
            rows = kernel.store().reviews(tenant, from, before, after, PAGE);
            for (JournalRow row : rows) {
                after = JournalPlace.of(row);
                Optional<Conversation> conversation = reviewable(row.conversation());
                if (conversation.isPresent()) {
                    for (TrainingMark mark : marks(row, conversation.get())) {
                        export.write(conversation.get(), row.at(), mark);
                    }
                }
            }
        } while (rows.size() == PAGE);
        return export.lines();
    }

    /** The marks that a row made, as far as they have come since; one that was made anew later is told then. */
    private static List<TrainingMark> marks(JournalRow row, Conversation conversation) {
        List<TrainingMark> marks = new ArrayList<>(1);
        row.events().forEach(event -> {
            if (event instanceof ReviewEvent.MarkedForTraining marked) {
                conversation
                        .caseFile()
                        .mark(marked.mark().text())
                        .filter(mark -> mark.state() != TrainingState.REJECTED)
                        .filter(mark -> mark.corrected() == marked.mark().corrected()
                                && mark.reason() == marked.mark().reason()
                                && mark.tags().equals(marked.mark().tags()))
                        .ifPresent(marks::add);
            }
        });
        return marks;
    }
}
