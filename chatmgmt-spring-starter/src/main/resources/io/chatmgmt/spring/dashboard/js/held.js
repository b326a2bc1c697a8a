// Answers of the AI that wait for a decision, the first to run out first.

import { $, $$, h, icon, prose, put, who } from "./dom.js";
import * as api from "./api.js";
import { button, choice, demand, unless } from "./controls.js";
import { decide } from "./actions.js";
import { language, languageCode } from "./format.js";
import { onTick, ring } from "./clock.js";
import { at, authorOf, heldOf, nameOf, rowOf, scaled } from "./model.js";
import { confidence, emptiness, problem, skeleton } from "./parts.js";
import { canAct, isMe, may, on, state, whyNot } from "./store.js";
import { EXPIRY, OVERRIDE } from "./words.js";
import { conversationLink } from "./cells.js";

const KEYS = { a: "approve", e: "edit", r: "replace", d: "discard" };
const ASK = { edit: "Why the edit?", replace: "Why replace it?", discard: "Why discard it?" };
const VERB = { edit: "Send edited answer", replace: "Send as yourself", discard: "Discard the answer" };
const SAID = {
    approve: "Sent as the AI’s answer.",
    edit: "Edited answer sent. The original is kept.",
    replace: "Your answer was sent. The original is kept.",
    discard: "Discarded. The fallback text was sent.",
};
const CLAIM_EVERY = 20000;

export function heldView(root, wanted) {
    let selected = wanted;
    let answers = [];
    let reviewers = 0;
    let loading = 0;
    let pane = null;
    const box = h("div.held");
    put(root, h("div.page", null, h("section.card", null, skeleton(8))));

    async function load() {
        if (!may("REVIEW") && !state.session.readOnly) {
            put(
                root,
                h(
                    "div.page",
                    null,
                    h(
                        "section.card",
                        null,
                        emptiness("lock", "Not for your role", "Held answers are decided by reviewers and supervisors."),
                    ),
                ),
            );
            return;
        }
        try {
            const page = await api.held();
            reviewers = page.reviewersOnline;
            answers = page.answers.map((json) => ({
                json,
                id: json.conversation,
                row: rowOf(json.row),
                ticket: json.ticket,
                until: at(json.deadline),
                since: at(json.heldAt),
                confidence: scaled(json.confidence),
            }));
            draw();
        } catch (refused) {
            put(root, h("div.page", null, h("section.card", null, problem(refused, load))));
        }
    }

    function soon() {
        loading ||= setTimeout(() => {
            loading = 0;
            load();
        }, 250);
    }

    const current = () => answers.find((each) => each.id === selected) ?? answers[0];

    function draw() {
        if (answers.length === 0 && !pane?.busy()) {
            pane?.close();
            pane = null;
            put(root, h("div.page", null, h("section.card", null, nothing())));
            return;
        }
        if (!box.isConnected) {
            put(root, box);
        }
        const shown = current();
        if (pane && pane.busy()) {
            drawList(pane.answer);
            return;
        }
        if (!pane || !shown || pane.answer.id !== shown.id || pane.answer.ticket !== shown.ticket) {
            pane?.close();
            pane = answerPane(shown, done);
        }
        drawList(shown);
        box.classList.toggle("open", Boolean(wanted));
    }

    function drawList(shown) {
        const focused = $(".hlist", box)?.contains(document.activeElement);
        const list = h(
            "div.hlist",
            { role: "group", "aria-label": "Held answers, first to run out first" },
            h(
                "div.row.small.muted.hhead",
                null,
                h("span", null, `${answers.length} held, first to run out first`),
                h("span.end", null, online(reviewers)),
            ),
            answers.map((each) => line(each, each.id === shown.id)),
            may("REVIEW") &&
                h(
                    "p.small.muted.only-wide",
                    null,
                    "With the list in focus: ",
                    ["A approve", "E edit", "R replace", "D discard"].map((key) => [h("kbd", null, key[0]), `${key.slice(1)}  `]),
                ),
        );
        list.addEventListener("keydown", keys);
        put(box, list, pane.element);
        if (focused) {
            $(".hrow[aria-current]", list)?.focus({ preventScroll: true });
        }
    }

    function line(each, isCurrent) {
        return h(
            "button.hrow",
            { type: "button", "aria-current": isCurrent ? "true" : null, onclick: () => open(each.id) },
            ring(each.until, each.until - each.since),
            h("span.row", null, who(each.row.name, ".cut.strong.grow"), h("span.tag", null, languageCode(each.row.language))),
            each.confidence != null && h(`span.num${each.confidence < 70 ? ".c-bad" : ".soft"}`, null, `${each.confidence.toFixed(1)} %`),
            h("span.l2.cut", null, claimed(each) ?? who(each.json.question)),
        );
    }

    function claimed(each) {
        const claim = heldOf(each.json)?.claim;
        return claim && !isMe(claim.by) ? [who(nameOf(claim.by)), " is reviewing it"] : null;
    }

    function open(id) {
        selected = id;
        wanted = id;
        location.hash = `#/held/${encodeURIComponent(id)}`;
        draw();
    }

    function keys(event) {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        const act = KEYS[event.key.toLowerCase()];
        if (step) {
            event.preventDefault();
            const all = $$(".hrow", box);
            all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
        } else if (act && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            $(`[data-act=${act}]`, box)?.click();
        }
    }

    function done() {
        wanted = null;
        selected = null;
        history.replaceState(null, "", "#/held");
        load();
    }

    const nothing = () =>
        emptiness(
            "resolved",
            "No answer is waiting",
            "Answers with low confidence or on sensitive topics are held here before they are sent.",
            h("p.small.muted", null, `${online(reviewers)}. With nobody online, answers are never held.`),
        );

    load();
    const ends = [
        on(
            "row",
            ({ row, before }) =>
                (row.held?.ticket !== before?.held?.ticket || row.held?.claim?.by.id !== before?.held?.claim?.by.id) && soon(),
        ),
        on("rows", soon),
        on("connection", () => pane?.redraw()),
    ];
    return {
        select(id) {
            wanted = id;
            selected = id ?? selected;
            box.classList.toggle("open", Boolean(id));
            if (answers.length) {
                draw();
            }
        },
        close() {
            ends.forEach((end) => end());
            pane?.close();
            clearTimeout(loading);
        },
    };
}

