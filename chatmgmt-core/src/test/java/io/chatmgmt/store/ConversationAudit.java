package io.chatmgmt.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.CaseEvent;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationDraft;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.Escalation;
import io.chatmgmt.conversation.EscalationEvent;
import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.HandoffMode;
import io.chatmgmt.conversation.HandoffPath;
import io.chatmgmt.conversation.HandoffState;
import io.chatmgmt.conversation.HeldAnswer;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Lifecycle;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.MessageCounts;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.Offer;
import io.chatmgmt.conversation.OutboundText;
import io.chatmgmt.conversation.Participant;
import io.chatmgmt.conversation.Placement;
import io.chatmgmt.conversation.QualityEvent;
import io.chatmgmt.conversation.ReviewEvent;
import io.chatmgmt.conversation.SurveyEvent;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.conversation.Ticket;
import io.chatmgmt.conversation.WaitingOn;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads the journal of one conversation row by row, beside it as it were, and complains about every event that could not
 * have happened then, and about every row that is not the fold of its journal.
 */
public final class ConversationAudit {

    private static final Set<Class<?>> AFTER_THE_END = Set.of(
            MessageEvent.Noted.class,
            MessageEvent.LeftPending.class,
            MessageEvent.Retried.class,
            MessageEvent.Acknowledged.class,
            MessageEvent.Undeliverable.class,
            AnswerEvent.WentStale.class,
            ReviewEvent.MarkedForTraining.class,
            ReviewEvent.TrainingMoved.class,
            CaseEvent.FollowUpPromised.class,
            CaseEvent.FollowUpMoved.class,
            CaseEvent.FollowUpReminded.class,
            CaseEvent.FollowUpOverdue.class,
            CaseEvent.FollowUpEnded.class,
            LifecycleEvent.Reopened.class,
            SurveyEvent.Asked.class,
            SurveyEvent.NotAsked.class,
            SurveyEvent.Rated.class,
            LifecycleEvent.FlagRaised.class,
            LifecycleEvent.FlagCleared.class,
            LifecycleEvent.FlagTakenDown.class,
            LifecycleEvent.CustomerChanged.class,
            LifecycleEvent.Erased.class,
            LifecycleEvent.TopicSet.class,
            LifecycleEvent.LanguageSet.class,
            HandoffEvent.WrapUpEnded.class,
            QualityEvent.Scored.class,
            QualityEvent.ReviewSubmitted.class);

    private final ConversationId id;
    private final Predicate<String> isShadow;
    private final Set<Integer> answeredTickets = new HashSet<>();
    private final Map<Participant, Integer> written = new EnumMap<>(Participant.class);
    private final Map<Participant, Integer> writtenBefore = new EnumMap<>(Participant.class);
    private final SurveyAudit surveys = new SurveyAudit();
    private final AcceptanceAudit acceptances = new AcceptanceAudit();
    private Conversation current;
    private int known;
    private int offers;
    private int released;
    private boolean onlyWatched;

    /**
     * An audit of a conversation.
     *
     * @param id which
     * @param isShadow whether a policy version only watches
     */
    public ConversationAudit(ConversationId id, Predicate<String> isShadow) {
        this.id = id;
        this.isShadow = isShadow;
    }

    /** Reads what a store has journaled since, and compares the row and the texts. */
    public void read(GovernanceStore store) {
        Conversation row = store.find(id).orElse(null);
        List<JournalRow> rows = store.journal(id, current == null ? 0 : current.version(), 10_000);
        if (row == null) {
            assertThat(rows).isEmpty();
            return;
        }
        if (current != null && row.version() == current.version()) {
            assertThat(rows).isEmpty();
            return;
        }
        rows.forEach(next -> read(next, row.customer()));
        assertThat(current).as("the fold of the journal").isEqualTo(row);
        checkShape(row);
        checkCounts(row);
        checkTexts(row, store.texts(id, 0, 10_000));
    }

