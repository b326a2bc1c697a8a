// Which conversations are shown, and in which order. The choice stands in the address, so that it can be sent to somebody.

import { safe } from "./dom.js";
import { isOpen, neededBy, needsPerson } from "./model.js";

export const filters = { filter: "all", topic: "", lang: "", sort: "urgent", text: "" };

export const FILTERS = [
    ["all", "All", isOpen],
    ["need", "Need a person", needsPerson],
    ["ACTIVE", "Active", (row) => row.status === "ACTIVE", "active"],
    ["PENDING", "Pending", (row) => row.status === "PENDING", "pending"],
    ["FLAGGED", "Flagged", (row) => row.status === "FLAGGED", "flagged"],
    ["ERROR", "Error", (row) => row.status === "ERROR", "error"],
    ["RESOLVED", "Resolved", (row) => row.status === "RESOLVED", "resolved"],
];

const RANK = { HUMAN: 1, AI: 2, CUSTOMER: 3, NOBODY: 4 };
const GROUP = 1e15;

/** The keys are instants and ranks, never running values: the order is stable while the clocks tick. */
export const SORTS = {
    urgent: [
        "Most urgent",
        (row) => (needsPerson(row) ? neededBy(row) : (RANK[row.waitingOn] ?? 4) * GROUP + (row.waitingSince ?? row.lastMessageAt)),
    ],
    wait: ["Waiting longest", (row) => row.waitingSince ?? Infinity],
    conf: ["Lowest confidence", (row) => row.confidence ?? Infinity],
    old: ["Longest", (row) => row.startedAt],
    fresh: ["Newest", (row) => -row.startedAt],
    name: ["Customer", (row) => row.name.toLowerCase()],
};

export const testOf = (code) => (FILTERS.find(([each]) => each === code) ?? FILTERS[0])[2];

export function matches(row) {
    return (
        testOf(filters.filter)(row) &&
        (!filters.topic || row.topic === filters.topic) &&
        (!filters.lang || row.language === filters.lang) &&
        (!filters.text || searched(row).includes(filters.text.toLowerCase()))
    );
}

const searched = (row) => `${safe(row.name)} ${row.topic} ${row.id} ${row.contact} ${row.customerId}`.toLowerCase();

/** The ids to show, in order; ties by id. */
export function ordered(rows) {
    const key = SORTS[filters.sort][1];
    return [...rows]
        .filter(matches)
        .map((row) => [key(row), row.id])
        .sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] < b[1] ? -1 : 1))
        .map(([, id]) => id);
}

export function readFilters(query) {
    const given = new URLSearchParams(query);
    filters.filter = given.get("filter") ?? "all";
    filters.topic = given.get("topic") ?? "";
    filters.lang = given.get("lang") ?? "";
    filters.sort = SORTS[given.get("sort")] ? given.get("sort") : "urgent";
    filters.text = given.get("q") ?? filters.text;
}

export function filterQuery() {
    const query = new URLSearchParams();
    const put = (name, value, usual) => value && value !== usual && query.set(name, value);
    put("filter", filters.filter, "all");
    put("topic", filters.topic, "");
    put("lang", filters.lang, "");
    put("sort", filters.sort, "urgent");
    put("q", filters.text, "");
    const text = query.toString();
    return text ? `?${text}` : "";
}

let refilter = null;

/** The list says how it filters anew while it is on the page. */
export const onSearch = (listener) => {
    refilter = listener;
};

export function search(text) {
    filters.text = text;
    if (refilter) {
        refilter();
    } else {
        location.hash = `#/live${filterQuery()}`;
    }
}

export function clearFilters() {
    Object.assign(filters, { filter: "all", topic: "", lang: "", text: "" });
    const input = document.getElementById("q");
    if (input) {
        input.value = "";
    }
    refilter?.();
}
