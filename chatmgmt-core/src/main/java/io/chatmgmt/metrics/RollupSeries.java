package io.chatmgmt.metrics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** All that is recorded of one slice of a measure, in pages of a day. Not thread-safe. */
final class RollupSeries {

    private int firstDay;
    private @Nullable RollupPage[] pages = new RollupPage[0];

    void add(Measure measure, int quarter, int count, long value) {
        RollupPage page = page(Math.floorDiv(quarter, Quarter.PER_DAY));
        Aggregate part = page.at(Math.floorMod(quarter, Quarter.PER_DAY));
        switch (measure.kind()) {
            case COUNT -> {
                part.add(count, count);
                page.day.add(count, count);
            }
            case SPREAD -> {
                long cell = measure.cellOf(value);
                part.add(cell, count, count * value);
                page.day.add(cell, count, count * value);
            }
            case SET -> {
                part.add(value, count, count);
                page.day.add(value, count, count);
            }
        }
    }

    private RollupPage page(int day) {
        int i = day - firstDay;
        if (pages.length == 0) {
            firstDay = day;
            pages = new RollupPage[1];
            i = 0;
        } else if (i < 0) {
            RollupPage[] wider = new RollupPage[pages.length - i];
            System.arraycopy(pages, 0, wider, -i, pages.length);
            pages = wider;
            firstDay = day;
            i = 0;
        } else if (i >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(i + 1, pages.length + (pages.length >> 1)));
        }
        RollupPage page = pages[i];
        if (page == null) {
            page = new RollupPage();
            pages[i] = page;
        }
        return page;
    }

    /** Adds what stands in the quarters from one to before another. */
    void addTo(Aggregate into, int from, int to) {
        int first = Math.max(Math.floorDiv(from, Quarter.PER_DAY), firstDay);
        int last = Math.min(Math.floorDiv(to - 1, Quarter.PER_DAY), firstDay + pages.length - 1);
        for (int day = first; day <= last; day++) {
            RollupPage page = pages[day - firstDay];
            if (page != null) {
                long start = (long) day * Quarter.PER_DAY;
                page.addTo(into, (int) Math.max(0, from - start), (int) Math.min(Quarter.PER_DAY, to - start));
            }
        }
    }
}
