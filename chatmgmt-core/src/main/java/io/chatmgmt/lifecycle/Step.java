package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.ConversationDraft;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.Lifecycle;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.SlotChange;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.language.TemplateKey;
import io.chatmgmt.language.Templates;
import io.chatmgmt.policy.GovernancePolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One decision in the making: the conversation's next version, what is written, and what happens to agents' slots. Not
 * thread-safe; lives for one decision.
 */
public final class Step {

    /** Whether anything came of an input. */
    public enum Verdict {
        /** The conversation changes. */
        CHANGED,
        /** It asks for what is already so. */
        UNCHANGED,
        /** What it concerns is gone. */
        LOST
    }

    private final ConversationDraft draft;
    private final Circumstances circumstances;
    private final boolean callerWaits;
    private final boolean isNew;
    private List<Text> texts = List.of();
    private List<SlotChange> slots = List.of();
    private int lastText;

    Step(ConversationDraft draft, Circumstances circumstances, Input input, boolean isNew) {
        this.draft = draft;
        this.circumstances = circumstances;
        this.callerWaits = input instanceof CustomerInput || input instanceof AiInput;
        this.isNew = isNew;
        this.lastText = draft.lastText();
    }

    ConversationDraft draft() {
        return draft;
    }

    GovernancePolicy policy() {
        return circumstances.policy();
    }

    Circumstances circumstances() {
        return circumstances;
    }

    Instant now() {
        return draft.at();
    }

    Actor actor() {
        return draft.actor();
    }

    /** Whether the conversation begins with this step. */
    boolean isNew() {
        return isNew;
    }

    boolean isOpen() {
        return draft.lifecycle() != Lifecycle.RESOLVED;
    }

    /** Whether decisions are recorded but nothing acts on them. */
    boolean isShadow() {
        return policy().mode() == GovernancePolicy.Mode.SHADOW;
    }

    void emit(ConversationEvent event) {
        draft.emit(event);
    }

    void change(SlotChange slot) {
        slots = slots.isEmpty() ? new ArrayList<>(2) : slots;
        slots.add(slot);
    }

    /** Gives the next number to a text, and keeps the text. */
    int write(TextKind kind, Actor author, int refersTo, String content) {
        return write(kind, author, now(), refersTo, content);
    }

    int write(TextKind kind, Actor author, Instant sentAt, int refersTo, String content) {
        int number = reserve();
        add(new Text(number, kind, author, now(), sentAt, refersTo, content));
        return number;
    }

    /** Gives the next number to a text whose fate is still open. */
    int reserve() {
        return ++lastText;
    }

    /** Keeps a text under the number that was reserved for it, among the others in order of number. */
    void keep(int number, TextKind kind, Actor author, int refersTo, String content) {
        add(new Text(number, kind, author, now(), now(), refersTo, content));
    }

    /** Nearly every step writes one text: a second one makes the list grow. */
    private void add(Text text) {
        if (texts.isEmpty()) {
            texts = List.of(text);
            return;
        }
        List<Text> longer = new ArrayList<>(texts);
        int place = longer.size();
        while (place > 0 && longer.get(place - 1).number() > text.number()) {
            place--;
        }
        longer.add(place, text);
        texts = longer;
    }

    /** Lets the library write to the customer, from a template. */
    void say(TemplateKey key) {
        say(key, Map.of());
    }

    /** The same, with more to fill in; returns the number of the text. */
    int say(TemplateKey key, Map<String, String> more) {
        Templates.Rendered text = worded(key, more);
        int number = write(TextKind.MESSAGE, Actor.SYSTEM, 0, text.content());
        emit(new MessageEvent.SystemWrote(number, key.name(), text.language()));
        sent(number);
        return number;
    }

    Templates.Rendered worded(TemplateKey key, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(more);
        String name = draft.customer().name();
        values.put("customer.name", name.isEmpty() ? "" : " " + name);
        return Templates.render(
                policy().wording(),
                policy().language().fallback(),
                key,
                draft.language().tag(),
                values);
    }

    /** Notes that a text is on its way: with the caller who waits for it, or kept until the host acknowledges it. */
    void sent(int text) {
        if (!callerWaits) {
            OutboundTexts.leave(this, text);
        }
    }

    void raise(Flag flag) {
        if (!draft.flags().has(flag) && !draft.flags().isTakenDown(flag)) {
            emit(new LifecycleEvent.FlagRaised(flag));
        }
    }

    void clear(Flag flag) {
        if (draft.flags().has(flag)) {
            emit(new LifecycleEvent.FlagCleared(flag));
        }
    }

    Outcome outcome() {
        return new Outcome.Changed(draft.build(), draft.events(), texts, slots);
    }
}
