package io.chatmgmt.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationListener;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.mock.env.MockEnvironment;

@DisplayName("Q03: loading while the application starts")
class PreloadingTest {

    @Test
    void is_known_to_spring_boot() {
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation().load(ApplicationListener.class))
                .hasAtLeastOneElementOfType(Preloading.class);
    }

    @Test
    void ends_by_itself() throws InterruptedException {
        assumeThat(Runtime.getRuntime().availableProcessors()).isGreaterThan(1);
        Thread thread = Preloading.start(new MockEnvironment()).orElseThrow();
        assertThat(thread.isDaemon()).isTrue();
        thread.join(Duration.ofMinutes(1).toMillis());
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void does_not_begin_where_nobody_needs_it() {
        assertThat(Preloading.start(new MockEnvironment().withProperty("chatmgmt.enabled", "false")))
                .isEmpty();
    }
}