    private void read(JournalRow row, Customer customer) {
        ConversationDraft draft = current == null
                ? ConversationDraft.opening(id, customer, row.at(), row.actor())
                : ConversationDraft.of(current, row.at(), row.actor());
        assertThat(row.version()).isEqualTo(draft.version());
        assertThat(row.at()).as("journal time never goes back").isEqualTo(draft.at());
        boolean shadow = isShadow.test(row.policyVersion());
        onlyWatched |= shadow;
        boolean wasHandedOff = draft.handoff() != null;
        for (ConversationEvent event : row.events()) {
            check(draft, event);
            if (shadow) {
                checkShadow(event, wasHandedOff);
            }
            draft.emit(event);
        }
        draft.identify(customer);
        Conversation before = current;
        current = draft.build();
        surveys.check(before, current, row.events());
    }

    private void checkShadow(ConversationEvent event, boolean wasHandedOff) {
        assertThat(event)
                .as("in shadow mode")
                .isNotInstanceOfAny(HandoffEvent.Queued.class, HandoffEvent.Joined.class)
                .isNotInstanceOfAny(AnswerEvent.Held.class, MessageEvent.SystemWrote.class);
        if (event instanceof HandoffEvent.ControlMoved) {
            assertThat(wasHandedOff).as("in shadow mode control never moves").isTrue();
        }
    }

    private void check(ConversationDraft draft, ConversationEvent event) {
        if (draft.lifecycle() == Lifecycle.RESOLVED) {
            checkAfterTheEnd(event);
        }
        if (event instanceof AnswerEvent answer) {
            checkAnswer(draft, answer);
        } else if (event instanceof EscalationEvent escalation) {
            checkEscalation(draft, escalation);
        } else if (event instanceof HandoffEvent handoff) {
            checkHandoff(draft, handoff);
        } else if (event instanceof MessageEvent message) {
            checkMessage(draft, message);
        } else if (event instanceof SurveyEvent survey) {
            SurveyAudit.check(draft, survey);
        } else if (event instanceof LifecycleEvent.Reopened) {
            assertThat(draft.lifecycle()).isEqualTo(Lifecycle.RESOLVED);
            offers = 0;
            writtenBefore.putAll(written);
        }
    }

    private void checkAfterTheEnd(ConversationEvent event) {
        if (event instanceof MessageEvent.CustomerWrote wrote) {
            assertThat(wrote.placement()).as("after the end").isNotEqualTo(Placement.CURRENT);
        } else if (event instanceof MessageEvent.SystemWrote wrote) {
            assertThat(wrote.template()).as("after the end").isEqualTo("SURVEY");
        } else {
            assertThat(AFTER_THE_END).as("after the end").contains(event.getClass());
        }
    }

    private void checkAnswer(ConversationDraft draft, AnswerEvent event) {
        HeldAnswer held = draft.ai().held();
        if (event instanceof AnswerEvent.TicketIssued issued) {
            assertThat(draft.control().letsAiSpeak()).isTrue();
            assertThat(issued.ticket().number()).isEqualTo(draft.lastTicket() + 1);
            assertThat(issued.ticket().epoch()).isEqualTo(draft.controlEpoch());
        } else if (event instanceof AnswerEvent.Sent sent) {
            checkSent(draft, sent);
        } else if (event instanceof AnswerEvent.Held hold) {
            assertThat(held).as("the answer that was held already").isNull();
            assertThat(hold.answer().epoch()).isEqualTo(draft.controlEpoch());
            assertThat(hold.answer().deadline()).isAfter(draft.at());
            assertThat(hold.answer().reasons()).isNotEmpty();
        } else if (event instanceof AnswerEvent.Reviewed reviewed) {
            release(draft, reviewed.ticket());
        } else if (event instanceof AnswerEvent.HoldExpired expired) {
            release(draft, expired.ticket());
        } else if (event instanceof AnswerEvent.FellBack) {
            assertThat(draft.ai().fallbacks()).as("fallbacks in a row").isZero();
            count(Participant.SYSTEM);
        } else if (event instanceof AnswerEvent.Replaced replaced) {
            assertThat(replaced.ticket()).isEqualTo(released);
            count(Participant.AGENT);
        } else if (event instanceof AnswerEvent.Corrected) {
            count(Participant.AGENT);
        }
    }

