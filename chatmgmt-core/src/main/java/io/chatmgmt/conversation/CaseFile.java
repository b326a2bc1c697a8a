package io.chatmgmt.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What people keep about a conversation beside talking in it; of nearly all conversations nothing. Immutable.
 *
 * @param followUps what is promised and not done yet, in order of number, at most {@value FollowUp#MAX_OPEN}
 * @param lastFollowUp the number of the latest follow-up, 0 for none
 * @param marks the answers marked for training, the latest marked last, at most {@value #MAX_MARKS}; those that are done
 *     with make room first
 * @param closure what was written down when the current episode was closed, null for nothing
 */
public record CaseFile(
        List<FollowUp> followUps,
        int lastFollowUp,
        List<TrainingMark> marks,
        @Nullable Closure closure) {

    /** The most marks that a conversation keeps. */
    public static final int MAX_MARKS = 20;

    /** Nothing. */
    public static final CaseFile EMPTY = new CaseFile(List.of(), 0, List.of(), null);

    /** Copies the lists. */
    public CaseFile {
        followUps = List.copyOf(followUps);
        marks = List.copyOf(marks);
    }

    /**
     * A follow-up that is not done yet.
     *
     * @param number its number
     * @return empty when there is none
     */
    public Optional<FollowUp> followUp(int number) {
        return followUps.stream().filter(each -> each.number() == number).findFirst();
    }

    /**
     * The mark of an answer.
     *
     * @param text the number of the answer's text
     * @return empty when it is not marked
     */
    public Optional<TrainingMark> mark(int text) {
        return marks.stream().filter(each -> each.text() == text).findFirst();
    }

    /**
     * Whether another answer may be marked: while one mark is done with, or there is room.
     *
     * @return true when it may
     */
    public boolean hasRoomForMark() {
        return marks.size() < MAX_MARKS
                || marks.stream().anyMatch(each -> each.state().isFinal());
    }

    CaseFile promised(FollowUp followUp) {
        List<FollowUp> more = new ArrayList<>(followUps);
        more.add(followUp);
        return new CaseFile(
                more.size() > FollowUp.MAX_OPEN ? more.subList(1, more.size()) : more,
                Math.max(lastFollowUp, followUp.number()),
                marks,
                closure);
    }

    CaseFile changed(int number, UnaryOperator<FollowUp> change) {
        List<FollowUp> changed = new ArrayList<>(followUps);
        changed.replaceAll(each -> each.number() == number ? change.apply(each) : each);
        return new CaseFile(changed, lastFollowUp, marks, closure);
    }

    CaseFile without(int number) {
        List<FollowUp> rest = new ArrayList<>(followUps);
        rest.removeIf(each -> each.number() == number);
        return new CaseFile(rest, lastFollowUp, marks, closure);
    }

    CaseFile marked(TrainingMark mark) {
        List<TrainingMark> more = new ArrayList<>(marks);
        more.removeIf(each -> each.text() == mark.text());
        if (more.size() == MAX_MARKS) {
            TrainingMark done = more.stream()
                    .filter(each -> each.state().isFinal())
                    .findFirst()
                    .orElse(more.get(0));
            more.remove(done);
        }
        more.add(mark);
        return new CaseFile(followUps, lastFollowUp, more, closure);
    }

    CaseFile moved(int text, TrainingState state) {
        List<TrainingMark> changed = new ArrayList<>(marks);
        changed.replaceAll(each -> each.text() == text ? each.in(state) : each);
        return new CaseFile(followUps, lastFollowUp, changed, closure);
    }

    CaseFile closed(Closure closure) {
        return new CaseFile(followUps, lastFollowUp, marks, closure);
    }

    /** Nothing is owed to nobody, and nothing is to be learned from it. */
    CaseFile erased() {
        return new CaseFile(List.of(), lastFollowUp, List.of(), null);
    }

    /** The next episode begins. */
    CaseFile reopened() {
        return closure == null ? this : new CaseFile(followUps, lastFollowUp, marks, null);
    }
}
