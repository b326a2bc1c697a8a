// Lines with uPlot, in the colours of the theme. Every chart has a summary in words beside it.

import { h } from "./dom.js";

const HEIGHT = 36;
const LARGE = 240;
const live = new Set();

/** The colour that a token stands for in the theme in use; the browser resolves it. */
function colour(token) {
    const probe = h("span", { css: { color: `var(${token})`, display: "none" } });
    document.body.append(probe);
    const value = getComputedStyle(probe).color;
    probe.remove();
    return value;
}

/** A line without axes, and the period before it, dotted. Null where nothing was recorded. */
export function spark(values, before) {
    const host = h("div.spark", { "aria-hidden": "true" });
    const length = Math.max(values.length, before.length);
    const x = Array.from({ length }, (_, i) => i);
    const data = [x, padded(before, length), padded(values, length)];
    chart(host, data, (width) => ({
        width,
        height: HEIGHT,
        padding: [3, 2, 3, 2],
        legend: { show: false },
        cursor: { show: false },
        axes: [{ show: false }, { show: false }],
        scales: { x: { time: false }, y: { range: breathing } },
        series: [{}, line("--ink-3", 1, [2, 3]), line("--accent", 1.75)],
    }));
    return host;
}

/** The same, large, with axes and the values under the pointer. */
export function trendChart(starts, values, before, format) {
    const host = h("div.trend");
    const axis = {
        stroke: colour("--ink-3"),
        grid: { stroke: colour("--line"), width: 1 },
        ticks: { show: false },
        font: "12px sans-serif",
    };
    const data = [starts.map((start) => start / 1000), padded(before, starts.length), padded(values, starts.length)];
    const value = (_, raw) => (raw == null ? "–" : format(raw));
    chart(host, data, (width) => ({
        width,
        height: LARGE,
        axes: [axis, { ...axis, size: 64, values: (_, ticks) => ticks.map(format) }],
        scales: { y: { range: breathing } },
        series: [
            { label: "When" },
            { ...line("--ink-3", 1, [2, 3]), label: "Before", value },
            { ...line("--accent", 2), label: "Now", value },
        ],
    }));
    return host;
}

const line = (token, width, dash) => ({
    stroke: () => colour(token),
    width,
    dash,
    points: { show: (_, __, from, to) => to - from < 2 },
    spanGaps: true,
});

const padded = (values, length) => Array.from({ length }, (_, i) => values[i] ?? null);

/** Some air above and below; a flat line lies in the middle. */
function breathing(_, low, high) {
    if (low == null) {
        return [0, 1];
    }
    const air = (high - low || Math.abs(high) || 1) * 0.1;
    return [low - air, high + air];
}

/** Draws when the element has got its width, and again when that or the theme changes. */
function chart(host, data, options) {
    let drawn = null;
    const draw = () => {
        const width = Math.floor(host.clientWidth);
        if (width > 0 && host.isConnected) {
            if (drawn && drawn.width === width) {
                return;
            }
            drawn?.destroy();
            drawn = new window.uPlot(options(width), data, host);
        }
    };
    const watch = new ResizeObserver(() => {
        if (host.isConnected) {
            draw();
        } else {
            watch.disconnect();
            drawn?.destroy();
            live.delete(again);
        }
    });
    const again = () => drawn?.redraw(false, true);
    live.add(again);
    watch.observe(host);
}

const redraw = () => live.forEach((again) => again());
document.addEventListener("themechange", redraw);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