    private void release(ConversationDraft draft, int ticket) {
        HeldAnswer held = draft.ai().held();
        assertThat(held).isNotNull();
        assertThat(held.ticket()).isEqualTo(ticket);
        assertThat(held.epoch()).as("the epoch of a held answer").isEqualTo(draft.controlEpoch());
        released = ticket;
    }

    private void checkSent(ConversationDraft draft, AnswerEvent.Sent sent) {
        assertThat(answeredTickets.add(sent.ticket()))
                .as("each ticket is answered once")
                .isTrue();
        assertThat(draft.control().letsAiSpeak()).as("the AI may speak").isTrue();
        if (sent.route() == AnswerEvent.Route.AUTO) {
            Ticket ticket = draft.ai().ticket();
            assertThat(ticket).as("the ticket of %s", sent).isNotNull();
            assertThat(ticket.number()).isEqualTo(sent.ticket());
            assertThat(ticket.epoch()).as("the epoch of an answer").isEqualTo(draft.controlEpoch());
            assertThat(draft.ai().held()).as("an answer that is held meanwhile").isNull();
        } else {
            assertThat(sent.ticket()).isEqualTo(released);
        }
        count(Participant.AI);
    }

    private void checkEscalation(ConversationDraft draft, EscalationEvent event) {
        Escalation open = draft.escalation();
        if (event instanceof EscalationEvent.Raised raised) {
            assertThat(open == null || draft.handoff() == null)
                    .as("one escalation at a time")
                    .isTrue();
            checkEvidence(raised.reasons());
        } else if (event instanceof EscalationEvent.Extended extended) {
            assertThat(open).isNotNull();
            assertThat(extended.reasons()).noneMatch(reason -> open.names(reason.code()));
            assertThat(extended.level()).isGreaterThanOrEqualTo(open.level());
            assertThat(extended.priority()).isGreaterThanOrEqualTo(open.priority());
            checkEvidence(extended.reasons());
        } else if (event instanceof EscalationEvent.HumanOffered offered) {
            assertThat(++offers).as("offers of a person in an episode").isEqualTo(1);
            checkEvidence(offered.reasons());
        } else if (event instanceof EscalationEvent.NearlyRaised nearly) {
            checkEvidence(nearly.reasons());
        }
    }

    private static void checkEvidence(List<EscalationReason> reasons) {
        assertThat(reasons).isNotEmpty();
        assertThat(reasons).allSatisfy(reason -> assertThat(reason.evidence()).isNotEmpty());
    }

    private void checkHandoff(ConversationDraft draft, HandoffEvent event) {
        Handoff handoff = draft.handoff();
        if (event instanceof HandoffEvent.Queued queued) {
            assertThat(handoff).as("one handoff at a time").isNull();
            assertThat(queued.number()).isEqualTo(draft.lastHandoff() + 1);
        } else if (event instanceof HandoffEvent.Joined joined) {
            assertThat(handoff).as("one handoff at a time").isNull();
            assertThat(joined.number()).isEqualTo(draft.lastHandoff() + 1);
        } else if (event instanceof HandoffEvent.ControlMoved moved) {
            checkEpoch(draft, moved);
        } else if (event instanceof HandoffEvent.NotQueued) {
            assertThat(handoff).as("who is not queued waits nowhere").isNull();
        } else if (event instanceof HandoffEvent.WrapUpBegan) {
            assertThat(draft.wrapUp()).as("one wrap-up at a time").isNull();
        } else if (event instanceof HandoffEvent.WrapUpEnded ended) {
            assertThat(draft.wrapUp()).isNotNull();
            assertThat(draft.wrapUp().agent()).isEqualTo(ended.agent());
        } else {
            assertThat(handoff).as("the handoff of %s", event).isNotNull();
            checkOffer(draft, handoff, event);
            acceptances.check(draft, handoff, event);
        }
    }

