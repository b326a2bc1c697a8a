// The list of conversations. Only the rows in view exist. While the pointer or the keyboard is in the list its order is
// frozen: values change in place, places change only when nobody is in it, or on request.

import { $, $$, h, icon, put } from "./dom.js";
import { CELLS } from "./cells.js";
import { button, iconButton } from "./controls.js";
import { count as number, language } from "./format.js";
import { FILTERS, SORTS, clearFilters, filterQuery, filters, matches, onSearch, ordered } from "./filters.js";
import * as feed from "./feed.js";
import { emptiness, problem } from "./parts.js";
import { recall, remember } from "./prefs.js";
import { on, state } from "./store.js";

const COLUMNS = [
    ["cu", "Customer", "name"],
    ["st", "Status"],
    ["to", "Topic"],
    ["la", "Lang."],
    ["du", "Duration", "old"],
    ["wa", "Waiting", "wait"],
    ["co", "Confidence", "conf"],
    ["ct", "Control"],
    ["fl", "Flags"],
    ["ac", ""],
];
const GLOWING = new Set(["st", "wa", "co", "ct", "fl"]);
const OVERSCAN = 6;
const THAW = 1500;
const SETTLE = 1000;
const GLOW = 4000;

/** The list as a view of its own lifetime; `close` ends it. */
export function conversationList(openId) {
    const shown = new Map();
    let order = [];
    let open = openId;
    let active = null;
    let frozen = false;
    let thaw = 0;
    let settling = 0;
    let pill = null;
    let fresh = new Set();

    const chips = h("div.chips", { role: "group", "aria-label": "Filter by status" });
    const counted = h("span.vh", { role: "status" });
    const above = h("tr.sp", { "aria-hidden": "true" }, h("td"));
    const below = h("tr.sp", { "aria-hidden": "true" }, h("td"));
    const body = h("tbody", { role: "rowgroup" }, above, below);
    const head = h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, COLUMNS.map(header)));
    const table = h(
        "table.tbl",
        { role: "table", "aria-label": "Live conversations" },
        h(
            "colgroup",
            null,
            COLUMNS.map(([key]) => h(`col.c-${key}`)),
        ),
        head,
        body,
    );
    const wrap = h("div.tblwrap", { onscroll: () => requestAnimationFrame(paint) }, table);
    const box = h("div.tblbox", null, wrap);
    const sort = h("select.select", { "aria-label": "Sort by", onchange: (event) => sortBy(event.target.value) });
    const topic = h("select.select", { "aria-label": "Topic", onchange: (event) => pick("topic", event.target.value) });
    const lang = h("select.select", {
        "aria-label": "Language",
        onchange: (event) => pick("lang", event.target.value),
    });
    const density = iconButton("Compact rows", "rows", { onclick: toggleDensity }, "quiet icon dens");
    const narrow = h(
        "label.field.only-narrow",
        null,
        icon("search"),
        h("input", {
            type: "search",
            placeholder: "Search",
            value: filters.text,
            "aria-label": "Search conversations",
            oninput: (event) => pick("text", event.target.value),
        }),
    );
    const element = h(
        "section.list",
        { "aria-label": "Conversations" },
        h("div.tools", null, chips, narrow, h("span.grow.only-wide"), counted, h("span.row.only-wide", null, topic, lang), sort, density),
        box,
    );
    const list = { element, isActive: (id) => id === (active ?? order[0]), freeze, focusRow, select, close };

    function header([key, label, code]) {
        const toggle = () => sortBy(filters.sort === code ? "urgent" : code);
        const inside = code
            ? h("button", { type: "button", onclick: toggle }, label, icon("down", "s"))
            : label || h("span.vh", null, "Actions");
        return h(`th.c-${key}`, { scope: "col", role: "columnheader", "data-sort": code }, inside);
    }

    function sortBy(code) {
        filters.sort = code;
        sort.value = code;
        refilter();
    }

    function pick(name, value) {
        filters[name] = value;
        refilter();
    }

    function toggleDensity() {
        const dense = !box.classList.contains("dense");
        remember("density", dense ? "compact" : "");
        showDensity(dense);
        refill();
    }

    function showDensity(dense) {
        box.classList.toggle("dense", dense);
        density.setAttribute("aria-pressed", String(dense));
    }

    function refilter() {
        const place = `#/live${open ? `/${encodeURIComponent(open)}` : ""}${filterQuery()}`;
        history.replaceState(null, "", place);
        order = ordered(state.rows.values());
        wrap.scrollTop = 0;
        drawTools();
        refill();
        hidePill();
    }

    function drawTools() {
        drawChips();
        drawSort();
        drawOptions(
            topic,
            "All topics",
            filters.topic,
            [...new Set([...state.rows.values()].map((row) => row.topic))].sort().map((each) => [each, each]),
        );
        drawOptions(
            lang,
            "All languages",
            filters.lang,
            [...new Set([...state.rows.values()].map((row) => row.language))]
                .map((tag) => [tag, language(tag)])
                .sort((a, b) => (a[1] < b[1] ? -1 : 1)),
        );
        drawOptions(
            sort,
            null,
            filters.sort,
            Object.entries(SORTS).map(([code, [label]]) => [code, label]),
        );
    }

    function drawOptions(select, all, value, entries) {
        const wanted = [...(all ? [["", all]] : []), ...entries];
        const mark = JSON.stringify(wanted);
        if (select.dataset.mark !== mark && document.activeElement !== select) {
            select.dataset.mark = mark;
            put(
                select,
                wanted.map(([code, label]) => h("option", { value: code }, label)),
            );
        }
        select.value = value;
    }

    function drawChips() {
        const all = [...state.rows.values()];
        const counts = FILTERS.map(([, , test]) => all.filter(test).length);
        if (!chips.firstChild) {
            put(
                chips,
                FILTERS.map(([code, label, , name]) =>
                    h(
                        "button.chip",
                        { type: "button", "data-code": code, onclick: () => pick("filter", code) },
                        name && icon(name, "s"),
                        label,
                        h("b"),
                    ),
                ),
            );
        }
        $$(".chip", chips).forEach((chip, i) => {
            chip.setAttribute("aria-pressed", String(chip.dataset.code === filters.filter));
            chip.lastChild.textContent = state.phase === "loading" ? "" : number(counts[i]);
        });
    }

    function drawSort() {
        for (const cell of $$("th", head)) {
            const code = cell.dataset.sort;
            if (code) {
                const used = code === filters.sort;
                const falling = code === "old" || code === "wait";
                if (used) {
                    cell.setAttribute("aria-sort", falling ? "descending" : "ascending");
                } else {
                    cell.removeAttribute("aria-sort");
                }
                const mark = $(".ic", cell);
                mark.style.visibility = used ? "" : "hidden";
                mark.firstChild.setAttribute("href", falling ? "#i-down" : "#i-up");
            }
        }
    }

    function refill() {
        shown.forEach((line) => line.remove());
        shown.clear();
        paint();
    }

    const rowHeight = () => parseFloat(getComputedStyle(table).getPropertyValue("--row-h")) || 48;

    /** Heights are fixed, so the place of every row is known without measuring. */
    function paint() {
        const height = rowHeight();
        const from = Math.max(0, Math.floor(wrap.scrollTop / height) - OVERSCAN);
        const to = Math.min(order.length, Math.ceil((wrap.scrollTop + (wrap.clientHeight || 600)) / height) + OVERSCAN);
        table.setAttribute("aria-rowcount", String(order.length + 1));
        const text = order.length ? `${number(order.length)} shown` : "";
        if (counted.textContent !== text) {
            counted.textContent = text;
        }
        above.firstChild.style.height = `${from * height}px`;
        below.firstChild.style.height = `${(order.length - to) * height}px`;
        const wanted = new Set(order.slice(from, to));
        for (const [id, line] of shown) {
            if (!wanted.has(id) && !line.contains(document.activeElement)) {
                line.remove();
                shown.delete(id);
            }
        }
        let before = above;
        order.slice(from, to).forEach((id, i) => {
            const line = lineOf(id);
            if (before.nextSibling !== line) {
                before.after(line);
            }
            line.setAttribute("aria-rowindex", String(from + i + 2));
            before = line;
        });
        drawState();
    }

    function lineOf(id) {
        let line = shown.get(id);
        if (!line) {
            line = newLine(state.rows.get(id));
            shown.set(id, line);
        }
        return line;
    }

    function newLine(row) {
        const line = h("tr", { role: "row", "data-id": row.id, "aria-current": row.id === open ? "true" : null });
        line.cells_ = {};
        for (const [key] of COLUMNS) {
            const first = key === "cu";
            const cell = h(`${first ? "th" : "td"}.c-${key}${key === "ac" ? ".act" : ""}`, {
                role: first ? "rowheader" : "cell",
                scope: first ? "row" : null,
            });
            line.cells_[key] = cell;
            line.append(cell);
        }
        fill(line, row, false);
        if (fresh.has(row.id)) {
            line.classList.add("is-new");
            setTimeout(() => line.classList.remove("is-new"), GLOW);
        }
        return line;
    }

    function fill(line, row, glow) {
        for (const [key] of COLUMNS) {
            const [draw, depends] = CELLS[key];
            const mark = JSON.stringify(depends(row));
            const cell = line.cells_[key];
            if (cell.mark_ !== mark) {
                const first = cell.mark_ === undefined;
                cell.mark_ = mark;
                put(cell, draw(row, list));
                if (glow && !first && GLOWING.has(key)) {
                    shine(cell);
                }
            }
        }
        line.classList.toggle("gone", !matches(row));
    }

    function drawState() {
        $(".state", box)?.remove();
        table.toggleAttribute("aria-busy", state.phase === "loading");
        wrap.hidden = state.phase === "failed";
        element.classList.toggle("stale", state.connection === "lost");
        if (state.phase === "failed") {
            box.append(problem(state.failure, () => feed.start()));
        } else if (state.phase === "loading") {
            drawSkeleton();
        } else if (order.length === 0) {
            $$(".skel-line", body).forEach((line) => line.remove());
            box.append(state.rows.size === 0 ? nothingYet() : nothingMatches());
        } else {
            $$(".skel-line", body).forEach((line) => line.remove());
        }
    }

    function drawSkeleton() {
        if (!$(".skel-line", body)) {
            const widths = { cu: 62, st: 58, to: 70, la: 44, du: 60, wa: 48, co: 66, ct: 54, fl: 50, ac: 40 };
            const cell = (key, i) =>
                h(`td.c-${key}`, null, h("span.skel", { css: { "inline-size": `${widths[key] - ((i * 13 + key.charCodeAt(0)) % 22)}%` } }));
            for (let i = 0; i < 12; i++) {
                body.insertBefore(
                    h(
                        "tr.skel-line",
                        { "aria-hidden": "true" },
                        COLUMNS.map(([key]) => cell(key, i)),
                    ),
                    below,
                );
            }
        }
    }

    const nothingYet = () => emptiness("live", "No conversation yet", "New ones appear here by themselves, within a second.");
    const nothingMatches = () =>
        emptiness(
            "filter",
            "Nothing matches",
            "No conversation fits these filters.",
            button("", "Clear filters", null, { onclick: clearFilters }),
        );

    function freeze(yes) {
        clearTimeout(thaw);
        if (yes) {
            frozen = true;
        } else {
            thaw = setTimeout(() => {
                if (!body.contains(document.activeElement) && !$(".menu") && !body.matches(":hover")) {
                    frozen = false;
                    settle();
                }
            }, THAW);
        }
    }

    function hidePill() {
        pill?.remove();
        pill = null;
    }

    /** Brings the order up to date, or offers to, while somebody is in the list. */
    function settle(force) {
        const target = ordered(state.rows.values());
        const have = new Set(order);
        const added = target.filter((id) => !have.has(id));
        if (target.length === order.length && target.every((id, i) => id === order[i])) {
            hidePill();
        } else if (frozen && !force) {
            offer(target, have, added.length);
        } else {
            apply(target, added);
        }
    }

    function offer(target, have, added) {
        const stays = new Set(target);
        const kept = target.filter((id) => have.has(id));
        const moved = order.filter((id) => stays.has(id)).some((id, i) => id !== kept[i]);
        const label = added ? `Show ${added} new${moved ? ", update order" : ""}` : "Update order";
        const show = () => {
            settle(true);
            $("a", body)?.focus({ preventScroll: true });
        };
        if (!pill) {
            pill = h("button.pill", { type: "button", onclick: show }, icon("up", "s"), h("span"));
            box.append(pill);
        }
        if (pill.lastChild.textContent !== label) {
            pill.lastChild.textContent = label;
        }
    }

    function apply(target, added) {
        hidePill();
        const height = rowHeight();
        const index = Math.floor(wrap.scrollTop / height);
        const anchor = wrap.scrollTop > height ? order[index] : null;
        fresh = new Set(order.length ? added : []);
        order = target;
        setTimeout(() => fresh.clear(), 2000);
        const place = anchor ? order.indexOf(anchor) : -1;
        if (place >= 0) {
            wrap.scrollTop += (place - index) * height;
        }
        paint();
        drawTools();
    }

    function soon() {
        settling ||= setTimeout(() => {
            settling = 0;
            settle();
            drawTools();
        }, SETTLE);
    }

    function focusRow(id) {
        const line = shown.get(id);
        if (line) {
            activate(id, line);
            $("a", line).focus({ preventScroll: true });
        }
    }

    /** Only the active row is in the tab order; arrows change which one that is. */
    function activate(id, line) {
        $$('[tabindex="0"]', body).forEach((each) => each.setAttribute("tabindex", "-1"));
        active = id;
        $$("a,button", line).forEach((each) => each.setAttribute("tabindex", "0"));
    }

    function walk(event) {
        const link = event.target.closest(".nm a");
        const from = link ? order.indexOf(link.closest("tr").dataset.id) : -1;
        const page = Math.max(1, Math.floor(wrap.clientHeight / rowHeight()) - 2);
        const to = {
            ArrowDown: from + 1,
            ArrowUp: from - 1,
            Home: 0,
            End: order.length - 1,
            PageDown: Math.min(order.length - 1, from + page),
            PageUp: Math.max(0, from - page),
        }[event.key];
        if (from < 0 || to == null || !order[to]) {
            return;
        }
        event.preventDefault();
        const height = rowHeight();
        const headHeight = head.offsetHeight;
        if (to * height < wrap.scrollTop) {
            wrap.scrollTop = to * height;
        } else if ((to + 1) * height > wrap.scrollTop + wrap.clientHeight - headHeight) {
            wrap.scrollTop = (to + 1) * height - wrap.clientHeight + headHeight;
        }
        paint();
        focusRow(order[to]);
    }

    function select(id) {
        open = id;
        for (const line of $$("tr[data-id]", body)) {
            if (line.dataset.id === id) {
                line.setAttribute("aria-current", "true");
            } else {
                line.removeAttribute("aria-current");
            }
        }
        requestAnimationFrame(paint);
    }

    body.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && freeze(true));
    body.addEventListener("pointerleave", () => freeze(false));
    body.addEventListener("focusout", () => freeze(false));
    body.addEventListener("focusin", (event) => {
        freeze(true);
        const line = event.target.closest("tr[data-id]");
        if (line && line.dataset.id !== active) {
            activate(line.dataset.id, line);
        }
    });
    body.addEventListener("keydown", walk);
    wrap.addEventListener("touchstart", () => (freeze(true), freeze(false)), { passive: true });
    const resized = new ResizeObserver(() => paint());
    resized.observe(wrap);

    const ends = [
        on("row", ({ id, row, mine }) => {
            const line = shown.get(id);
            if (line) {
                fill(line, row, !mine);
            }
            soon();
        }),
        on("rows", () =>
            order.length === 0
                ? refilter()
                : (shown.forEach((line, id) => state.rows.has(id) && fill(line, state.rows.get(id), false)), soon()),
        ),
        on("connection", () => {
            shown.forEach((line, id) => state.rows.has(id) && fill(line, state.rows.get(id), false));
            element.classList.toggle("stale", state.connection === "lost");
        }),
    ];
    onSearch(refilter);

    function close() {
        ends.forEach((end) => end());
        resized.disconnect();
        clearTimeout(thaw);
        clearTimeout(settling);
        onSearch(null);
    }

    showDensity(recall("density") === "compact");
    refilter();
    return list;
}

/** Marks what changed from elsewhere; a second change starts it again. */
export function shine(element) {
    element.classList.remove("changed");
    void element.offsetWidth;
    element.classList.add("changed");
    clearTimeout(element.shine_);
    element.shine_ = setTimeout(() => element.classList.remove("changed"), GLOW);
}
