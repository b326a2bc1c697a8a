package io.chatmgmt.store.jdbc;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.store.Commit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a whole commit in one statement: one round trip, one transaction, and nothing that could fail but by not
 * happening, so that a transaction of the host lives on.
 *
 * <p>The parts of such a statement see the picture of its beginning, so the guards are where changes wait for each other:
 * the row's version in its own UPDATE, the agents' room under their locks. A command key that another commit brings
 * meanwhile brings another version, too.
 */
final class OneStatementCommitWriter implements CommitWriter {

    private static final String WORDS = "text";
    private static final String NUMBERS = "int8";

    private final Statements sql;
    private final Columns columns;
    private final Records records;

    OneStatementCommitWriter(Statements sql, Columns columns, Records records) {
        this.sql = sql;
        this.columns = columns;
        this.records = records;
    }

    @Override
    public boolean isOneStatement() {
        return true;
    }

    @Override
    public boolean write(Connection connection, Commit commit) throws SQLException {
        List<SlotClaim> claims = SlotClaim.of(commit);
        boolean first = commit.expectedVersion() == 0;
        String statement = claims.isEmpty()
                ? first ? sql.commitFirst : sql.commitNext
                : first ? sql.commitFirstWithSlots : sql.commitNextWithSlots;
        return Records.first(
                        connection,
                        statement,
                        binder -> {
                            if (!claims.isEmpty()) {
                                bindHeld(binder, commit, claims);
                            }
                            bindMoved(binder, commit, first);
                            if (!claims.isEmpty()) {
                                bindClaimed(binder, commit, claims);
                            }
                            bindWritten(binder, commit);
                        },
                        result -> result.getLong(1) == 1)
                .orElseThrow();
    }

    private void bindMoved(Binder binder, Commit commit, boolean first) throws SQLException {
        ConversationId id = commit.row().id();
        if (first) {
            binder.id(id);
            columns.bindFirst(binder, commit);
        } else {
            columns.bindLater(binder, commit);
            binder.id(id).number(commit.expectedVersion()).number(Conversation.FORMAT);
            binder.id(id).text(commit.journal().commandKey());
        }
    }

    private static void bindHeld(Binder binder, Commit commit, List<SlotClaim> claims) throws SQLException {
        List<Object> required = new ArrayList<>();
        List<Object> floors = new ArrayList<>();
        List<Object> shifts = new ArrayList<>();
        List<Object> peaks = new ArrayList<>();
        List<Object> floorPeaks = new ArrayList<>();
        List<Object> routableAfter = new ArrayList<>();
        List<Object> assignedAt = new ArrayList<>();
        List<Object> releasedAt = new ArrayList<>();
        for (SlotClaim claim : claims) {
            required.add(claim.required());
            floors.add(claim.floor());
            shifts.add(claim.shift());
            peaks.add(claim.peak());
            floorPeaks.add(claim.floorPeak());
            routableAfter.add(claim.routableAfterMicros());
            assignedAt.add(claim.assignedAt() == null ? null : Micros.of(claim.assignedAt()));
            releasedAt.add(claim.releasedAt() == null ? null : Micros.of(claim.releasedAt()));
        }
        binder.array(WORDS, agents(claims))
                .array("bool", required)
                .array(NUMBERS, floors)
                .array(NUMBERS, shifts)
                .array(NUMBERS, peaks)
                .array(NUMBERS, floorPeaks)
                .array(NUMBERS, routableAfter)
                .array(NUMBERS, assignedAt)
                .array(NUMBERS, releasedAt)
                .text(commit.row().id().tenant())
                .array(WORDS, agents(claims));
    }

    private static void bindClaimed(Binder binder, Commit commit, List<SlotClaim> claims) throws SQLException {
        binder.number(claims.stream().filter(SlotClaim::required).count())
                .text(commit.row().id().tenant())
                .array(WORDS, agents(claims));
    }

    private static List<String> agents(List<SlotClaim> claims) {
        return claims.stream().map(claim -> claim.agent().value()).toList();
    }

    private void bindWritten(Binder binder, Commit commit) throws SQLException {
        JournalRow journal = commit.journal();
        binder.number(journal.version())
                .time(journal.at())
                .text(journal.commandKey())
                .flag(journal.isReview())
                .text(records.codec().write(journal));
        List<Integer> numbers = new ArrayList<>(2);
        List<String> metas = new ArrayList<>(2);
        List<String> contents = new ArrayList<>(2);
        for (Text text : commit.texts()) {
            numbers.add(text.number());
            metas.add(records.codec().write(journal.conversation(), text));
            contents.add(Words.kept(text.content()));
        }
        binder.array("int4", numbers).array(WORDS, metas).array(WORDS, contents);
    }
}
