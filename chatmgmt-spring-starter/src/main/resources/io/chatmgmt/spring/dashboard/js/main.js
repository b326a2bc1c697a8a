// Begins: who is looking, the frame, the data, and the view that the address names.

import { $, h, put } from "./dom.js";
import * as api from "./api.js";
import { onTick, startClock } from "./clock.js";
import { conversationPanel } from "./conversation.js";
import * as feed from "./feed.js";
import { filterQuery, readFilters } from "./filters.js";
import { entered, startFrame, TITLES } from "./frame.js";
import { heldView } from "./held.js";
import { conversationList } from "./list.js";
import { overviewView } from "./overview.js";
import { emptiness, problem } from "./parts.js";
import { qualityView } from "./quality.js";
import { queueView } from "./queue.js";
import { age, state, tell } from "./store.js";

const SESSION_AGAIN = 5 * 60000;
const HEARTBEAT = 15000;
const VIEWS = { overview: overviewView, held: heldView, queue: queueView, quality: qualityView, live: liveView };

let view = null;
let name = "";

/** The list, and beside it the conversation that the address names. */
function liveView(root, id) {
    const box = h("div.live");
    put(root, box);
    let panel = null;
    let open = null;
    const list = conversationList(id);
    box.append(list.element);

    function select(next) {
        if (next === open && panel) {
            return;
        }
        panel?.close();
        panel?.element.remove();
        panel = null;
        open = next;
        box.classList.toggle("open", Boolean(next));
        list.select(next);
        if (next && state.phase === "ready") {
            panel = conversationPanel(next, "talk", leave);
            box.append(panel.element);
            panel.start().then(() => $("#pt")?.focus({ preventScroll: true }));
        }
    }

    function leave() {
        const was = open;
        location.hash = `#/live${filterQuery()}`;
        requestAnimationFrame(() => list.focusRow(was));
    }

    select(id);
    return {
        select,
        resize: () => panel?.resize(),
        close() {
            panel?.close();
            list.close();
        },
    };
}

function route() {
    const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
    const [wanted, encoded] = path.split("/");
    const next = TITLES[wanted] ? wanted : "overview";
    const id = encoded ? decodeURIComponent(encoded) : null;
    if (next === "live") {
        readFilters(query ?? "");
    }
    if (next === name && view?.select && (!query || id)) {
        view.select(id);
        return;
    }
    view?.close?.();
    name = next;
    entered(next);
    const main = $("#main");
    main.scrollTop = 0;
    view = VIEWS[next](main, id);
}

async function identify() {
    const [person, policy] = await Promise.all([api.me(), api.policy()]);
    state.session = {
        ...person,
        bands: policy.bands,
        queues: policy.queues,
        pendingAfter: policy.pendingAfterSeconds ?? 30,
    };
    tell("session", null);
}

async function begin() {
    try {
        await identify();
    } catch (refused) {
        put(
            $("#main"),
            h(
                "div.page",
                null,
                h("section.card", null, refused.status === 401 || refused.status === 403 ? refusedEntry(refused) : problem(refused, begin)),
            ),
        );
        return;
    }
    startFrame();
    startClock();
    onTick(age);
    route();
    await feed.start();
    if (name === "live") {
        name = "";
        route();
    }
    setInterval(() => identify().catch(() => null), SESSION_AGAIN);
    setInterval(beat, HEARTBEAT);
}

/** Whoever has this page open and takes conversations is there. */
function beat() {
    const { agent, id, readOnly } = state.session;
    if (agent && !readOnly && state.connection !== "lost") {
        api.heartbeat(id).catch(() => null);
    }
}

const refusedEntry = (refused) =>
    refused.status === 401
        ? emptiness("lock", "You are not signed in", "Sign in and open this page again.")
        : emptiness("lock", "Not for you", "You have none of the roles that may see conversations.");

$(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    $("#main").focus();
});
addEventListener("hashchange", route);
addEventListener("resize", () => view?.resize?.());
begin();
