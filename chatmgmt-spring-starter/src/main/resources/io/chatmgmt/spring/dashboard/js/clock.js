// One timer for all times on the page. Times are counted from the server's instants by the server's clock, so that a
// visitor's wrong clock changes nothing, and no message of the server is needed for a tick.

import { $$, h, s } from "./dom.js";
import { duration, hourMinuteSecond } from "./format.js";

const CIRCLE = 100.5;
let offset = 0;

const listeners = new Set();

export const now = () => Date.now() + offset;

/** Sets the clock by what the server says. */
export function setClock(serverNow) {
    if (Number.isFinite(serverNow)) {
        offset = serverNow - Date.now();
    }
}

/** Called once a second, after the times on the page have been brought up to date. */
export const onTick = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
};

/** How long something has lasted; `late` holds two numbers of seconds, from which on it is amber and red. */
export function since(at, late, classes = "") {
    const element = h(`time${classes}`, {
        "data-since": at,
        "data-late": late ? late.join(",") : null,
        title: `Since ${hourMinuteSecond(at)}`,
    });
    tick(element);
    return element;
}

export function until(at) {
    const element = h("time", { "data-until": at, title: `Until ${hourMinuteSecond(at)}` });
    tick(element);
    return element;
}

/** A ring that runs out, with the number in it. */
export function ring(at, total, big) {
    const element = h(
        `span.ring${big ? ".big" : ""}`,
        { "data-ring": at, "data-total": total, role: "timer", "aria-label": "Time left" },
        s(
            "svg",
            { viewBox: "0 0 36 36", "aria-hidden": "true" },
            s("circle", { class: "a", cx: 18, cy: 18, r: 16 }),
            s("circle", { class: "z", cx: 18, cy: 18, r: 16, "stroke-dasharray": CIRCLE }),
        ),
        h("span"),
    );
    tick(element);
    return element;
}

function tick(element) {
    const data = element.dataset;
    if (data.since) {
        const age = now() - Number(data.since);
        text(element, duration(age));
        if (data.late) {
            const [warn, over] = data.late.split(",").map((seconds) => Number(seconds) * 1000);
            element.classList.toggle("live-late", age >= warn && age < over);
            element.classList.toggle("live-over", age >= over);
        }
    } else if (data.until) {
        text(element, duration(Number(data.until) - now()));
    } else if (data.ring) {
        draw(element, Number(data.ring), Number(data.total));
    }
}

function draw(element, at, total) {
    const left = Math.max(0, at - now());
    const share = Math.min(1, left / total);
    element.querySelector(".z").setAttribute("stroke-dashoffset", String(CIRCLE * (1 - share)));
    text(element.lastChild, left > 0 ? duration(left) : "…");
    element.classList.toggle("last", left <= 10000);
    element.classList.toggle("soon", left > 10000 && share <= 0.5);
    element.title = left > 0 ? `${Math.ceil(left / 1000)} s left` : "Running out…";
}

function text(element, value) {
    if (element.textContent !== value) {
        element.textContent = value;
    }
}

export function startClock() {
    const run = () => {
        $$("[data-since],[data-until],[data-ring]").forEach(tick);
        listeners.forEach((listener) => listener());
    };
    setInterval(run, 1000);
}
