// The messages, notes, drafts and decisions of one conversation, in the order in which they happened.

import { h, icon, prose, who } from "./dom.js";
import * as api from "./api.js";
import { button, unless } from "./controls.js";
import { hourMinute } from "./format.js";
import { ring } from "./clock.js";
import { decide, discard, override } from "./actions.js";
import { authorOf, nameOf, scaled } from "./model.js";
import { confidence } from "./parts.js";
import { canAct, isMe, state, whyNot } from "./store.js";
import { decisionLine, linesOf } from "./why.js";

/** Texts that people see between the messages; what a program keeps beside them is left out. */
const SHOWN = new Set(["MESSAGE", "CORRECTION", "NOTE", "DRAFT", "PROMISE", "RESOLUTION", "COMMENT"]);

/** What has been read of a conversation, and how to read on. */
export class Talk {
    constructor(id) {
        this.id = id;
        this.texts = [];
        this.lines = [];
        this.lastText = 0;
        this.lastVersion = 0;
        this.reading = null;
        this.again = false;
    }

    /** Reads what is new. Calls that come in meanwhile lead to one more reading. */
    read() {
        if (this.reading) {
            this.again = true;
            return this.reading;
        }
        this.reading = this.readOn().finally(() => {
            this.reading = null;
        });
        return this.reading;
    }

    async readOn() {
        do {
            this.again = false;
            await Promise.all([this.readTexts(), this.readLines()]);
        } while (this.again);
    }

    async readTexts() {
        let next = this.lastText;
        while (next != null) {
            const page = await api.messages(this.id, next);
            for (const text of page.messages) {
                if (text.number > this.lastText) {
                    this.lastText = text.number;
                    this.texts.push(text);
                }
            }
            next = page.next;
        }
    }

    async readLines() {
        let next = this.lastVersion;
        while (next != null) {
            const page = await api.timeline(this.id, next);
            for (const entry of page.entries) {
                if (entry.version > this.lastVersion) {
                    this.lastVersion = entry.version;
                    this.lines.push(...linesOf(this.id, entry));
                }
            }
            next = page.next;
        }
    }

    /** Everything in order: at the same instant a message, then what was decided about it, then the draft that waits. */
    items() {
        const rank = (kind) => (kind === "DRAFT" ? 2 : 0);
        return [
            ...this.texts
                .filter((text) => SHOWN.has(text.kind))
                .map((text) => ({ at: Date.parse(text.at), rank: rank(text.kind), key: `m${text.number}`, text })),
            ...this.lines.map((line, i) => ({ at: line.at, rank: 1, key: `v${line.version}.${i}`, line })),
        ].sort((a, b) => a.at - b.at || a.rank - b.rank);
    }

    why() {
        return this.lines.filter((line) => line.why);
    }

    confidences() {
        return this.texts
            .filter((text) => text.kind === "MESSAGE" && text.answer?.confidence != null)
            .map((text) => scaled(text.answer.confidence));
    }
}

/** Brings a stream of messages up to date, and leaves alone what has not changed. */
export function drawTalk(stream, talk, row) {
    const known = new Map([...stream.children].map((child) => [child.dataset.key, child]));
    let before = null;
    for (const item of talk.items()) {
        const mark = item.text?.kind === "DRAFT" ? `${waits(item.text, row)}${canAct()}${claimMark(row)}` : "";
        let element = known.get(item.key);
        known.delete(item.key);
        if (!element || element.dataset.mark !== mark) {
            const fresh = item.line ? decisionLine(item.line) : message(item.text, row);
            fresh.dataset.key = item.key;
            fresh.dataset.mark = mark;
            element?.replaceWith(fresh);
            element = fresh;
        }
        const place = before ? before.nextSibling : stream.firstChild;
        if (place !== element) {
            stream.insertBefore(element, place);
        }
        before = element;
    }
    known.forEach((child) => child.remove());
}

