// What people do with conversations: shown at once, confirmed by the server's answer, taken back in sight when refused.

import { $, h } from "./dom.js";
import * as api from "./api.js";
import { choice, demand, fieldset, option, sheet, toast } from "./controls.js";
import { now } from "./clock.js";
import { words } from "./format.js";
import { nameOf } from "./model.js";
import { canAct, dismiss, guess, isMe, may, refuse, settled, state, take, whyNot } from "./store.js";
import { OVERRIDE } from "./words.js";

export const epochOf = (row) => `epoch-${row.epoch}`;
export const ticketOf = (row) => `ticket-${row.held.ticket}`;

/**
 * Sends a command. `patch` is what the row will look like, `said` what to say when it worked. Resolves to the server's
 * answer, or null when it was refused; the refusal stands above the actions until it is dismissed.
 */
export async function command(row, verb, { body, guard, patch, said, keepalive } = {}) {
    dismiss(row.id);
    const undo = patch ? guess(row.id, patch) : () => settled(row.id);
    try {
        const answer = await api.act(row.id, verb, body, guard, keepalive);
        settled(row.id);
        take(answer.row, true);
        if (said) {
            toast(typeof said === "function" ? said(answer) : said);
        }
        return answer;
    } catch (refused) {
        undo();
        refusedBy(row.id, refused);
        return null;
    }
}

function refusedBy(id, refused) {
    if (refused.problem.row) {
        take(refused.problem.row);
    }
    const text = refusal(refused);
    refuse(id, text);
    if (!location.hash.includes(encodeURIComponent(id))) {
        toast(text, { sticky: true });
    }
}

/** One sentence: who, what, when, and that nothing happened twice. */
export function refusal(refused) {
    if (refused.unreachable) {
        return "The server could not be reached. Look whether it happened before you try again.";
    }
    if (refused.status === 403) {
        return refused.problem.code === "FORBIDDEN"
            ? refused.message
            : "The server did not trust this request. Reload the page and try again.";
    }
    return refused.lost ? `${refused.message} Nothing was done twice.` : refused.message;
}

/** Resolving waits a moment, in which it can be taken back; leaving the page sends it at once. */
const waiting = new Map();
addEventListener("pagehide", () => waiting.forEach((run) => run(true)));

export function later(id, text, run, undo) {
    const go = (leaving) => {
        if (waiting.delete(id)) {
            run(leaving);
        }
    };
    waiting.set(id, go);
    toast(text, {
        undo: () => {
            if (waiting.delete(id)) {
                undo();
            }
        },
        done: () => go(false),
    });
}

const noteOf = (form) => $("textarea", form).value.trim();
const note = (label, placeholder) => fieldset(label, h("textarea", { dir: "auto", placeholder, maxlength: "4000" }));

function join(row) {
    const patch = {
        control: "HUMAN",
        held: null,
        agent: { id: state.session.id, name: state.session.name },
        status: "ACTIVE",
        given: "ACTIVE",
    };
    const said = "You have control. The AI will not answer until you hand back.";
    const offer = row.handoff?.offer;
    return offer && isMe(offer.agent)
        ? command(row, "offer/accept", { body: { introduce: true }, guard: `offer-${offer.number}`, patch, said })
        : command(row, "join", { body: { introduce: true }, guard: epochOf(row), patch, said });
}

const decline = (row) =>
    command(row, "offer/decline", {
        guard: `offer-${row.handoff.offer.number}`,
        said: "Declined. It goes to somebody else.",
    });

function escalate(row) {
    const run = (form) => {
        const why = noteOf(form);
        if (!why) {
            $("textarea", form).focus();
            return false;
        }
        const patch = { status: "FLAGGED", given: "FLAGGED", waitingOn: "HUMAN" };
        const said = (answer) =>
            answer.nobody ? `Nobody can take it now: ${words(answer.nobody).toLowerCase()}.` : "Escalated. Somebody is being looked for.";
        command(row, "escalate", { body: { why }, guard: epochOf(row), patch, said });
        return true;
    };
    sheet({
        title: "Escalate to a person",
        lead: "The reason is kept with the conversation, and whoever takes it reads it first.",
        body: [note("Reason", "What should the person know?")],
        ok: "Escalate",
        run,
    });
}

async function transfer(row) {
    let people = [];
    try {
        people = (await api.agents()).agents;
    } catch {
        // Then only queues are offered.
    }
    const choices = people
        .filter((agent) => agent.active && !isMe(agent) && agent.id !== row.agent?.id)
        .sort((a, b) => Number(b.routable) - Number(a.routable) || a.load - b.load)
        .map((agent) => option(`agent:${agent.id}`, `${nameOf(agent)} (${roomOf(agent)})`, { disabled: !agent.routable }));
    const queues = (state.session.queues ?? []).map((queue) => option(`queue:${queue}`, `Queue ${words(queue)}`));
    const run = (form) => {
        const [kind, ...rest] = $("select", form).value.split(":");
        const body = { [kind]: rest.join(":"), kind: $("input", form).checked ? "WARM" : "COLD" };
        command(row, "transfer", {
            body,
            guard: epochOf(row),
            said: "Transferred. It keeps its place and its waiting time.",
        });
    };
    sheet({
        title: "Transfer",
        lead: "The conversation keeps its place and its waiting time.",
        body: [
            fieldset("To", h("select", null, choices, queues)),
            h("label.check", null, h("input", { type: "checkbox" }), "Keep it until they have accepted"),
        ],
        ok: "Transfer",
        run,
    });
}

export function roomOf(agent) {
    if (!agent.routable) {
        return words(agent.effective === "ONLINE" ? "at capacity" : agent.effective).toLowerCase();
    }
    return agent.limit == null ? "free" : `free: ${agent.limit - agent.used} of ${agent.limit} units`;
}

