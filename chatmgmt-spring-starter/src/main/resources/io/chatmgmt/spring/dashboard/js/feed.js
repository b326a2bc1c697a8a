// Keeps the page up to date: a snapshot, then server-sent events from where it ends. When the stream breaks the page asks
// every five seconds instead; when that fails too it says so, switches actions off, and goes on trying.

import * as api from "./api.js";
import { now, setClock } from "./clock.js";
import { at } from "./model.js";
import { connected, state, take, takeAll, tell } from "./store.js";

const PAGE = 1000;
const RECENT = 50;
const POLL = 5000;
const PATIENCE = 2000;
const SILENCE = 45000;

let source = null;
/** Where to go on: after the snapshot, or after the last event. */
let token = "";
let poll = 0;
let broken = 0;
let silence = 0;
let caught = null;

/** When the next attempt is made, for people who wait for it. */
export let nextTry = 0;

export async function start() {
    try {
        await load();
    } catch (refused) {
        state.phase = "failed";
        state.failure = refused;
        connected(refused.unreachable ? "lost" : "wait");
        tell("rows", null);
        return;
    }
    listen();
}

async function load() {
    const rows = [];
    let first = null;
    let cursor = null;
    do {
        const page = await api.conversations({ scope: "OPEN", sort: "OPENED", limit: PAGE, cursor });
        first ??= page;
        rows.push(...page.rows);
        cursor = page.cursor;
    } while (cursor);
    rows.push(...(await api.conversations({ scope: "RESOLVED", limit: RECENT })).rows);
    setClock(at(first.asOf));
    token = first.feed;
    state.phase = "ready";
    state.failure = null;
    takeAll(rows);
}

function listen() {
    source?.close();
    source = new EventSource(api.address(`feed?since=${encodeURIComponent(token)}`), { withCredentials: true });
    source.addEventListener("open", opened);
    source.addEventListener("error", broke);
    const hears = (name, use) => source.addEventListener(name, (event) => heard(event, use));
    hears("hello", () => null);
    hears("heartbeat", () => null);
    hears("conversation", receive);
    hears("agent", (json) => tell("agent", json));
    hears("counters", (json) => tell("counters", json));
    hears("reset", reload);
}

function opened() {
    clearTimeout(broken);
    clearTimeout(poll);
    broken = 0;
    if (state.connection === "lost" || state.connection === "slow") {
        caught = { count: 0, lost: state.connection === "lost" };
        setTimeout(() => {
            tell("caught-up", caught);
            caught = null;
        }, 1500);
    }
    connected("live");
    watchSilence();
}

function heard(event, use) {
    token = event.lastEventId || token;
    state.heardAt = now();
    watchSilence();
    let json;
    try {
        json = event.data ? JSON.parse(event.data) : null;
    } catch {
        return;
    }
    use(json);
}

function receive(json) {
    if (take(json) && caught) {
        caught.count++;
    }
}

/** A stream that says nothing, not even a heartbeat, is broken although nobody noticed. */
function watchSilence() {
    clearTimeout(silence);
    silence = setTimeout(() => {
        if (state.connection === "live") {
            broke();
            listen();
        }
    }, SILENCE);
}

function broke() {
    if (!broken) {
        broken = setTimeout(ask, PATIENCE);
    }
}

async function ask() {
    clearTimeout(poll);
    try {
        await load();
        connected("slow");
    } catch (refused) {
        if (refused.status === 401) {
            tell("signed-out", null);
            return;
        }
        connected("lost");
    }
    nextTry = now() + POLL;
    poll = setTimeout(ask, POLL);
    if (!source || source.readyState === EventSource.CLOSED) {
        listen();
    }
}

export async function reload() {
    try {
        await load();
        listen();
    } catch {
        broke();
    }
}

/** Somebody does not want to wait for the next attempt. */
export function retryNow() {
    clearTimeout(broken);
    broken = 1;
    listen();
    return ask();
}
