package io.chatmgmt.examples.desk;

import io.chatmgmt.conversation.AiFailure;
import io.chatmgmt.conversation.Ticket;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.TurnResult;
import io.chatmgmt.response.AiAnswer;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An AI that answers from what it knows and says how sure it is: as sure as the question is like one that it has an answer
 * to. It takes a moment, as models do. Thread-safe.
 */
final class PretendAi implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PretendAi.class);
    private static final String BREAKS = "break the ai";
    private static final long SHORTEST = 500;
    private static final long PER_CHARACTER = 8;
    private static final long LONGEST = 2_000;

    private final ChatGovernance governance;
    private final KnowledgeBase knowledge = KnowledgeBase.read();
    private final ScheduledExecutorService thinking = Executors.newScheduledThreadPool(2, work -> {
        Thread thread = new Thread(work, "pretend-ai");
        thread.setDaemon(true);
        return thread;
    });

    PretendAi(ChatGovernance governance) {
        this.governance = governance;
    }

    /** Answers later; what comes of it, the conversation shows. */
    void ask(Ticket ticket, String question) {
        KnowledgeBase.Finding finding = knowledge.find(question);
        long takes =
                Math.min(LONGEST, SHORTEST + PER_CHARACTER * finding.answer().length());
        Future<?> unused = thinking.schedule(() -> answer(ticket, question, finding), takes, TimeUnit.MILLISECONDS);
    }

    private void answer(Ticket ticket, String question, KnowledgeBase.Finding finding) {
        try {
            TurnResult result = question.toLowerCase(Locale.ROOT).contains(BREAKS)
                    ? governance.onAiFailure(ticket, AiFailure.ERROR)
                    : governance.onAiAnswer(ticket, AiAnswer.of(finding.answer(), finding.confidence()));
            result.ticket().ifPresent(next -> ask(next, question));
        } catch (RuntimeException e) {
            log.warn("the AI's answer to {} was not taken", ticket.conversation(), e);
        }
    }

    @Override
    public void close() {
        thinking.shutdownNow();
    }
}