function handBack(row) {
    const run = (form) => {
        const patch = { control: "AI", agent: null };
        command(row, "hand-back", {
            body: { note: noteOf(form) },
            guard: epochOf(row),
            patch,
            said: "The AI has control again.",
        });
    };
    sheet({
        title: "Hand back to the AI",
        body: [note("What should the AI and your colleagues know?", "What was agreed, what not to promise")],
        ok: "Hand back",
        run,
    });
}

function resolve(row) {
    const run = (form) => {
        const text = noteOf(form);
        const patch = {
            status: "RESOLVED",
            given: "RESOLVED",
            control: "OFF",
            waitingOn: "NOBODY",
            waitingSince: null,
            endedAt: now(),
            held: null,
        };
        const undo = guess(row.id, patch);
        const send = (leaving) => {
            undo();
            command(row, "resolve", { body: { note: text }, guard: epochOf(row), patch, keepalive: leaving });
        };
        later(row.id, "Resolved. The customer is asked for a rating.", send, undo);
    };
    sheet({
        title: "Resolve the conversation",
        body: [note("Resolution note", "Cause and answer")],
        ok: "Resolve",
        run,
    });
}

/** Decides about a held answer; `text` is null where the draft stands. Resolves to whether it was done. */
export async function decide(row, how, { text, reason, said } = {}) {
    const body = how === "approve" ? {} : { reason, ...(text == null ? {} : { text }), remark: "" };
    const patch = { held: null, control: row.control === "HELD" ? "AI" : row.control };
    return (await command(row, `held/${how}`, { body, guard: ticketOf(row), patch, said })) != null;
}

export function override(row, how = "replace") {
    const reasons = choice(OVERRIDE, "Reason");
    const run = (form) => {
        const text = noteOf(form);
        if (!reasons.dataset.value) {
            demand(reasons, "Choose a reason. It is kept with the original answer.");
            return false;
        }
        if (!text) {
            $("textarea", form).focus();
            return false;
        }
        decide(row, how, {
            text,
            reason: reasons.dataset.value,
            said: "Sent in place of the AI’s answer. The original is kept.",
        });
        return true;
    };
    sheet({
        title: "Override the AI’s answer",
        lead: "The AI’s answer is not sent. Both texts and your reason are kept.",
        body: [
            fieldset("Your answer", h("textarea", { dir: "auto", maxlength: "8000" })),
            h("div", null, h("p.small.muted", null, "Reason (required)"), reasons),
        ],
        ok: "Send instead",
        run,
    });
}

export function discard(row) {
    const reasons = choice(OVERRIDE, "Reason");
    const run = () => {
        if (!reasons.dataset.value) {
            demand(reasons, "Choose a reason. It is kept with the original answer.");
            return false;
        }
        decide(row, "discard", { reason: reasons.dataset.value, said: "Discarded. The fallback text was sent." });
        return true;
    };
    sheet({
        title: "Discard the AI’s answer",
        lead: "The customer gets the fallback text instead.",
        body: [h("div", null, h("p.small.muted", null, "Reason (required)"), reasons)],
        ok: "Discard the answer",
        tone: "danger",
        run,
    });
}

function supervise(row) {
    const on = row.control === "SUPERVISED";
    const posture = on ? null : "DRAFT_ONLY";
    const empty = { threshold: null, language: null, knowledgeBase: null, turnLimit: null };
    dismiss(row.id);
    api.settings(row.id, { posture, ...empty }).then(
        (answer) => {
            take(answer.row, true);
            toast(on ? "The policy decides again." : "Every answer is reviewed from now on, until this conversation ends.");
        },
        (refused) => refusedBy(row.id, refused),
    );
}

/** Who may do what now. Actions that a role does not have are absent; those that do not work now say why. */
export function actionsFor(row) {
    const mine = row.control === "HUMAN" && isMe(row.agent);
    const human = row.control === "HUMAN";
    const closed = row.control === "OFF" ? "The conversation is resolved" : null;
    const offered = row.handoff?.offer && isMe(row.handoff.offer.agent);
    const off = canAct() ? null : whyNot();
    const all = [
        ["join", "JOIN", offered ? "Accept" : "Join", "join", mine ? "absent" : closed, join],
        ["decline", "JOIN", "Decline", "close", offered ? null : "absent", decline],
        [
            "override",
            "REVIEW",
            "Override",
            "override",
            closed || (row.held ? null : "No answer is being held. Answers can be overridden while they are held."),
            override,
        ],
        [
            "escalate",
            "ESCALATE",
            "Escalate",
            "escalate",
            closed ||
                (row.handoff && row.control !== "HUMAN"
                    ? "Escalated already, waiting for somebody to accept"
                    : human
                      ? "A person has it already"
                      : null),
            escalate,
        ],
        ["transfer", "TRANSFER", "Transfer", "transfer", closed || (human ? null : "Only while a person has control"), transfer],
        ["note", "NOTE", "Add note", "note", null, () => $("[data-mode=note]")?.click()],
        ["handback", "HAND_BACK", "Hand back", "handback", closed || (human ? null : "The AI has control already"), handBack],
        [
            "supervise",
            "ADJUST_AI",
            row.control === "SUPERVISED" ? "Stop supervising" : "Supervise",
            "eye",
            closed || (human ? "The AI is silent while a person has control" : null),
            supervise,
        ],
        ["resolve", "RESOLVE", "Resolve", "resolved", closed, resolve],
    ];
    return all
        .filter(([, permission, , , why]) => may(permission) && (row.actions.has(permission) || row.guess) && why !== "absent")
        .map(([key, , label, icon, why, run]) => ({
            key,
            label,
            icon,
            primary: key === "join",
            why: off ?? why,
            run: () => run(row),
        }));
}
