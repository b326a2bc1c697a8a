package io.chatmgmt.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LikenessProperties {

    private static final Ear EAR = Ear.ofDefaults();
    private static final Ear OTHER = Ear.builder().build();

    @Property(tries = 300)
    void likeness_is_mutual_within_0_and_1_and_always_the_same(@ForAll String one, @ForAll String other) {
        Likeness likeness = EAR.likeness(one, other);

        assertThat(EAR.likeness(other, one)).isEqualTo(likeness);
        assertThat(OTHER.likeness(one, other)).isEqualTo(likeness);
        assertThat(likeness.score()).isBetween(0.0, 1.0);
    }
}
