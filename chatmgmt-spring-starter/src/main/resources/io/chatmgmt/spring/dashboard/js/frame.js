// What surrounds every view: navigation, top bar, the banner of a broken connection, and what screen readers are told.

import { $, h, icon, put, safe, who } from "./dom.js";
import { button, iconButton, menu, toast } from "./controls.js";
import { hourMinuteSecond, initials, words, zone } from "./format.js";
import { now, onTick, since } from "./clock.js";
import * as feed from "./feed.js";
import { needsPerson } from "./model.js";
import { recall, remember } from "./prefs.js";
import { counts, on, state } from "./store.js";
import { ROLE } from "./words.js";
import { filters, search } from "./filters.js";

export const TITLES = {
    overview: "Overview",
    live: "Live conversations",
    held: "Held answers",
    queue: "Queue and agents",
    quality: "Quality",
};
const SHORT = { overview: "Overview", live: "Live", held: "Held", queue: "Queue", quality: "Quality" };
const CONNECTION = { wait: "Connecting", live: "Live", slow: "Delayed, every 5 s", lost: "Disconnected" };
const SAY_EVERY = 10000;

let current = "overview";
let scheduled = 0;

export function startFrame() {
    drawNav();
    drawTop();
    on("row", ({ row, before, mine }) => {
        later();
        if (!mine && row && needsPerson(row) && !(before && needsPerson(before))) {
            say(row);
        }
    });
    on("rows", later);
    on("connection", () => {
        drawConnection();
        drawBanner();
    });
    on("session", drawTop);
    on("caught-up", ({ count, lost }) => {
        if (lost || count > 0) {
            toast(`Connected again. ${count === 1 ? "1 change was" : `${count} changes were`} caught up.`);
        }
    });
    on("signed-out", signedOut);
    onTick(drawClock);
    document.addEventListener("keydown", (event) => {
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
            event.preventDefault();
            const narrow = $(".field.only-narrow input");
            (narrow?.offsetParent ? narrow : $("#q"))?.focus();
        }
    });
}

export function entered(view) {
    current = view;
    drawNav();
    const title = $("#title");
    if (title) {
        title.textContent = TITLES[view];
    }
}

function later() {
    scheduled ||= setTimeout(() => {
        scheduled = 0;
        drawNav();
    }, 300);
}

function drawNav() {
    const all = counts();
    const shown = { live: [all.live, ""], held: [all.held, ".hot"], queue: [all.queued, ".hot"] };
    document.title = `${all.need ? `(${all.need}) ` : ""}${TITLES[current]} – chatmgmt`;
    const nav = $("#nav");
    if (!nav.firstChild) {
        put(
            nav,
            h("div.brand", null, h("span.mark", null, icon("live")), h("div", null, h("b", null, "chatmgmt"), h("span", { id: "tenant" }))),
            Object.entries(SHORT).map(([view, label]) =>
                h(
                    "a.item",
                    { href: `#/${view}`, title: TITLES[view], "data-view": view },
                    icon(view),
                    h("span.lbl", null, label),
                    h("span.count", { hidden: true }),
                ),
            ),
        );
    }
    $("#tenant").textContent = safe(state.session?.tenant ?? "");
    for (const link of nav.querySelectorAll("a.item")) {
        if (link.dataset.view === current) {
            link.setAttribute("aria-current", "page");
        } else {
            link.removeAttribute("aria-current");
        }
        const [number, css] = shown[link.dataset.view] ?? [0, ""];
        const mark = link.lastChild;
        mark.hidden = !number;
        mark.className = `count${css ? " hot" : ""}`;
        put(mark, String(number), h("span.vh", null, link.dataset.view === "live" ? " live" : " waiting"));
    }
}

