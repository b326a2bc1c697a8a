package io.chatmgmt.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.policy.PolicyChange.Kind;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(Policies.class)
class PolicyProperties {

    @Property(tries = 300)
    void a_document_reads_back_as_the_policy_that_it_was_written_from(@ForAll GovernancePolicy policy) {
        GovernancePolicy read = PolicyDocument.read(PolicyDocument.write(policy));

        assertThat(read).isEqualTo(policy).hasSameHashCodeAs(policy);
        assertThat(read.version()).isEqualTo(policy.version());
    }

    @Property(tries = 300)
    void policies_have_the_same_version_exactly_when_they_are_equal(
            @ForAll GovernancePolicy one, @ForAll GovernancePolicy other) {
        assertThat(one.version().equals(other.version())).isEqualTo(one.equals(other));
        assertThat(PolicyDiff.between(one, other).isEmpty()).isEqualTo(one.equals(other));
        assertThat(PolicyDiff.between(one, one)).isEmpty();
    }

    @Property(tries = 300)
    void the_difference_backwards_is_the_mirror_image(@ForAll GovernancePolicy one, @ForAll GovernancePolicy other) {
        List<PolicyChange> mirrored = PolicyDiff.between(other, one).stream()
                .map(PolicyProperties::mirror)
                .toList();

        assertThat(PolicyDiff.between(one, other)).containsExactlyInAnyOrderElementsOf(mirrored);
        assertThat(mirrored).extracting(PolicyChange::path).doesNotHaveDuplicates();
    }

    private static PolicyChange mirror(PolicyChange change) {
        Kind kind = switch (change.kind()) {
            case CHANGED -> Kind.CHANGED;
            case ADDED -> Kind.REMOVED;
            case REMOVED -> Kind.ADDED;
        };
        return new PolicyChange(change.path(), kind, change.to(), change.from());
    }
}