const online = (count) => (count === 1 ? "1 reviewer online" : `${count} reviewers online`);

/** One held answer: what came before, the question, the draft, the decision, and why it is held. */
function answerPane(answer, done) {
    const { json, row } = answer;
    let mode = null;
    let deciding = false;
    let settled = null;
    const draft = h("textarea.draftbox", {
        dir: "auto",
        readOnly: true,
        "aria-label": "The AI’s draft",
        value: json.draft.text,
        rows: "3",
        maxlength: "8000",
    });
    const reason = h("div", { hidden: true });
    const bar = h("div.acts.hacts");
    const claim = h("p.small.muted");
    let reasons = null;

    const element = h(
        "section.hpane",
        { "aria-label": "Held answer" },
        h(
            "header",
            null,
            h("a.btn.quiet.icon.only-narrow", { href: "#/held", "aria-label": "Back to the list" }, icon("back")),
            ring(answer.until, answer.until - answer.since, true),
            h(
                "div.grow",
                null,
                h("h2.title", null, who(row.name)),
                h("p.small.muted.cut", null, `${row.topic} · ${language(row.language)} · `, who(answer.id)),
            ),
            h("span.only-wide", null, confidence(answer.confidence)),
        ),
        h(
            "div.hb",
            null,
            h(
                "div.hgrid",
                null,
                h(
                    "div.main",
                    null,
                    json.before.length > 0 &&
                        h(
                            "div",
                            null,
                            h("h3", null, "Before that"),
                            h(
                                "ul.before",
                                null,
                                json.before.map((text) =>
                                    h("li", null, h("span.muted.cut", null, authorOf(text.author, text.by)), who(text.text, ".wrap")),
                                ),
                            ),
                        ),
                    h("div", null, h("h3", null, "The customer asked"), prose(json.question, "div.quote")),
                    h("div", null, h("h3", null, "The AI would answer"), draft),
                    reason,
                    bar,
                ),
                h(
                    "div.side",
                    null,
                    h(
                        "div",
                        null,
                        h("h3", null, "Why it is held"),
                        h(
                            "ul",
                            null,
                            json.reasons.map((each) =>
                                h(
                                    "li.row.top-al.why-held",
                                    null,
                                    h("span.c-warn", null, icon("flagged", "s")),
                                    h("span", null, who(each.sentence)),
                                ),
                            ),
                        ),
                    ),
                    h(
                        "div",
                        null,
                        h("h3", null, "When the time is over"),
                        h("p", null, json.expirySentence || EXPIRY[json.onExpiry] || ""),
                    ),
                    json.model && h("div", null, h("h3", null, "Model"), h("p", null, who(json.model))),
                    claim,
                ),
            ),
        ),
    );

    function redraw() {
        const off = canAct() ? null : whyNot();
        const writes = mode === "edit" || mode === "replace";
        draft.readOnly = !writes;
        reason.hidden = !mode;
        const holder = state.rows.get(answer.id)?.held?.claim;
        put(claim, holder && (isMe(holder.by) ? "You are reviewing it." : [who(nameOf(holder.by)), " is reviewing it."]));
        if (settled) {
            put(bar, settled);
        } else if (!may("REVIEW")) {
            put(bar, h("p.watch", null, icon("eye"), whyNot()));
        } else if (!mode) {
            put(
                bar,
                unless(
                    button("pri", "Approve and send", "resolved", {
                        "data-act": "approve",
                        onclick: () => finish("approve"),
                    }),
                    off,
                ),
                unless(button("", "Edit", "override", { "data-act": "edit", onclick: () => enter("edit") }), off),
                unless(button("", "Replace", "transfer", { "data-act": "replace", onclick: () => enter("replace") }), off),
                unless(button("danger", "Discard", "close", { "data-act": "discard", onclick: () => enter("discard") }), off),
                h("a.btn.quiet.end", { href: conversationLink(answer.id) }, icon("live"), h("span", null, "Open conversation")),
            );
        } else {
            put(
                bar,
                unless(
                    button(mode === "discard" ? "danger" : "pri", VERB[mode], mode === "discard" ? "close" : "send", {
                        onclick: () => finish(mode),
                    }),
                    off,
                ),
                button("quiet", "Back", null, { onclick: () => enter(null) }),
            );
        }
    }

    function enter(wanted) {
        mode = wanted;
        draft.value = mode === "replace" ? "" : json.draft.text;
        if (mode) {
            reasons = choice(OVERRIDE, "Reason");
            put(reason, h("h3", null, ASK[mode]), reasons);
            claimIt();
        }
        redraw();
        if (mode === "discard") {
            $(".chip", reason).focus();
        } else if (mode) {
            draft.focus();
        }
    }

    /** Whoever writes keeps the answer to themselves meanwhile; refreshed while they do. */
    let claimed = 0;
    function claimIt() {
        claimed = Date.now();
        api.act(answer.id, "held/claim", {}, `ticket-${answer.ticket}`).catch(() => null);
    }

    async function finish(how) {
        if (deciding) {
            return;
        }
        if (how !== "approve" && !reasons.dataset.value) {
            demand(reasons, "Choose a reason. It is kept with the original answer.");
            return;
        }
        const writes = how === "edit" || how === "replace";
        if (writes && !draft.value.trim()) {
            draft.focus();
            return;
        }
        deciding = true;
        const own = state.rows.get(answer.id) ?? row;
        const asked = own.held?.ticket === answer.ticket ? own : { ...own, held: { ticket: answer.ticket } };
        const won = await decide(asked, how, {
            text: writes ? draft.value.trim() : null,
            reason: reasons?.dataset.value,
            said: SAID[how],
        });
        deciding = false;
        mode = null;
        if (won) {
            done();
        } else {
            settled = h(
                "div.done.grow",
                { role: "alert" },
                icon("resolved"),
                h("span.grow", null, state.refusals.get(answer.id) ?? "It was not done."),
                button("sm", "Next answer", null, { onclick: done }),
            );
            reason.hidden = true;
            redraw();
        }
    }

    const stop = onTick(() => mode && mode !== "discard" && Date.now() - claimed > CLAIM_EVERY && claimIt());
    redraw();
    return { element, answer, redraw, close: stop, busy: () => deciding || mode != null || settled != null };
}