    private static void checkEpoch(ConversationDraft draft, HandoffEvent.ControlMoved moved) {
        boolean same = moved.control().letsAiSpeak() == draft.control().letsAiSpeak()
                && Objects.equals(moved.assignee(), draft.assignee());
        assertThat(moved.epoch()).isEqualTo(draft.controlEpoch() + (same ? 0 : 1));
    }

    private static void checkOffer(ConversationDraft draft, Handoff handoff, HandoffEvent event) {
        Offer offer = handoff.offer();
        if (event instanceof HandoffEvent.Offered offered) {
            assertThat(offer).as("one live offer at a time").isNull();
            boolean named = draft.actor().kind() != Participant.SYSTEM; // by the person who transfers it
            assertThat(!named && handoff.isCoolingDown(offered.offer().agent(), draft.at()))
                    .as("offered within the cool-down")
                    .isFalse();
            assertThat(offered.offer().number()).isEqualTo(draft.lastOffer() + 1);
            assertThat(offered.offer().deadline()).isAfter(draft.at());
        } else if (event instanceof HandoffEvent.Called called) {
            assertThat(handoff.call()).as("one call at a time").isNull();
            assertThat(offer).isNull();
            assertThat(called.call().agents()).isNotEmpty();
        } else if (event instanceof HandoffEvent.CallEnded ended) {
            assertThat(handoff.call()).isNotNull();
            assertThat(handoff.call().number()).isEqualTo(ended.call());
        } else if (event instanceof HandoffEvent.Transferred) {
            assertThat(handoff.path().hops()).as("hops are limited").isLessThan(20);
        } else if (event instanceof HandoffEvent.Declined declined && offer != null) {
            checkLive(offer, declined.offer());
        } else if (event instanceof HandoffEvent.TimedOut timedOut) {
            checkLive(offer, timedOut.offer());
            assertThat(draft.at()).isAfterOrEqualTo(offer.deadline());
        } else if (event instanceof HandoffEvent.Rescinded rescinded) {
            checkLive(offer, rescinded.offer());
        } else if (event instanceof HandoffEvent.Closed closed) {
            assertThat(closed.number()).isEqualTo(handoff.number());
            assertThat(offer).as("an offer that outlives its handoff").isNull();
        }
    }

    private static void checkLive(Offer offer, int number) {
        assertThat(offer).as("the live offer").isNotNull();
        assertThat(offer.number()).isEqualTo(number);
    }

    private void checkMessage(ConversationDraft draft, MessageEvent event) {
        if (event instanceof MessageEvent.CustomerWrote) {
            count(Participant.CUSTOMER);
        } else if (event instanceof MessageEvent.AgentWrote) {
            count(Participant.AGENT);
        } else if (event instanceof MessageEvent.SystemWrote) {
            count(Participant.SYSTEM);
        } else if (event instanceof MessageEvent.LeftPending pending) {
            assertThat(isPending(draft, pending.number())).isFalse();
            assertThat(pending.nextAttemptAt()).isAfter(draft.at());
        } else if (event instanceof MessageEvent.Retried retried) {
            assertThat(isPending(draft, retried.number())).isTrue();
            assertThat(retried.nextAttemptAt()).isAfter(draft.at());
        } else if (event instanceof MessageEvent.Acknowledged acknowledged) {
            assertThat(isPending(draft, acknowledged.number())).isTrue();
        }
    }

    private static boolean isPending(ConversationDraft draft, int number) {
        return draft.outbound().stream().anyMatch(text -> text.number() == number);
    }

    private void count(Participant author) {
        written.merge(author, 1, Integer::sum);
    }

