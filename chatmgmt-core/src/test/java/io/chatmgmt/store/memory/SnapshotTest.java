package io.chatmgmt.store.memory;

import static io.chatmgmt.store.StoreFixtures.following;
import static io.chatmgmt.store.StoreFixtures.opening;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.store.Commit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 0xFFFF_FFFFL, 1L << 63})
    void keys_with_the_same_hash_are_told_apart(long hash) {
        assertAllFound(key -> hash);
    }

    @Test
    void keys_are_told_apart_by_a_seeded_hash() {
        assertAllFound(new KeyHash());
    }

    @Test
    void an_earlier_snapshot_knows_nothing_of_later_keys() {
        long same = 42;
        Commit first = opening("c").key("m-1").build();
        Snapshot before = Snapshot.after(null, first, same);
        Commit second = following(first.row()).key("m-2").noted("two").build();
        Snapshot after = Snapshot.after(before, second, same);

        assertThat(before.command("m-2", same)).isNull();
        assertThat(before.journal(0, 10)).containsExactly(first.journal());
        assertThat(before.texts(0, 10)).isEmpty();
        assertThat(after.command("m-1", same)).isSameAs(first.journal());
        assertThat(after.command("m-2", same)).isSameAs(second.journal());
    }

    private static void assertAllFound(ToLongFunction<String> hash) {
        Commit commit = opening("c").key("m-1").build();
        Snapshot snapshot = Snapshot.after(null, commit, hash.applyAsLong("m-1"));
        List<Commit> commits = new ArrayList<>(List.of(commit));
        for (int i = 2; i <= 200; i++) {
            String key = "m-" + i;
            commit = following(commit.row()).key(key).noted("note").build();
            assertThat(snapshot.command(key, hash.applyAsLong(key))).isNull();
            snapshot = Snapshot.after(snapshot, commit, hash.applyAsLong(key));
            commits.add(commit);
        }
        for (Commit each : commits) {
            String key = each.journal().commandKey();
            assertThat(snapshot.command(key, hash.applyAsLong(key))).isSameAs(each.journal());
        }
    }
}
