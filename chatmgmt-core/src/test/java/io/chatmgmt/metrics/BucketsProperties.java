package io.chatmgmt.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BucketsProperties {

    /** Zones with and without daylight saving, on half and quarter hours, and on both sides of the date line. */
    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Berlin",
            "Europe/London",
            "Europe/Dublin",
            "Europe/Lisbon",
            "Europe/Moscow",
            "Europe/Istanbul",
            "Europe/Chisinau",
            "Africa/Cairo",
            "Africa/Casablanca",
            "Africa/Johannesburg",
            "Africa/Monrovia",
            "America/New_York",
            "America/Chicago",
            "America/Phoenix",
            "America/Los_Angeles",
            "America/Anchorage",
            "America/Halifax",
            "America/St_Johns",
            "America/Sao_Paulo",
            "America/Santiago",
            "America/Asuncion",
            "America/Havana",
            "America/Caracas",
            "America/Nuuk",
            "Asia/Kolkata",
            "Asia/Kathmandu",
            "Asia/Tehran",
            "Asia/Kabul",
            "Asia/Yangon",
            "Asia/Pyongyang",
            "Asia/Beirut",
            "Asia/Gaza",
            "Asia/Tokyo",
            "Australia/Sydney",
            "Australia/Adelaide",
            "Australia/Lord_Howe",
            "Australia/Eucla",
            "Pacific/Chatham",
            "Pacific/Kiritimati",
            "Pacific/Apia",
            "Pacific/Marquesas",
            "Antarctica/Troll");

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZONES).map(ZoneId::of);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2012, 1, 1).toEpochDay(),
                        LocalDate.of(2037, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    /** T121, J10 */
    @Property
    void a_range_has_exactly_as_many_days_as_the_calendar(
            @ForAll("zones") ZoneId zone, @ForAll("days") LocalDate from, @ForAll("lengths") int length) {
        Buckets days = Buckets.of(from, from.plusDays(length), zone, Granularity.DAY);
        assertThat(days.size()).isEqualTo(length);
        for (int i = 0; i < length; i++) {
            assertThat(days.dateOf(i)).isEqualTo(from.plusDays(i));
            assertThat(days.starts().get(i))
                    .isEqualTo(from.plusDays(i).atStartOfDay(zone).toInstant());
        }
        assertThat(days.starts().get(length))
                .isEqualTo(from.plusDays(length).atStartOfDay(zone).toInstant());
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.integers().between(1, 60);
    }

    /** T121 */
    @Property
    void every_boundary_is_a_quarter_hour_of_utc_so_that_rollups_split_exactly(
            @ForAll("zones") ZoneId zone, @ForAll("days") LocalDate from, @ForAll Granularity granularity) {
        for (Instant start :
                Buckets.of(from, from.plusDays(3), zone, granularity).starts()) {
            assertThat(Quarter.start(Quarter.of(start))).isEqualTo(start);
        }
    }

    /** T121 */
    @Property
    void hours_fill_the_day_without_a_gap_and_begin_when_the_clock_shows_them(
            @ForAll("zones") ZoneId zone, @ForAll("days") LocalDate day) {
        Buckets hours = Buckets.of(day, day.plusDays(1), zone, Granularity.HOUR);
        Buckets whole = hours.whole();
        assertThat(hours.starts().get(0)).isEqualTo(whole.starts().get(0));
        assertThat(hours.starts().get(hours.size())).isEqualTo(whole.starts().get(1));
        for (int i = 1; i < hours.size(); i++) {
            assertThat(hours.starts().get(i).atZone(zone).getMinute()).isZero();
            Duration length =
                    Duration.between(hours.starts().get(i - 1), hours.starts().get(i));
            assertThat(length).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(150));
        }
        long length =
                ChronoUnit.HOURS.between(whole.starts().get(0), whole.starts().get(1));
        assertThat(hours.size()).isBetween((int) length, (int) length + 1);
    }

    @Property
    void weeks_begin_on_their_day_and_cover_the_range(
            @ForAll("zones") ZoneId zone, @ForAll("days") LocalDate from, @ForAll DayOfWeek weekStart) {
        Buckets weeks = Buckets.of(from, from.plusDays(40), zone, Granularity.WEEK, weekStart);
        for (int i = 1; i < weeks.size(); i++) {
            assertThat(weeks.dateOf(i).getDayOfWeek()).isEqualTo(weekStart);
        }
        assertThat(weeks.dateOf(0)).isEqualTo(from);
        assertThat(weeks.size()).isBetween(6, 7);
    }

    /** T121 */
    @Example
    void days_of_23_24_and_25_hours() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertThat(hoursOf(LocalDate.of(2026, 3, 29), berlin)).isEqualTo(23);
        assertThat(hoursOf(LocalDate.of(2026, 3, 30), berlin)).isEqualTo(24);
        assertThat(hoursOf(LocalDate.of(2026, 10, 25), berlin)).isEqualTo(25);
    }

    private static int hoursOf(LocalDate day, ZoneId zone) {
        return Buckets.of(day, day.plusDays(1), zone, Granularity.HOUR).size();
    }
}
