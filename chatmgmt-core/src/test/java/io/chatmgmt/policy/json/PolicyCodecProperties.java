package io.chatmgmt.policy.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.policy.Policies;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(Policies.class)
class PolicyCodecProperties {

    private final PolicyCodec codec = new PolicyCodec();

    @Property(tries = 300)
    void json_reads_back_as_the_policy_that_it_was_written_from(@ForAll GovernancePolicy policy) {
        String json = codec.write(policy);
        GovernancePolicy read = codec.read(json);

        assertThat(read).isEqualTo(policy).hasSameHashCodeAs(policy);
        assertThat(read.version()).isEqualTo(policy.version());
        assertThat(codec.write(read)).isEqualTo(json);
    }
}
