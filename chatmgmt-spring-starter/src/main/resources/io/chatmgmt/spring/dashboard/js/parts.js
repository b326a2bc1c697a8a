// Small pieces that several views show: status, confidence, control, bars, cards, and what stands where nothing is.

import { h, icon, who } from "./dom.js";
import { button } from "./controls.js";
import { flagLabel, nameOf } from "./model.js";
import { isMe, state } from "./store.js";
import { ADVICE, STATUS } from "./words.js";

const CONTROL = {
    AI: ["ai", "AI", ""],
    HELD: ["held", "AI, held", ".is-held"],
    SUPERVISED: ["eye", "AI, supervised", ""],
    INVITED: ["invited", "Invited", ".is-held"],
    HUMAN: ["person", "A person", ""],
    OFF: ["off", "Closed", ""],
};

export const controlIcon = (control) => CONTROL[control][0];

export const status = (code) => h(`span.st.st-${code}`, { title: STATUS[code].title }, icon(STATUS[code].icon), STATUS[code].label);

const bands = () => state.session?.bands ?? { high: 0.9, good: 0.8, moderate: 0.7 };

/** The band of a confidence: its class, and its word. */
export function band(value) {
    if (value == null) {
        return ["", "Unknown"];
    }
    const share = value / 100;
    const { high, good, moderate } = bands();
    return share >= high ? ["hi", "High"] : share >= good ? ["good", "Good"] : share >= moderate ? ["mod", "Moderate"] : ["low", "Low"];
}

export function confidence(value, mean) {
    const [css, name] = band(value);
    if (value == null) {
        return h(
            "span.conf",
            { title: "No AI answer yet, or it does not tell" },
            h("span.n", null, "–"),
            h("span"),
            h("span.b", null, name),
        );
    }
    const line = Math.round(bands().moderate * 100);
    const falls = mean != null && value < mean - 5;
    return h(
        `span.conf.${css}`,
        { title: `${value.toFixed(1)} %, ${name}. The line marks ${line} %, below which a person should look.` },
        h("span.n", null, value.toFixed(1)),
        h(
            "span.track",
            { "aria-hidden": "true" },
            h("i", { css: { "inline-size": `${value}%` } }),
            h("u", { css: { "inset-inline-start": `${line}%` } }),
        ),
        h(
            "span.b",
            null,
            name,
            falls && h("span", { title: `Falling, mean ${mean.toFixed(1)}`, role: "img", "aria-label": "falling" }, icon("down", "s")),
        ),
    );
}

export const assignee = (row) => (row.agent ? (isMe(row.agent) ? "You" : nameOf(row.agent)) : "Nobody yet");

export function control(row) {
    const pending = state.pending.has(row.id) ? ".pending" : "";
    const [name, label, css] = CONTROL[row.control];
    const text = row.control === "HUMAN" ? who(assignee(row), `.cut${pending}`) : h(`span.cut${pending}`, null, label);
    return h(`span.ctl${css}`, null, icon(name, "s"), text);
}

/** Flags as tags, at most a few; how many more there are is said. */
export function flags(row, most) {
    const shown = row.flags.slice(0, most);
    const more = row.flags.slice(most).map(flagLabel);
    return [
        shown.map((flag) => h(`span.tag${ADVICE.has(flag) ? "" : ".warn"}`, null, flagLabel(flag))),
        more.length > 0 && h("span.tag", { title: more.join(", ") }, `+${more.length}`, h("span.vh", null, ` more: ${more.join(", ")}`)),
    ];
}

export const bar = (percent, classes = "") =>
    h(`span.bar${classes}`, { "aria-hidden": "true" }, h("i", { css: { "inline-size": `${Math.min(100, percent)}%` } }));

export const card = (title, sub, ...content) =>
    h("section.card", { "aria-label": title }, h("header", null, h("h2", null, title), sub && h("span.small", null, sub)), content);

export const none = (text) => h("p.muted.none", null, text);

export const skeleton = (lines, height = 24) =>
    h(
        "div",
        { "aria-hidden": "true" },
        Array.from({ length: lines }, (_, i) =>
            h(
                "div.skel-row",
                { css: { "block-size": `${height}px` } },
                h("span.skel", { css: { "inline-size": `${88 - ((i * 31) % 40)}%` } }),
            ),
        ),
    );

export const emptiness = (name, title, text, ...more) => h("div.state", null, icon(name), h("h3", null, title), h("p", null, text), more);

/** What could not be loaded, what the server said, and a way to try again. */
export function problem(refused, again) {
    const said = refused.unreachable ? "The server could not be reached." : `The server answered “${refused.message}” (${refused.status}).`;
    return h(
        "div.state",
        { role: "alert" },
        icon("error"),
        h("h3", null, "This could not be loaded"),
        h("p", null, said, " Your customers are not affected by this page."),
        refused.reference && h("p.small.muted", null, "Reference ", h("code", null, refused.reference)),
        button("", "Try again", "retry", { onclick: again }),
    );
}
