// When customers write: today by hour beside the days before, and a strip for each day.

import { h } from "./dom.js";
import { button } from "./controls.js";
import { count, fixed, weekdayOf, zone } from "./format.js";
import { card, none } from "./parts.js";

const HOURS = 24;
const pad = (hour) => String(hour).padStart(2, "0");

export function hoursCard({ days, peakHours }) {
    const today = days.at(-1);
    const earlier = days.slice(0, -1);
    const usual = Array.from({ length: HOURS }, (_, hour) => mean(earlier.map((day) => day.hours[hour] ?? 0)));
    const total = days.reduce((sum, day) => sum + day.hours.reduce((a, b) => a + (b ?? 0), 0), 0);
    if (!today || total === 0) {
        return card("Volume and peak hours", "", none("No message in this period."));
    }
    const nowHour = new Date().getHours();
    const most = Math.max(1, ...usual, ...today.hours.map((value) => value ?? 0));
    const top = Math.max(1, ...days.flatMap((day) => day.hours.map((value) => value ?? 0)));
    const grid = h(
        "div.vol",
        { role: "img", "aria-label": summary(today, peakHours) },
        peaks(peakHours),
        h("span.lab.low", null, "Today"),
        today.hours.map((value, hour) => bar(value, hour, most, usual[hour], hour === nowHour)),
        h("span.gap"),
        days.map((day, i) => [
            h("span.lab", null, weekdayOf(day.date)),
            day.hours.map((value, hour) => cell(day, value, hour, top, i === days.length - 1 && hour === nowHour)),
        ]),
        h("span.lab"),
        [0, 3, 6, 9, 12, 15, 18, 21].map((hour) => h("span.lab.hl", null, pad(hour))),
    );
    const table = h(
        "table.lang",
        { hidden: true },
        h(
            "thead",
            null,
            h(
                "tr",
                null,
                ["Hour", "Today", "Mean of the days before"].map((title, i) => h(`th${i ? ".r" : ""}`, { scope: "col" }, title)),
            ),
        ),
        h(
            "tbody",
            null,
            today.hours.map((value, hour) =>
                h(
                    "tr",
                    null,
                    h("th", { scope: "row" }, `${pad(hour)}:00`),
                    h("td.r", null, count(value)),
                    h("td.r", null, fixed(usual[hour])),
                ),
            ),
        ),
    );
    const toggle = (event) => {
        table.hidden = !table.hidden;
        grid.hidden = !table.hidden;
        event.currentTarget.setAttribute("aria-pressed", String(!table.hidden));
    };
    return h(
        "section.card",
        { "aria-label": "Volume and peak hours" },
        h(
            "header",
            null,
            h("h2", null, "Volume and peak hours"),
            h("span.small", null, `customers’ messages, ${zone}`),
            h("span.legend.end", null, h("i", { css: { "--p": "100%" } }), "today", h("i.ln"), "mean of the days before"),
            button("quiet sm", "Table", null, { "aria-pressed": "false", onclick: toggle }),
        ),
        grid,
        table,
    );
}

const mean = (values) => (values.length ? values.reduce((a, b) => a + b, 0) / values.length : 0);

function summary(today, peakHours) {
    const sum = today.hours.reduce((a, b) => a + (b ?? 0), 0);
    const peaksText = peakHours.map(({ from, to }) => `${from} to ${to}`).join(" and ");
    return `Customers' messages by hour. ${sum} today so far.${peaksText ? ` Over these days the peaks are ${peaksText}.` : ""}`;
}

/** A bracket over each span of peak hours; one that goes over midnight is drawn at both ends. */
function peaks(peakHours) {
    const spans = peakHours
        .flatMap(({ from, to }) =>
            to > from
                ? [[from, to]]
                : [
                      [from, HOURS],
                      [0, to],
                  ],
        )
        .filter(([from, to]) => to > from)
        .sort((a, b) => a[0] - b[0]);
    const marks = [h("span.lab")];
    let at = 0;
    for (const [from, to] of spans) {
        if (from > at) {
            marks.push(h("span", { css: { "grid-column": `span ${from - at}` } }));
        }
        marks.push(
            h(
                "span.pk",
                { css: { "grid-column": `span ${to - from}` } },
                to - from > 2 ? `Peak ${pad(from)}–${pad(to)}` : `${pad(from)}–${pad(to)}`,
            ),
        );
        at = to;
    }
    if (at < HOURS) {
        marks.push(h("span", { css: { "grid-column": `span ${HOURS - at}` } }));
    }
    return marks;
}

const bar = (value, hour, most, usual, isNow) =>
    h(
        `span.cell${isNow ? ".now-h" : ""}`,
        {
            title: `${pad(hour)}:00  ${value == null ? "to come" : `${value}${isNow ? " so far" : ""}`}, usually ${fixed(usual)}`,
        },
        value != null && h("i", { css: { "block-size": `${(value / most) * 100}%` } }),
        usual > 0 && h("u", { css: { "inset-block-end": `${(usual / most) * 100}%` } }),
    );

const cell = (day, value, hour, top, isNow) =>
    h(`span.ht${value == null ? ".none" : ""}${isNow ? ".nowc" : ""}`, {
        title: value == null ? "" : `${weekdayOf(day.date)} ${pad(hour)}:00  ${value}`,
        css: { "--p": value == null ? "0%" : `${Math.round(value === 0 ? 0 : 6 + (value / top) * 94)}%` },
    });
