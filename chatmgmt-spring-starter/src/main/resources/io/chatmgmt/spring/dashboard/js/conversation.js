// One conversation: who, what state, what was said and why, and what one can do about it.

import { $, $$, h, icon, put, who } from "./dom.js";
import * as api from "./api.js";
import { actionsFor } from "./actions.js";
import { button, iconButton, menu, unless } from "./controls.js";
import { composer } from "./composer.js";
import { duration, hourMinute, language } from "./format.js";
import { since, until } from "./clock.js";
import { waitLimits } from "./cells.js";
import { filterQuery } from "./filters.js";
import { emptiness, flags, none, problem, skeleton, status, control, assignee } from "./parts.js";
import { canAct, dismiss, mayAct, on, state, take } from "./store.js";
import { decisionLine } from "./why.js";
import { drawTalk, Talk } from "./talk.js";
import { context, earlier } from "./background.js";

const NEAR = 48;
const NARROW = 700;
const TREND = 6;
const FIRST = new Set(["join", "override", "escalate"]);

/** The panel of a conversation; `leave` is called by what closes it. */
export function conversationPanel(id, tab, leave) {
    const talk = new Talk(id);
    let current = tab;
    let more = null;
    let failure = null;

    const head = h("div.phead");
    const tabs = h("div.tabs", { role: "tablist", "aria-label": "Conversation" });
    const body = h("div.pbody", { tabindex: "0", role: "tabpanel", "aria-label": "Conversation" });
    const stream = h("div.stream", { role: "log", "aria-label": "Messages" });
    const strip = h("div");
    const watch = h("div");
    const bar = h("div.acts", { role: "toolbar", "aria-label": "Actions" });
    const foot = h("div.pfoot", null, strip, watch, bar);
    const element = h("section.panel", { "aria-labelledby": "pt" }, head, tabs, body, foot);
    const row = () => state.rows.get(id);
    let compose = null;
    let owned = false;

    element.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && !$("dialog[open], .menu")) {
            event.preventDefault();
            leave();
        }
    });
    tabs.addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (step) {
            const all = $$("button", tabs);
            const turn = document.documentElement.dir === "rtl" ? -step : step;
            const next = all[(all.indexOf(document.activeElement) + turn + all.length) % all.length];
            next.click();
            next.focus();
        }
    });

    function drawHead() {
        const now = row();
        const title = h("h2", { id: "pt", tabindex: "-1" }, who(now.name));
        const focused = document.activeElement === $("#pt");
        put(
            head,
            h(
                "div.row.top-al",
                null,
                h(
                    "a.btn.quiet.icon.only-back",
                    {
                        href: `#/live${filterQuery()}`,
                        "aria-label": "Back to the list",
                        title: "Back to the list (Esc)",
                    },
                    icon("back"),
                ),
                h(
                    "div.grow",
                    null,
                    title,
                    h(
                        "p.small.muted.cut",
                        null,
                        now.vip && h("span.c-acc", null, "VIP · "),
                        who(now.contact || now.id),
                        now.contact && [" · ", who(now.id)],
                    ),
                ),
                iconButton("Close", "close", { onclick: leave }, "quiet icon only-close"),
            ),
            h("div.row.wrapf", null, status(now.status), h("span.tag.ctl-tag", null, control(now)), flags(now, 4)),
            facts(now),
        );
        if (focused) {
            title.focus({ preventScroll: true });
        }
    }

    function facts(now) {
        const fact = (label, spare, ...value) => h(`div${spare ? ".spare" : ""}`, null, h("dt", null, label), h("dd", null, value));
        const last = now.latest;
        return h(
            "dl.facts",
            null,
            fact("Started", true, hourMinute(now.startedAt)),
            fact("Duration", false, now.endedAt ? duration(now.endedAt - now.startedAt) : since(now.startedAt)),
            fact("Waiting", false, waiting(now)),
            fact("Last message", false, last ? [since(last.at), " ago"] : "–"),
            fact("Topic", false, h("span", { title: now.topic }, now.topic)),
            fact("Language", false, language(now.language)),
            fact(
                "Confidence",
                false,
                now.confidence == null ? "–" : [`${now.confidence.toFixed(1)} %`, trend(talk.confidences().slice(-TREND))],
            ),
            fact("Earlier", true, more ? earlierFact() : "–"),
        );
    }

    function waiting(now) {
        if (now.waitingSince) {
            return [since(now.waitingSince, waitLimits(now)), now.waitingOn === "HUMAN" ? " for a person" : " for the AI"];
        }
        return now.waitingOn === "CUSTOMER" ? "on the customer" : "–";
    }

    function earlierFact() {
        const count = more.history.episodes;
        const rated = more.history.lastRating ? `, last rated ${more.history.lastRating}` : "";
        return count > 0 ? `${count}${rated}` : "First time";
    }

    const TABS = [
        ["talk", () => "Conversation"],
        ["why", () => `Decisions ${talk.why().length || ""}`],
        ["ctx", () => "Context for the agent"],
        ["earlier", () => "Earlier"],
    ];

    function drawTabs() {
        if (!tabs.firstChild) {
            put(
                tabs,
                TABS.map(([code]) => h("button", { type: "button", role: "tab", "data-code": code, onclick: () => show(code) })),
            );
        }
        TABS.forEach(([code, label], i) => {
            const each = tabs.children[i];
            each.textContent = label();
            each.setAttribute("aria-selected", String(code === current));
            each.setAttribute("tabindex", code === current ? "0" : "-1");
        });
    }

    function show(code) {
        current = code;
        drawTabs();
        drawBody();
        body.scrollTop = code === "talk" ? body.scrollHeight : 0;
    }

    function drawBody() {
        if (failure) {
            put(body, problem(failure, load));
        } else if (current === "talk") {
            drawStream();
        } else if (current === "why") {
            const lines = talk.why();
            put(
                body,
                h(
                    "div.stream",
                    null,
                    lines.length
                        ? lines.map((line) => decisionLine(line, true))
                        : none("No automatic decision that needs an explanation yet."),
                ),
            );
        } else if (current === "ctx") {
            drawLater(context(id));
        } else {
            drawLater(earlier(id));
        }
    }

    function drawStream() {
        const ends = body.scrollHeight - body.scrollTop - body.clientHeight < NEAR || !stream.isConnected;
        if (!stream.isConnected) {
            put(body, stream);
        }
        if (talk.texts.length === 0 && talk.reading) {
            put(stream, skeleton(6, 40));
            return;
        }
        drawTalk(stream, talk, row());
        if (stream.childElementCount === 0) {
            put(stream, none("Nobody has written yet."));
        }
        if (ends) {
            toEnd();
        }
    }

    function toEnd() {
        body.scrollTop = body.scrollHeight;
        requestAnimationFrame(() => {
            body.scrollTop = body.scrollHeight;
        });
    }

    async function drawLater(promise) {
        const wanted = current;
        put(body, skeleton(6));
        const content = await promise.catch((refused) => problem(refused, () => show(wanted)));
        if (current === wanted) {
            put(body, content);
        }
    }

    function drawFoot() {
        const now = row();
        const refusal = state.refusals.get(id);
        put(
            strip,
            refusal &&
                h(
                    "div.strip",
                    { role: "alert" },
                    icon("error", "s"),
                    h("span.grow", null, refusal),
                    iconButton("Dismiss", "close", { onclick: () => dismiss(id) }, "quiet sm icon"),
                ),
        );
        put(watch, watchLine(now));
        drawBar(now);
        if (!compose && mayAct()) {
            compose = composer(id, () => toEnd());
            foot.append(compose.element);
        }
        compose?.update({ owned });
        owned = compose?.owns() ?? false;
        if (compose && now.control === "OFF" && !now.actions.has("NOTE")) {
            compose.element.hidden = true;
        }
    }

    function watchLine(now) {
        if (!mayAct()) {
            return h(
                "p.watch",
                null,
                icon("eye"),
                state.session.readOnly ? "This page is read-only." : "You are looking. Your role cannot act on conversations.",
            );
        }
        if (now.control === "OFF" || owned || compose?.owns()) {
            return null;
        }
        const offer = now.handoff?.offer;
        if (offer) {
            return h(
                "p.watch",
                null,
                icon("pending", "s"),
                h("span", null, "Offered to ", who(offer.agent.name || offer.agent.id), ", ", until(offer.until), " left to accept."),
            );
        }
        const text =
            now.control === "HUMAN"
                ? [who(assignee(now)), " has control. The customer does not see you."]
                : "You are watching. The customer and the AI do not see you.";
        return h("p.watch", null, icon("eye", "s"), h("span", null, text));
    }

    function drawBar(now) {
        const actions = actionsFor(now);
        const narrow = innerWidth < NARROW;
        const mark = JSON.stringify([narrow, canAct(), state.pending.has(id), actions.map((each) => [each.key, each.label, each.why])]);
        bar.hidden = actions.length === 0;
        if (bar.dataset.mark === mark) {
            return;
        }
        const focused = bar.contains(document.activeElement) ? document.activeElement.dataset.action : null;
        bar.dataset.mark = mark;
        const shown = narrow ? actions.filter((each) => FIRST.has(each.key)) : actions.filter((each) => each.key !== "supervise");
        const rest = actions.filter((each) => !shown.includes(each));
        put(
            bar,
            shown.map((each) => {
                const css = each.primary && !each.why ? "pri" : each.key === "resolve" ? "last" : "quiet";
                const busy = state.pending.has(id) && each.key === "join" ? "" : null;
                return unless(
                    button(css, each.label, each.icon, {
                        onclick: each.run,
                        "data-busy": busy,
                        "data-action": each.key,
                    }),
                    each.why,
                );
            }),
            rest.length > 0 &&
                iconButton(
                    "More actions",
                    "more",
                    { "data-action": "more", onclick: (event) => menu(event.currentTarget, rest, "More actions") },
                    "icon end",
                ),
        );
        if (focused) {
            $(`[data-action="${focused}"]`, bar)?.focus({ preventScroll: true });
        }
    }

    function draw() {
        drawHead();
        drawTabs();
        drawFoot();
    }

    /** A conversation that is not in the list, because it was resolved some time ago, is asked for. */
    async function fetchRow() {
        try {
            take((await api.details(id)).row);
            return true;
        } catch (refused) {
            put(element, refused.status === 404 ? notFound() : problem(refused, () => location.reload()));
            return false;
        }
    }

    async function load() {
        failure = null;
        try {
            const reading = talk.read();
            drawBody();
            const [details] = await Promise.all([api.details(id), reading]);
            more = details;
        } catch (refused) {
            failure = refused;
        }
        if (element.isConnected && row()) {
            draw();
            drawBody();
            if (current === "talk") {
                toEnd();
            }
        }
    }

    async function refresh() {
        try {
            await talk.read();
            failure = null;
        } catch {
            return;
        }
        if (element.isConnected && row()) {
            drawHead();
            drawTabs();
            if (current === "talk") {
                drawStream();
            } else if (current === "why" && !body.contains(document.activeElement)) {
                drawBody();
            }
        }
    }

    const ends = [
        on("row", (change) => {
            if (change.id === id && row()) {
                draw();
                if (current === "talk" && talk.texts.length) {
                    drawTalk(stream, talk, row());
                }
                if (!row().guess) {
                    refresh();
                }
            }
        }),
        on("rows", () => row() && (draw(), refresh())),
        on("connection", () => row() && draw()),
        on("refusal", (which) => which === id && row() && drawFoot()),
    ];

    return {
        element,
        async start() {
            if (!row() && !(await fetchRow())) {
                return;
            }
            draw();
            load();
        },
        show,
        resize: () => row() && drawBar(row()),
        close: () => ends.forEach((end) => end()),
    };
}

export const notFound = () =>
    emptiness(
        "live",
        "Conversation not found",
        "It may have been resolved long ago or belong to somebody else, or the address is wrong.",
        h("a.btn", { href: `#/live${filterQuery()}` }, "Back to the list"),
    );

const trend = (values) =>
    values.length > 1 &&
    h(
        "span.mini6",
        {
            role: "img",
            "aria-label": `Confidence of the last answers: ${values.map((value) => value.toFixed(1)).join(", ")}`,
        },
        values.map((value) =>
            h(`i${value < 70 ? ".lo" : value < 80 ? ".mid" : ""}`, {
                css: { "block-size": `${Math.max(3, ((value - 40) / 60) * 16)}px` },
            }),
        ),
    );
