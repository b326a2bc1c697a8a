// What each cell of the list shows, and what of the row it depends on.

import { h, icon, safe, who } from "./dom.js";
import { button, iconButton, menu } from "./controls.js";
import { actionsFor } from "./actions.js";
import { duration, language, languageCode } from "./format.js";
import { since, until } from "./clock.js";
import { filterQuery } from "./filters.js";
import { assignee, confidence, control, controlIcon, flags, status } from "./parts.js";
import { canAct, mayAct, state } from "./store.js";
import { VERB } from "./words.js";

const ON = { HUMAN: "for a person", AI: "for the AI", CUSTOMER: "on customer", NOBODY: "" };

export const waitLimits = (row) => {
    if (row.waitingOn !== "HUMAN") {
        return [30, 60];
    }
    const quote = row.handoff?.quote;
    return quote?.p50Seconds != null ? [Math.max(30, quote.p50Seconds), Math.max(60, quote.p90Seconds)] : [120, 240];
};

export const conversationLink = (id) => `#/live/${encodeURIComponent(id)}${filterQuery()}`;

/** For each column: what it shows, and what of the row it depends on. A change patches only the cells that it touches. */
export const CELLS = {
    cu: [
        (row, list) => [
            h(
                "span.nm",
                null,
                h(
                    "a.cut",
                    {
                        href: conversationLink(row.id),
                        tabindex: list.isActive(row.id) ? "0" : "-1",
                        title: safe(row.name),
                    },
                    who(row.name),
                ),
                row.vip && h("span.vip", { title: "VIP customer" }, icon("star", "s"), h("span.vh", null, "VIP")),
                row.episode > 1 && h("span.small.muted", { title: `${row.episode - 1} earlier in this conversation` }, `×${row.episode}`),
            ),
            h("span.l2.cut", null, row.latest ? [h("span", null, who(row.latest.by), ": "), who(row.latest.text)] : "No message yet"),
        ],
        (row) => [row.name, row.vip, row.episode, row.latest?.number, row.latest?.text],
    ],
    st: [
        (row) => [
            status(row.status),
            h(
                "span.mini",
                null,
                icon(controlIcon(row.control)),
                h("span.cut", null, row.control === "HUMAN" ? who(assignee(row)) : row.topic),
            ),
        ],
        (row) => [row.status, row.control, row.agent?.id, row.topic],
    ],
    to: [(row) => h("span.cut.blk", { title: row.topic }, row.topic), (row) => [row.topic]],
    la: [(row) => h("abbr", { title: language(row.language) }, languageCode(row.language)), (row) => [row.language]],
    du: [
        (row) => (row.endedAt ? h("span.muted", null, duration(row.endedAt - row.startedAt)) : since(row.startedAt)),
        (row) => [row.startedAt, row.endedAt],
    ],
    wa: [
        (row) => [
            row.waitingSince ? since(row.waitingSince, waitLimits(row)) : h("span.muted", null, "–"),
            h("span.l2", null, ON[row.waitingOn]),
        ],
        (row) => [row.waitingSince, row.waitingOn, row.handoff?.quote?.p50Seconds],
    ],
    co: [(row) => confidence(row.confidence, row.mean), (row) => [row.confidence, row.mean]],
    ct: [
        (row) => [control(row), h("span.l2", null, controlLine(row))],
        (row) => [row.control, row.agent?.id, row.held?.until, row.handoff?.state, row.handoff?.offer?.number, state.pending.has(row.id)],
    ],
    fl: [(row) => h("span.flags", null, flags(row, row.flags.length > 2 ? 1 : 2)), (row) => row.flags],
    ac: [(row, list) => rowActions(row, list), (row) => [row.action, row.held != null, canAct(), row.rating]],
};

function controlLine(row) {
    if (state.pending.has(row.id)) {
        return "asking the server";
    }
    if (row.held) {
        return [until(row.held.until), " left"];
    }
    if (row.handoff?.offer) {
        return ["offered, ", until(row.handoff.offer.until), " left"];
    }
    if (row.handoff?.state === "QUEUED") {
        return ["queued ", since(row.handoff.enqueuedAt)];
    }
    return row.control === "HUMAN" ? ["for ", since(row.controlSince)] : "";
}

function rowActions(row, list) {
    const verb = row.held && canAct() && row.actions.has("REVIEW") ? "Review" : mayAct() ? VERB[row.action] : "View";
    const open = () => {
        location.hash = row.held && verb === "Review" ? `#/held/${encodeURIComponent(row.id)}` : conversationLink(row.id);
    };
    const more = (event) => {
        list.freeze(true);
        const acts = actionsFor(state.rows.get(row.id) ?? row).filter((action) => action.key !== "note");
        menu(
            event.currentTarget,
            [{ label: "View", icon: "eye", run: () => (location.hash = conversationLink(row.id)) }, ...acts],
            `Actions for ${safe(row.name)}`,
        );
    };
    return [
        button("text sm", verb, null, { tabindex: "-1", onclick: open, "aria-label": `${verb}: ${safe(row.name)}` }),
        iconButton(`Actions for ${safe(row.name)}`, "more", { tabindex: "-1", onclick: more }, "quiet sm icon"),
    ];
}
