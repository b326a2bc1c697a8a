package io.chatmgmt.examples.replay;

import io.chatmgmt.examples.recording.RecordedTurn;
import io.chatmgmt.examples.recording.Recording;
import io.chatmgmt.examples.report.DecisionLog;
import java.time.Duration;
import java.time.Instant;

/**
 * One thing that a recording makes happen at a moment: it opens, one of its turns, it ends, or the customer rates it.
 * Immutable.
 *
 * @param at when
 * @param conversation whose
 * @param index {@value #OPENS} for the opening, then the turns from 0, then the end, then the rating
 */
record Cue(Instant at, HostedConversation conversation, int index) {

    private static final int OPENS = -1;
    private static final Duration RATES_AFTER = Duration.ofSeconds(60);

    static Cue opening(HostedConversation conversation) {
        return new Cue(conversation.recording().openedAt(), conversation, OPENS);
    }

    static Cue turn(HostedConversation conversation, int index) {
        return new Cue(conversation.recording().turns().get(index).at(), conversation, index);
    }

    static Cue end(HostedConversation conversation) {
        Recording recording = conversation.recording();
        return new Cue(recording.endsAt(), conversation, recording.turns().size());
    }

    static Cue rating(HostedConversation conversation) {
        Recording recording = conversation.recording();
        return new Cue(
                recording.endsAt().plus(RATES_AFTER),
                conversation,
                recording.turns().size() + 1);
    }

    /** The index of the turn, {@link DecisionLog#NO_TURN} when it is none. */
    int turn() {
        return isTurn() ? index : DecisionLog.NO_TURN;
    }

    boolean isTurn() {
        return index >= 0 && index < conversation.recording().turns().size();
    }

    /** Whether it is the customer who acts, and nobody who works here. */
    boolean isCustomers() {
        if (isTurn()) {
            RecordedTurn turn = conversation.recording().turns().get(index);
            return turn instanceof RecordedTurn.OfCustomer || turn instanceof RecordedTurn.OfReturningCustomer;
        }
        return index == OPENS || index > conversation.recording().turns().size();
    }

    /** The same at another moment. */
    Cue at(Instant moment) {
        return new Cue(moment, conversation, index);
    }

    /** By how many more conversations are under way with it: 1 for an opening, -1 for an end. */
    int change() {
        if (index == OPENS) {
            return 1;
        }
        return index == conversation.recording().turns().size() ? -1 : 0;
    }

    /** Makes it happen. */
    void play() {
        Recording recording = conversation.recording();
        int turns = recording.turns().size();
        if (isTurn()) {
            recording.turns().get(index).play(conversation);
        } else if (index == OPENS) {
            conversation.open();
        } else if (index == turns) {
            conversation.end();
        } else {
            conversation.rate();
        }
    }
}
