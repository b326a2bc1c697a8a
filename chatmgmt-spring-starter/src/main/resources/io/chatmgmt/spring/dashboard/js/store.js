// What the page knows: rows, the session, the state of the connection, and who wants to hear of changes.

import { now } from "./clock.js";
import { isOpen, needsPerson, rowOf, statusOf } from "./model.js";

export const state = {
    session: null,
    rows: new Map(),
    /** "loading", "ready" or "failed". */
    phase: "loading",
    failure: null,
    /** "wait", "live", "slow" or "lost". */
    connection: "wait",
    heardAt: 0,
    /** Ids of rows that show what was asked for and is not yet confirmed. */
    pending: new Set(),
    /** Sentences about refused actions, by conversation; each stays until it is dismissed. */
    refusals: new Map(),
};

const listeners = new Map();

/** Calls a listener for one kind of change: "row", "rows", "connection", "session", "agent", "refusal". */
export function on(kind, listener) {
    const all = listeners.get(kind) ?? new Set();
    listeners.set(kind, all);
    all.add(listener);
    return () => all.delete(listener);
}

export function tell(kind, detail) {
    listeners.get(kind)?.forEach((listener) => listener(detail));
}

export const pendingAfter = () => state.session?.pendingAfter ?? 30;

/** Takes a row of the server; older ones than the page has are dropped. Returns whether it was news. */
export function take(json, mine = false) {
    const row = rowOf(json);
    const known = state.rows.get(row.id);
    if (known && known.version > row.version) {
        return false;
    }
    row.status = statusOf(row, pendingAfter());
    const news = !known || known.version < row.version || known.guess;
    state.rows.set(row.id, row);
    if (news || known.status !== row.status) {
        tell("row", { id: row.id, row, before: known ?? null, mine });
    }
    return news;
}

/** Replaces everything by a snapshot. */
export function takeAll(list) {
    const before = state.rows;
    state.rows = new Map();
    for (const json of list) {
        const row = rowOf(json);
        const known = before.get(row.id);
        const newest = known && known.version > row.version && !known.guess ? known : row;
        newest.status = statusOf(newest, pendingAfter());
        state.rows.set(row.id, newest);
    }
    tell("rows", null);
}

/** Shows what is asked for before the server has answered; the answer, or `undo`, replaces it. */
export function guess(id, patch) {
    const before = state.rows.get(id);
    const row = { ...before, ...patch, guess: true };
    state.rows.set(id, row);
    state.pending.add(id);
    tell("row", { id, row, before, mine: true });
    return () => {
        if (state.rows.get(id) === row) {
            state.rows.set(id, before);
        }
        settled(id);
        tell("row", { id, row: state.rows.get(id), before: row, mine: true });
    };
}

export const settled = (id) => state.pending.delete(id);

/** Lets time act on the statuses. */
export function age() {
    for (const row of state.rows.values()) {
        const status = row.guess ? row.status : statusOf(row, pendingAfter());
        if (status !== row.status) {
            const before = { ...row };
            row.status = status;
            tell("row", { id: row.id, row, before, mine: false });
        }
    }
}

export function connected(how) {
    if (how === "live" || how === "slow") {
        state.heardAt = now();
    }
    if (state.connection !== how) {
        const before = state.connection;
        state.connection = how;
        tell("connection", { before });
    }
}

export function refuse(id, text) {
    state.refusals.set(id, text);
    tell("refusal", id);
}

export function dismiss(id) {
    state.refusals.delete(id);
    tell("refusal", id);
}

export const isMe = (person) => person != null && person.id === state.session?.id;

/** Whether this person may do a thing at all, as opposed to not just now. */
export const may = (permission) => !state.session?.readOnly && (state.session?.permissions ?? []).includes(permission);

export const mayAct = () => ["JOIN", "REPLY", "REVIEW", "ESCALATE", "NOTE", "RESOLVE"].some(may);

export const canAct = () => mayAct() && state.connection !== "lost";

export function whyNot() {
    if (state.session?.readOnly) {
        return "This page is read-only";
    }
    return mayAct() ? "Not connected. Actions return when the connection does." : "Your role can look but not act";
}

export function counts() {
    const open = [...state.rows.values()].filter(isOpen);
    const of = (test) => open.filter(test).length;
    return {
        live: open.length,
        need: of(needsPerson),
        held: of((row) => row.held),
        queued: of((row) => row.handoff && ["QUEUED", "OFFERED"].includes(row.handoff.state)),
        active: of((row) => row.status === "ACTIVE"),
        pending: of((row) => row.status === "PENDING"),
        flagged: of((row) => row.status === "FLAGGED"),
        error: of((row) => row.status === "ERROR"),
    };
}
