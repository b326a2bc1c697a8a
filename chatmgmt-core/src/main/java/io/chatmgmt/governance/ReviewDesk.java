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
import io.chatmgmt.conversation.ReviewAction;
import io.chatmgmt.conversation.ReviewEvent;
import io.chatmgmt.lifecycle.PersonInput;
import io.chatmgmt.lifecycle.ReviewInput;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.store.JournalPlace;
import io.chatmgmt.store.LiveCursor;
import io.chatmgmt.store.LiveFilter;
import io.chatmgmt.store.LiveNeed;
import io.chatmgmt.store.LiveSort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one person does with the AI's answers: take up held ones and decide about them, correct what was sent, and read the
 * override ledger. Thread-safe.
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
     * Lets a held answer go out as it stands.
     *
     * @param id which conversation
     * @param ticket the number of the answer's ticket
     * @return what came of it; lost when another reviewer, the customer or time was first
     */
    public PersonResult approve(ConversationId id, int ticket) {
        return decide(id, ticket, ReviewAction.APPROVE, "", OverrideReason.NONE, "");
    }

    /**
     * Changes a held answer and lets it go out; the AI's words are kept.
     *
     * @param id which conversation
     * @param ticket the number of the answer's ticket
     * @param text the changed words, not blank
     * @param reason why; one that speaks for itself, not {@link OverrideReason#OTHER}
     * @return what came of it
     * @throws IllegalArgumentException when the reason does not say why
     */
    public PersonResult edit(ConversationId id, int ticket, String text, OverrideReason reason) {
        return decide(id, ticket, ReviewAction.EDIT, Desk.written(text, "text"), reason, "");
    }

    /**
     * Answers in the AI's place, in the person's own name.
     *
     * @param id which conversation
     * @param ticket the number of the answer's ticket
     * @param text the person's words, not blank
     * @param reason why; one that speaks for itself, not {@link OverrideReason#OTHER}
     * @return what came of it
     * @throws IllegalArgumentException when the reason does not say why
     */
    public PersonResult replace(ConversationId id, int ticket, String text, OverrideReason reason) {
        return decide(id, ticket, ReviewAction.REPLACE, Desk.written(text, "text"), reason, "");
    }

    /**
     * Drops a held answer; the policy says whether the customer gets a fallback message or a person.
     *
     * @param id which conversation
     * @param ticket the number of the answer's ticket
     * @param reason why
     * @param remark why, in the person's own words; empty for nothing, but not with {@link OverrideReason#OTHER}
     * @return what came of it
     * @throws IllegalArgumentException when neither reason nor remark says why
     */
    public PersonResult discard(ConversationId id, int ticket, OverrideReason reason, String remark) {
        return decide(id, ticket, ReviewAction.DISCARD, "", reason, remark);
    }

    /**
     * Changes a held answer, lets it go out, and says why in own words.
     *
     * @param id which conversation
     * @param ticket the number of the answer's ticket
     * @param text the changed words, not blank
     * @param reason why
     * @param remark why, in the person's own words; empty for nothing, but not with {@link OverrideReason#OTHER}
     * @return what came of it
     * @throws IllegalArgumentException when neither reason nor remark says why
     */
    public PersonResult edit(ConversationId id, int ticket, String text, OverrideReason reason, String remark) {
        return decide(id, ticket, ReviewAction.EDIT, Desk.written(text, "text"), reason, remark);
    }

    /**
     * Answers in the AI's place, in the person's own name, and says why in own words.
     *
     * @param id which conversation
     * @param ticket the number of the answer's ticket
     * @param text the person's words, not blank
     * @param reason why
     * @param remark why, in the person's own words; empty for nothing, but not with {@link OverrideReason#OTHER}
     * @return what came of it
     * @throws IllegalArgumentException when neither reason nor remark says why
     */
    public PersonResult replace(ConversationId id, int ticket, String text, OverrideReason reason, String remark) {
        return decide(id, ticket, ReviewAction.REPLACE, Desk.written(text, "text"), reason, remark);
    }

    private PersonResult decide(
            ConversationId id, int ticket, ReviewAction action, String text, OverrideReason reason, String remark) {
        desk.permitted(id, Permission.REVIEW);
        if (action != ReviewAction.APPROVE) {
            reasoned(reason, remark);
        }
        return desk.run(id, (current, now) -> {
            HeldAnswer held = current == null ? null : current.ai().held();
            String draft = held == null ? "" : desk.content(id, held.draft());
            return new PersonInput.Reviews(caller.agentId(), ticket, action, draft, text, reason, remark);
        });
    }

    /**
     * Corrects an answer that has been sent: the customer gets a correction that refers to it, and the answer is marked
     * for training.
     *
     * @param id which conversation
     * @param original the number of the answer's text
     * @param text the correction, not blank
     * @param reason why; one that speaks for itself, not {@link OverrideReason#OTHER}
     * @return what came of it
     * @throws IllegalArgumentException when that text is not a message of the AI, or the reason does not say why
     */
    public PersonResult correct(ConversationId id, int original, String text, OverrideReason reason) {
        return correct(id, original, text, reason, "");
    }

    /**
     * Corrects an answer that has been sent, and says why in own words.
     *
     * @param id which conversation
     * @param original the number of the answer's text
     * @param text the correction, not blank
     * @param reason why
     * @param remark why, in the person's own words; empty for nothing, but not with {@link OverrideReason#OTHER}
     * @return what came of it
     * @throws IllegalArgumentException when that text is not a message of the AI, or neither reason nor remark says why
     */
    public PersonResult correct(ConversationId id, int original, String text, OverrideReason reason, String remark) {
        desk.permitted(id, Permission.REVIEW);
        reasoned(reason, remark);
        PersonInput.SentAnswer answer = new ConversationReader(kernel.store(), id).sentAnswer(original);
        return desk.run(
                id, new PersonInput.Corrects(caller.agentId(), answer, Desk.written(text, "text"), reason, remark));
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

    /** The ledger is of no use without reasons. */
    static void reasoned(OverrideReason reason) {
        if (reason == OverrideReason.NONE) {
            throw new IllegalArgumentException("reason must say why");
        }
    }

    private static void reasoned(OverrideReason reason, String remark) {
        reasoned(reason);
        if (reason == OverrideReason.OTHER && remark.isBlank()) {
            throw new IllegalArgumentException("remark must say why when the reason is OTHER");
        }
    }
}
