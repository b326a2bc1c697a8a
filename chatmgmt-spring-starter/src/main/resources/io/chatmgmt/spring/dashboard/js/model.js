// Turns the API's rows into what the page shows. The only module that knows how the API spells things.

import { safe } from "./dom.js";
import { words } from "./format.js";
import { FLAG } from "./words.js";
import { now } from "./clock.js";

export const at = (text) => (text ? Date.parse(text) : null);
export const scaled = (share) => (share == null ? null : share * 100);

export function rowOf(json) {
    const held = heldOf(json.held);
    return {
        id: json.id,
        version: json.version,
        epoch: json.epoch,
        given: json.status,
        status: json.status,
        action: json.action,
        name: json.customer.name || json.customer.id,
        contact: json.customer.email,
        customerId: json.customer.id,
        vip: json.customer.standing === "VIP",
        blocked: json.customer.standing === "BLOCKED",
        channel: json.channel,
        topic: json.topic ? words(json.topic) : "Unclassified",
        language: json.language || "und",
        startedAt: at(json.episodeOpenedAt),
        endedAt: at(json.resolvedAt),
        lastMessageAt: at(json.lastMessageAt),
        waitingOn: json.waitingOn,
        waitingSince: at(json.waitingSince),
        confidence: scaled(json.confidence.last),
        mean: scaled(json.confidence.mean),
        control: controlOf(json, held),
        controlSince: at(json.controlSince),
        posture: json.posture,
        agent: json.assignee,
        flags: json.flags.map((flag) => flag.code),
        episode: json.episode,
        rating: json.rating ?? 0,
        messages: json.messages,
        latest: latestOf(json),
        held,
        handoff: handoffOf(json.handoff),
        escalation: json.escalation,
        followUps: json.followUps,
        actions: new Set(json.actions),
    };
}

function controlOf(json, held) {
    if (json.lifecycle === "RESOLVED") {
        return "OFF";
    }
    if (held) {
        return "HELD";
    }
    return json.control === "AI" && ["SUPERVISED", "DRAFT_ONLY"].includes(json.posture) ? "SUPERVISED" : json.control;
}

/** The last words that the customer could read or wrote, and whose they are. */
function latestOf(json) {
    const latest = json.latest;
    return latest ? { number: latest.number, by: authorOf(latest.author, latest.by), text: latest.text, at: at(latest.at) } : null;
}

export const heldOf = (json) =>
    json
        ? {
              ticket: json.ticket,
              confidence: scaled(json.confidence),
              at: at(json.heldAt),
              until: at(json.deadline),
              claim: json.claim ? { by: json.claim.by, until: at(json.claim.until) } : null,
          }
        : null;

const handoffOf = (json) =>
    json
        ? {
              state: json.state,
              queue: json.queue,
              priority: json.priority,
              enqueuedAt: at(json.enqueuedAt),
              offer: offerOf(json.offer),
              quote: json.quote,
          }
        : null;

export const offerOf = (json) =>
    json ? { number: json.number, agent: json.agent, madeAt: at(json.madeAt), until: at(json.deadline) } : null;

const AUTHORS = {
    CUSTOMER: "Customer",
    AI: "AI",
    AGENT: "Agent",
    SUPERVISOR: "Supervisor",
    AUTOMATION: "Automation",
    SYSTEM: "System",
};
export const authorOf = (author, by) =>
    (author === "AGENT" || author === "SUPERVISOR") && by ? nameOf(by) : (AUTHORS[author] ?? words(author));

/** Time alone turns an active conversation into a pending one; the page need not be told. */
export function statusOf(row, pendingAfter) {
    const quiet = row.given === "ACTIVE" && row.waitingOn !== "NOBODY" && now() - row.lastMessageAt >= pendingAfter * 1000;
    return quiet ? "PENDING" : row.given;
}

export const flagLabel = (flag) => FLAG[flag] ?? words(flag);

/** Whether a person should look now: flagged, broken, or an answer that waits for a decision. */
export const needsPerson = (row) => row.status === "FLAGGED" || row.status === "ERROR" || row.held != null;

/** By when somebody should: when the held answer runs out, else three minutes after the customer began to wait. */
export const neededBy = (row) => row.held?.until ?? (row.waitingSince ?? row.lastMessageAt) + 180_000;

export const isOpen = (row) => row.status !== "RESOLVED";

export const nameOf = (person) => safe(person?.name || person?.id || "");