    /** Each piece of work is in exactly one place. */
    private void checkShape(Conversation row) {
        Handoff handoff = row.handoff();
        if (handoff == null) {
            assertThat(row.control()).isEqualTo(Control.AI);
            assertThat(row.assignee()).isNull();
        } else {
            switch (handoff.state()) {
                case QUEUED, OFFERED -> {
                    assertThat(row.assignee()).isNull();
                    assertThat(row.control())
                            .isEqualTo(handoff.mode() == HandoffMode.INVITE ? Control.INVITED : Control.HUMAN);
                }
                case ACCEPTED, CONNECTED -> {
                    assertThat(row.assignee()).isNotNull();
                    assertThat(row.control()).isEqualTo(Control.HUMAN);
                }
            }
            if (handoff.isWaiting()) {
                assertThat(handoff.offer() != null).isEqualTo(handoff.state() == HandoffState.OFFERED);
            } else {
                assertThat(handoff.call())
                        .as("what an agent has is shown to nobody")
                        .isNull();
            }
            assertThat(handoff.path().visited()).hasSizeLessThanOrEqualTo(HandoffPath.MAX_VISITED);
            assertThat(handoff.refusals()).hasSizeLessThanOrEqualTo(Handoff.MAX_REFUSALS);
        }
        if (row.control() == Control.HUMAN) {
            assertThat(row.ai().ticket()).isNull();
            assertThat(row.ai().held()).isNull();
        }
        assertThat(row.outbound()).hasSizeLessThanOrEqualTo(OutboundText.MAX_PENDING);
        if (row.isOpen()) {
            checkNobodyIsForgotten(row);
        } else {
            checkEnded(row);
        }
    }

    private static void checkEnded(Conversation row) {
        assertThat(row.handoff()).isNull();
        assertThat(row.escalation()).isNull();
        assertThat(row.ai().ticket()).isNull();
        assertThat(row.ai().held()).isNull();
        assertThat(row.waitingOn()).isEqualTo(WaitingOn.NOBODY);
        assertThat(row.waitingSince()).isNull();
        assertThat(row.episode().resolution()).isNotNull();
    }

    /** Whoever is waited for knows of it; in shadow mode the host is on its own. */
    private void checkNobodyIsForgotten(Conversation row) {
        assertThat(row.waitingOn()).isNotEqualTo(WaitingOn.NOBODY);
        if (onlyWatched) {
            return;
        }
        boolean people = row.handoff() != null || row.ai().held() != null;
        if (row.waitingOn() == WaitingOn.HUMAN) {
            assertThat(people).as("people know of it").isTrue();
        } else if (row.waitingOn() == WaitingOn.AI) {
            assertThat(people || row.ai().ticket() != null)
                    .as("the AI knows of it")
                    .isTrue();
        }
    }

    private void checkCounts(Conversation row) {
        assertThat(row.counts()).isEqualTo(counted(Map.of()));
        assertThat(row.episode().counts()).isEqualTo(counted(writtenBefore));
    }

    private MessageCounts counted(Map<Participant, Integer> before) {
        return new MessageCounts(
                since(Participant.CUSTOMER, before),
                since(Participant.AI, before),
                since(Participant.AGENT, before),
                since(Participant.SYSTEM, before));
    }

    private int since(Participant author, Map<Participant, Integer> before) {
        return written.getOrDefault(author, 0) - before.getOrDefault(author, 0);
    }

    private void checkTexts(Conversation row, List<Text> texts) {
        for (Text text : texts.subList(known, texts.size())) {
            assertThat(text.number()).isLessThanOrEqualTo(row.numbers().texts());
        }
        known = texts.size();
        for (OutboundText pending : row.outbound()) {
            assertThat(texts)
                    .filteredOn(text -> text.number() == pending.number())
                    .as("the text that waits for delivery")
                    .singleElement()
                    .satisfies(text -> assertThat(text.kind()).isIn(TextKind.MESSAGE, TextKind.CORRECTION))
                    .satisfies(text -> assertThat(text.author().kind()).isNotEqualTo(Participant.CUSTOMER));
        }
        int visible = (int) texts.stream()
                .filter(text -> text.kind() == TextKind.MESSAGE || text.kind() == TextKind.CORRECTION)
                .count();
        assertThat(visible)
                .as("texts that the customer wrote or may read")
                .isEqualTo(row.counts().total());
    }
}
