// Says why: what was decided, for which reasons, with value against threshold, what was considered and rejected, and by
// which policy.

import { $, h, icon, who } from "./dom.js";
import * as api from "./api.js";
import { hourMinute, hourMinuteSecond, words } from "./format.js";
import { nameOf } from "./model.js";
import { shine } from "./list.js";
import { REASON } from "./words.js";

const ICONS = {
    HOLD: "held",
    ESCALATE: "escalate",
    OFFER_HUMAN: "invited",
    QUEUED: "queue",
    OFFERED: "pending",
    ACCEPTED: "join",
    DECLINED: "close",
    TIMED_OUT: "pending",
    TRANSFERRED: "transfer",
    HANDED_BACK: "handback",
    FLAG: "flagged",
    FALLBACK: "override",
    DISCARD: "close",
    STALE: "close",
    APPROVED: "resolved",
    EDITED: "override",
    REPLACED: "override",
    EXPIRED: "pending",
    ABANDONED: "off",
    RESOLVED: "resolved",
    REOPENED: "start",
    OPENED: "start",
    RATED: "star",
    JOINED: "join",
};

const ACTED = new Set(["ESCALATE", "OFFER_HUMAN", "FLAG"]);

/** One line between the messages, with its box of reasons when there is anything to explain. */
export function decisionLine(line, unfolded = false) {
    const box = h(`div.ev${line.strong ? ".key" : ""}`, { "data-kind": line.kind });
    const why = line.why ? whyBox(line) : null;
    const toggle = (event) => {
        why.hidden = !why.hidden;
        event.currentTarget.setAttribute("aria-expanded", String(!why.hidden));
        if (!why.hidden && line.kind === "OFFERED") {
            explainChoice(line, why);
        }
    };
    const button =
        why && h("button.whyb", { type: "button", "aria-expanded": String(unfolded), onclick: toggle }, "Why", icon("chevron", "s"));
    if (why) {
        why.hidden = !unfolded;
    }
    box.append(
        h(
            "div.ln",
            null,
            icon(ICONS[line.kind] ?? "start", "s"),
            h("span.grow", { dir: "auto" }, who(line.text)),
            button ?? "",
            h("span.tm.num", null, hourMinute(line.at)),
        ),
    );
    if (why) {
        box.append(why);
    }
    return box;
}

/** The lines of one entry of the timeline: its decisions, or what happened where nothing was decided. */
export function linesOf(id, entry) {
    const at = Date.parse(entry.at);
    const common = { id, at, version: entry.version, policy: entry.policy, epoch: entry.epoch, actor: entry.actor };
    const decisions = entry.decisions.map((decision) => ({
        ...common,
        kind: decision.kind,
        text: decision.title,
        strong: decision.strong,
        why: explains(decision) ? decision : null,
    }));
    const told = entry.decisions.length ? [] : entry.events;
    return [...decisions, ...told.map((event) => ({ ...common, kind: event.type, text: event.title, strong: false, why: null }))];
}

const explains = (decision) => decision.reasons.length > 0 || decision.queue != null || decision.agent != null;

function whyBox(line) {
    const decision = line.why;
    const acted = decision.reasons.filter((reason) => ACTED.has(reason.outcome));
    const chosen = acted.length ? acted : decision.reasons;
    const passed = decision.reasons.filter((reason) => !chosen.includes(reason));
    return h(
        "div.why",
        { role: "group", "aria-label": `Why: ${line.text}` },
        h("div", null, h("h4", null, "Decision"), h("p.out", null, outcome(decision))),
        chosen.length > 0 &&
            h(
                "div",
                null,
                h("h4", null, "Reasons"),
                h(
                    "ul.rs",
                    null,
                    chosen.map((reason) => reasonLine(reason, line.strong)),
                ),
            ),
        passed.length > 0 &&
            h(
                "div",
                null,
                h("h4", null, "Considered and rejected"),
                h(
                    "ul.rej",
                    null,
                    passed.map((reason) =>
                        h("li", null, h("span", null, REASON[reason.code] ?? words(reason.code)), h("span", null, who(reason.sentence))),
                    ),
                ),
            ),
        h(
            "p.small.muted",
            null,
            "Policy ",
            h("code", { title: line.policy }, String(line.policy ?? "").slice(0, 12)),
            line.epoch != null && ` · control epoch ${line.epoch}`,
            ` · ${hourMinuteSecond(line.at)}`,
        ),
    );
}

function outcome(decision) {
    const parts = [words(decision.kind)];
    if (decision.queue) {
        parts.push(`queue ${words(decision.queue)}`);
    }
    if (decision.level) {
        parts.push(`level ${String(decision.level).replace("L", "")}`);
    }
    if (decision.agent) {
        parts.push(nameOf(decision.agent));
    }
    return parts.join(", ");
}

function reasonLine(reason, strong) {
    const measured = reason.evidence.find((each) => each.threshold != null && each.value != null && each.threshold > 0);
    const messages = [...new Set(reason.evidence.map((each) => each.message).filter((number) => number > 0))];
    return h(
        "li",
        null,
        h("span.txt", { dir: "auto" }, who(reason.sentence)),
        h(
            "span.num",
            null,
            measured ? [h("b.strong", null, figure(measured.value)), h("span.muted", null, ` of ${figure(measured.threshold)}`)] : "",
        ),
        measured && gauge(measured, strong),
        h(
            "span.small.muted.full",
            null,
            h("code", null, reason.code),
            ` · score ${figure(reason.score)}`,
            messages.length > 0 && [" · ", messages.map((number, i) => [i ? ", " : "", messageLink(number)])],
        ),
    );
}

const figure = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(2));

function gauge({ value, threshold }, strong) {
    const most = value <= 1 && threshold <= 1 ? 1 : Math.max(value, threshold) * 1.25;
    return h(
        `span.gauge${strong ? ".hit" : ""}`,
        { "aria-hidden": "true" },
        h("i", { css: { "inline-size": `${Math.min(100, (value / most) * 100)}%` } }),
        h("u", { css: { "inset-inline-start": `${Math.min(100, (threshold / most) * 100)}%` } }),
    );
}

function messageLink(number) {
    const go = (event) => {
        event.preventDefault();
        const message = $(`#m${number}`);
        if (message) {
            message.scrollIntoView({ block: "center" });
            shine(message);
        }
    };
    return h("a.src", { href: `#m${number}`, onclick: go }, `message ${number}`);
}

/** Why this agent: asked for when somebody wants to know. */
async function explainChoice(line, box) {
    if (box.dataset.asked) {
        return;
    }
    box.dataset.asked = "true";
    try {
        const chosen = await api.whyChosen(line.id);
        if (Math.abs(Date.parse(chosen.at) - line.at) < 1000) {
            box.firstChild.append(h("p.small", null, chosen.sentence));
        }
    } catch {
        // The line says who it was, and that is all that is known.
    }
}
