package io.chatmgmt.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Whose work an episode was: what a rating of it is told to. Counts what was written to the customer; who had the
 * conversation and stayed silent has no part in it. Immutable.
 *
 * @param resolver who had the conversation when it was resolved, null when the AI had, or while it lasts
 * @param people who of the team wrote, in the order in which they last did, at most {@value #MAX_PEOPLE}: of more, those
 *     who wrote last
 * @param ai how many messages the AI wrote
 * @param human how many messages people wrote, those who are not named included
 */
public record Attribution(@Nullable AgentId resolver, List<Contribution> people, int ai, int human) {

    /** The most people that are named. */
    public static final int MAX_PEOPLE = 10;

    /** Nobody's work. */
    public static final Attribution NONE = new Attribution(null, List.of(), 0, 0);

    /** Copies the people. */
    public Attribution {
        people = List.copyOf(people);
    }

    /**
     * The person who wrote last.
     *
     * @return null when none did
     */
    public @Nullable AgentId lastHuman() {
        return people.isEmpty() ? null : people.get(people.size() - 1).agent();
    }

    /**
     * A person's share of what was written.
     *
     * @param agent who
     * @return 0 to 1; empty when nobody wrote anything
     */
    public OptionalDouble share(AgentId agent) {
        int messages = 0;
        for (Contribution each : people) {
            messages += each.agent().equals(agent) ? each.messages() : 0;
        }
        return share(messages);
    }

    /**
     * The AI's share of what was written.
     *
     * @return 0 to 1; empty when nobody wrote anything
     */
    public OptionalDouble aiShare() {
        return share(ai);
    }

    private OptionalDouble share(int messages) {
        int all = ai + human;
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) messages / all);
    }

    /** The people with one more message of one of them, who is the last from now on. */
    static List<Contribution> more(List<Contribution> people, AgentId agent) {
        List<Contribution> more = new ArrayList<>(people);
        int messages = 1;
        for (Contribution each : people) {
            if (each.agent().equals(agent)) {
                messages += each.messages();
                more.remove(each);
            }
        }
        more.add(new Contribution(agent, messages));
        return more.size() > MAX_PEOPLE ? more.subList(1, more.size()) : more;
    }
}
