package io.chatmgmt.governance;

import io.chatmgmt.access.AccessDeniedException;
import io.chatmgmt.access.Caller;
import io.chatmgmt.access.Permission;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.lifecycle.PersonInput;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets customers, and what is over for long enough, be forgotten. What has been counted stays as it was.
 * Thread-safe.
 */
public final class PrivacyDesk {

    private static final int PAGE = 100;

    /** What became of a conversation that was not erased: it had been before, or is not the customer's any more. */
    private static final int SILENT = -1;

    private static final int GONE = -2;

    private final Kernel kernel;
    private final CommandRunner runner;
    private final Recorder recorder;
    private final Caller caller;

    PrivacyDesk(Kernel kernel, CommandRunner runner, Recorder recorder, Caller caller) {
        this.kernel = kernel;
        this.runner = runner;
        this.recorder = recorder;
        this.caller = caller;
    }

    /**
     * Erases a customer: all that anybody wrote in their conversations, and who they are. Times, codes, numbers and
     * decisions stay, and so does every figure. A conversation that is open is ended first, and whoever has it or is
     * offered it is free; what was promised is canceled. Each conversation is erased in a commit of its own: when this
     * breaks off, do it again. Erasing again changes nothing; a message of the same id that comes in again is a repeat, and
     * one with another id begins something new. Other nodes forget a row that they have at hand when they next write it.
     *
     * @param customerId the host's id of the customer
     * @return what was erased
     * @throws AccessDeniedException when the person may not erase one of the conversations; those before it, in order of
     *     id, are erased then
     */
    public Erasure erase(String customerId) {
        String standIn = Customer.of(customerId).erased().id();
        int earlier = 0;
        int conversations = 0;
        int texts = 0;
        for (String customer : standIn.equals(customerId) ? List.of(standIn) : List.of(standIn, customerId)) {
            List<ConversationId> page = ofCustomer(customer, null);
            while (!page.isEmpty()) {
                for (ConversationId id : page) {
                    int erased = customer.equals(standIn) && isSilent(id) ? SILENT : erased(id, customerId);
                    earlier += erased == SILENT ? 1 : 0;
                    conversations += erased >= 0 ? 1 : 0;
                    texts += Math.max(0, erased);
                }
                page = ofCustomer(customer, page.get(page.size() - 1));
            }
        }
        return new Erasure(standIn, conversations, texts, earlier);
    }

    /** Whether there is nothing in a conversation that could be erased once more. */
    private boolean isSilent(ConversationId id) {
        boolean silent = kernel.store().find(id).map(row -> !row.isOpen()).orElse(true);
        List<Text> page = silent ? kernel.store().texts(id, 0, PAGE) : List.of();
        while (silent && !page.isEmpty()) {
            silent = page.stream().allMatch(text -> text.content().isEmpty());
            page = kernel.store().texts(id, page.get(page.size() - 1).number(), PAGE);
        }
        return silent;
    }

    /** Erases one conversation: how many texts it has; {@link #GONE} when it is not the customer's any more. */
    private int erased(ConversationId id, String customerId) {
        Conversation row = kernel.store().find(id).orElse(null);
        if (row == null) {
            return GONE;
        }
        if (!kernel.access().permits(caller, Permission.ERASE, row)) {
            throw new AccessDeniedException(caller, Permission.ERASE, id);
        }
        recorder.record(id); // the quality of what was said cannot be judged any more later
        boolean done = runner.run(id, caller.actor(), null, new PersonInput.Erases(customerId))
                instanceof CommandRunner.Answer.Done;
        return done ? kernel.store().find(id).orElse(row).numbers().texts() : GONE;
    }

    private List<ConversationId> ofCustomer(String customerId, @Nullable ConversationId after) {
        return kernel.store().ofCustomer(caller.tenant(), customerId, after, PAGE);
    }

    /**
     * Removes conversations that were resolved before a moment, with everything that is known of them, the oldest first.
     * One for which something is still scheduled, a promise for instance, stays until that is over. Figures stay; what is
     * known of the customers from those conversations goes. Call it again until it removes fewer than the limit.
     *
     * @param before the moment
     * @param limit how many at most, 1 or more: they are removed in one transaction
     * @return how many have been removed
     * @throws AccessDeniedException when the person may not
     */
    public int removeResolved(Instant before, int limit) {
        Objects.requireNonNull(before, "before");
        if (!kernel.access().permitsRemoval(caller)) {
            throw new AccessDeniedException(caller, Permission.ERASE);
        }
        recorder.record(Math.max(PAGE, limit)); // what is not counted yet stays for the next time
        return kernel.store().removeResolved(caller.tenant(), before, limit).size();
    }
}