function drawTop() {
    const person = state.session;
    const role = ROLE.find((each) => state.session?.roles?.includes(each));
    const input = h("input", {
        type: "search",
        id: "q",
        placeholder: "Search customers, topics, ids",
        value: filters.text,
        "aria-label": "Search conversations",
        autocomplete: "off",
        oninput: (event) => search(event.target.value),
    });
    put(
        $("#top"),
        h("h1", { id: "title" }, TITLES[current]),
        h("span.asof.small.muted", null, "as of ", h("time", { id: "asof" }), `, ${zone.split("/").at(-1).replace(/_/g, " ")}`),
        h("label.field.end.search", null, icon("search"), input, h("kbd", { "aria-hidden": "true" }, "Ctrl K")),
        h("span.conn", { id: "conn" }, h("i"), h("span")),
        iconButton("Colour theme", "theme", { onclick: (event) => themes(event.currentTarget) }),
        person &&
            h(
                "span.who",
                null,
                h("span.avatar", { "aria-hidden": "true" }, initials(person.name || person.id)),
                h(
                    "span",
                    null,
                    who(person.name || person.id),
                    h("br"),
                    h("span.muted", null, state.session.readOnly ? "Read-only" : words(role ?? "")),
                ),
            ),
    );
    drawClock();
    drawConnection();
}

function drawConnection() {
    const mark = $("#conn");
    if (mark) {
        mark.className = `conn${state.connection === "live" ? "" : ` ${state.connection}`}`;
        mark.lastChild.textContent = CONNECTION[state.connection];
        mark.title = state.connection === "live" ? "Changes arrive within a second" : "";
    }
}

function drawClock() {
    const mark = $("#asof");
    if (mark) {
        mark.textContent = hourMinuteSecond(state.connection === "lost" && state.heardAt ? state.heardAt : now());
    }
    const left = $("#next-try");
    if (left) {
        left.textContent = `Next try in ${Math.max(0, Math.ceil((feed.nextTry - now()) / 1000))} s`;
    }
}

function drawBanner() {
    const slot = $("#banner");
    if (state.connection === "lost") {
        const seen = state.heardAt || now();
        const text = h(
            "p",
            null,
            h("b", null, "Connection lost "),
            since(seen),
            ` ago. This is the state of ${hourMinuteSecond(seen)}. Actions are off until it is back.`,
        );
        put(
            slot,
            h(
                "div.banner",
                null,
                icon("plug"),
                text,
                h("span.small.only-wide", { id: "next-try", "aria-live": "off" }),
                button("sm", "Try now", "retry", { onclick: () => feed.retryNow() }),
            ),
        );
    } else if (state.connection === "slow") {
        const text = h(
            "p",
            null,
            h("b", null, "Live updates are delayed. "),
            "The page asks every 5 seconds instead. Actions work as usual.",
        );
        put(slot, h("div.banner.slow", null, icon("pending"), text));
    } else {
        put(slot);
    }
}

function signedOut() {
    put(
        $("#banner"),
        h(
            "div.banner",
            null,
            icon("lock"),
            h("p", null, h("b", null, "You are signed out. "), "Sign in again to go on; what you were writing is kept in this tab."),
            button("sm", "Sign in", "retry", { onclick: () => location.reload() }),
        ),
    );
}

export function setTheme(theme) {
    if (theme) {
        document.documentElement.dataset.theme = theme;
    } else {
        delete document.documentElement.dataset.theme;
    }
    remember("theme", theme);
    document.dispatchEvent(new Event("themechange"));
}

function themes(anchor) {
    const used = recall("theme");
    const entry = (theme, label) => ({ label, hint: used === theme ? "in use" : "", run: () => setTheme(theme) });
    menu(anchor, [entry("", "Same as the system"), entry("light", "Light"), entry("dark", "Dark")], "Colour theme");
}

const unsaid = new Set();
let sayAt = 0;

/** Screen readers hear who needs a person, at most every ten seconds. */
function say(row) {
    unsaid.add(row.id);
    sayAt ||= setTimeout(() => {
        const [first] = unsaid;
        const name = safe(state.rows.get(first)?.name);
        $("#say").textContent = unsaid.size === 1 ? `${name} needs a person` : `${unsaid.size} more conversations need a person`;
        unsaid.clear();
        sayAt = 0;
    }, SAY_EVERY);
}
