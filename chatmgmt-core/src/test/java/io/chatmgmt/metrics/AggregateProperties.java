package io.chatmgmt.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class AggregateProperties {

    private static final double WIDTH = 1.0 / 64;

    /** J14, T129 */
    @Property
    void a_quantile_is_within_a_class_of_the_true_one(
            @ForAll @Size(min = 1, max = 300) List<@LongRange(min = 0, max = 10_000_000_000_000L) Long> values,
            @ForAll @DoubleRange(min = 0.01, max = 1) double share) {
        Aggregate all = of(values);
        long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
        long exact = sorted[(int) Math.max(1, Math.ceil(share * sorted.length - 1e-9)) - 1];
        assertThat(all.quantile(share)).isBetween(exact * (1 - WIDTH) - 1e-9, exact * (1 + WIDTH) + 1e-9);
    }

    /** T129 */
    @Property
    void parts_merge_into_exactly_the_whole_in_any_grouping(
            @ForAll @Size(min = 1, max = 100) List<@LongRange(min = 0, max = 1_000_000_000L) Long> values,
            @ForAll @LongRange(min = 0, max = 100) long cut,
            @ForAll @DoubleRange(min = 0.01, max = 1) double share) {
        int at = (int) Math.min(cut, values.size());
        int middle = at / 2;
        Aggregate whole = of(values);
        Aggregate left = of(values.subList(0, middle));
        Aggregate right = of(values.subList(middle, at));
        right.add(of(values.subList(at, values.size())));
        left.add(right);
        assertThat(left.count()).isEqualTo(whole.count());
        assertThat(left.sum()).isEqualTo(whole.sum());
        assertThat(left.quantile(share)).isEqualTo(whole.quantile(share));
    }

    @Property
    void what_is_taken_back_leaves_no_trace(
            @ForAll @Size(min = 1, max = 50) List<@LongRange(min = 0, max = 1_000_000L) Long> stay,
            @ForAll @Size(max = 50) List<@LongRange(min = 0, max = 1_000_000L) Long> go) {
        Aggregate all = of(stay);
        go.forEach(value -> all.add(LogBuckets.of(value), 1, value));
        go.forEach(value -> all.add(LogBuckets.of(value), -1, -value));
        assertThat(all.count()).isEqualTo(stay.size());
        assertThat(all.quantile(0.5)).isEqualTo(of(stay).quantile(0.5));
    }

    @Property
    void a_set_knows_how_many_different_members_it_has(
            @ForAll @Size(max = 200) List<@LongRange(min = -20, max = 20) Long> members) {
        Aggregate set = new Aggregate();
        members.forEach(member -> set.add(member, 1, 1));
        assertThat(set.distinct()).isEqualTo(members.stream().distinct().count());
    }

    @Property
    void classes_ascend_with_the_values(@ForAll @LongRange(min = 0) long one, @ForAll @LongRange(min = 0) long other) {
        long[] values = {one, other};
        Arrays.sort(values);
        assertThat(LogBuckets.of(values[0])).isLessThanOrEqualTo(LogBuckets.of(values[1]));
    }

    private static Aggregate of(List<Long> values) {
        Aggregate all = new Aggregate();
        values.forEach(value -> all.add(LogBuckets.of(value), 1, value));
        return all;
    }
}