const waits = (text, row) => row.held != null && text.answer?.ticket === row.held.ticket;
const claimMark = (row) => row.held?.claim?.by.id ?? "";

function message(text, row) {
    const time = h("span.t.num", null, hourMinute(Date.parse(text.at)));
    const props = { id: `m${text.number}` };
    switch (text.kind) {
        case "NOTE":
            return note(props, text, "internal note, the customer does not see it", time);
        case "PROMISE":
            return note(props, text, "promised to the customer", time);
        case "RESOLUTION":
            return note(props, text, "resolution note", time);
        case "COMMENT":
            return h("div.msg.customer", props, head("star", row.name, time, h("span", null, "rating")), prose(text.text));
        case "DRAFT":
            return waits(text, row) ? draft(props, text, row, time) : settledDraft(props, text, time);
        default:
            return spoken(props, text, row, time);
    }
}

function spoken(props, text, row, time) {
    const corrected = text.kind === "CORRECTION" && h("span", null, `corrects message ${text.refersTo}`);
    switch (text.author) {
        case "CUSTOMER":
            return h("div.msg.customer", props, head("person", row.name, time), prose(text.text));
        case "AI":
            return h(
                "div.msg.ai",
                props,
                head("ai", "AI", time, text.answer && confidence(scaled(text.answer.confidence)), route(text.answer), corrected),
                prose(text.text),
            );
        case "AGENT":
        case "SUPERVISOR":
            return h(
                "div.msg.human",
                props,
                head("person", isMe(text.by) ? "You" : authorOf(text.author, text.by), time, corrected),
                prose(text.text),
            );
        default:
            return h("div.msg.system", props, head("bell", "Automatic message", time, corrected), prose(text.text));
    }
}

const ROUTES = {
    APPROVED: "approved by a person",
    EDITED: "edited by a person",
    EXPIRED: "sent when the review ran out",
};
const route = (answer) => answer?.route && ROUTES[answer.route] && h("span", null, ROUTES[answer.route]);

const head = (name, by, time, ...more) => h("div.h", null, icon(name, "s"), h("b.cut", null, who(by)), more, time);

function note(props, text, what, time) {
    const by = text.by ? (isMe(text.by) ? "You" : nameOf(text.by)) : authorOf(text.author);
    return h(
        "div.msg.note",
        props,
        h("div.h", null, icon("lock", "s"), h("b.cut", null, who(by)), h("i", null, what), time),
        prose(text.text),
    );
}

const settledDraft = (props, text, time) =>
    h(
        "div.msg.draft.past",
        props,
        head("held", "AI draft, not sent as it stood", time, text.answer && confidence(scaled(text.answer.confidence))),
        prose(text.text),
    );

function draft(props, text, row, time) {
    const off = canAct() ? null : whyNot();
    const reviewer = row.actions.has("REVIEW") && state.session.permissions.includes("REVIEW");
    const own = () => state.rows.get(row.id);
    const acts =
        reviewer &&
        h(
            "div.acts",
            null,
            unless(
                button("pri sm", "Approve and send", "resolved", {
                    onclick: () => decide(own(), "approve", { said: "Sent as the AI’s answer." }),
                }),
                off,
            ),
            unless(button("sm", "Replace", "override", { onclick: () => override(own()) }), off),
            unless(button("sm danger", "Discard", "close", { onclick: () => discard(own()) }), off),
        );
    const claim = row.held.claim;
    return h(
        "div.msg.draft",
        props,
        head("held", "AI draft, not sent", time, confidence(row.held.confidence)),
        h(
            "div.body",
            null,
            h("div.row.top-al", null, prose(text.text, "p.grow.wrap"), ring(row.held.until, row.held.until - row.held.at)),
            claim && h("p.small.muted", null, isMe(claim.by) ? "You are reviewing it." : [who(nameOf(claim.by)), " is reviewing it."]),
            acts,
        ),
    );
}
