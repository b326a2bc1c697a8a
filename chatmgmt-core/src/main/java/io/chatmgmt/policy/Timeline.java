package io.chatmgmt.policy;

import io.chatmgmt.policy.PolicySchedule.Activation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The entries of a schedule, in the order in which they take effect. Immutable. */
record Timeline(List<Entry> entries) {

    /** A policy that takes effect, either newly or because the one after it was taken back. */
    private enum Kind {
        ACTIVATED,
        RESTORED
    }

    /** An activation and its kind. */
    private record Entry(Activation activation, Kind kind) {}

    Timeline {
        entries = List.copyOf(entries);
    }

    static Timeline of(GovernancePolicy first) {
        return new Timeline(List.of(new Entry(new Activation(Instant.MIN, first), Kind.ACTIVATED)));
    }

    List<Activation> activations() {
        return entries.stream().map(Entry::activation).toList();
    }

    GovernancePolicy at(Instant now) {
        return entries.get(until(now) - 1).activation().policy();
    }

    Timeline with(GovernancePolicy policy, Instant from) {
        return with(new Activation(from, policy), Kind.ACTIVATED);
    }

    /** Replays the entries like edits and undos: a restored entry takes back the latest one that still stands. */
    Optional<Timeline> rolledBack(Instant now) {
        List<GovernancePolicy> standing = new ArrayList<>();
        for (Entry entry : entries.subList(0, until(now))) {
            GovernancePolicy policy = entry.activation().policy();
            if (entry.kind() == Kind.RESTORED) {
                standing.remove(standing.size() - 1);
            } else if (standing.isEmpty() || !standing.get(standing.size() - 1).equals(policy)) {
                standing.add(policy);
            }
        }
        return standing.size() < 2
                ? Optional.empty()
                : Optional.of(with(new Activation(now, standing.get(standing.size() - 2)), Kind.RESTORED));
    }

    private Timeline with(Activation activation, Kind kind) {
        List<Entry> next = new ArrayList<>(entries);
        next.add(until(activation.from()), new Entry(activation, kind));
        return new Timeline(next);
    }

    /** How many entries have taken effect. */
    private int until(Instant now) {
        int count = entries.size();
        while (count > 0 && entries.get(count - 1).activation().from().isAfter(now)) {
            count--;
        }
        return count;
    }
}
