// Who waits for a person, why, and how long it takes; and who is there to help.

import { h, icon, put, safe, who } from "./dom.js";
import * as api from "./api.js";
import { iconButton, menu, toast } from "./controls.js";
import { later, refusal } from "./actions.js";
import { count, duration, fixed, hourMinute, language, languageCode, percent, words, zone } from "./format.js";
import { now, onTick, since, until } from "./clock.js";
import { at, nameOf, offerOf, rowOf } from "./model.js";
import { emptiness, problem, skeleton } from "./parts.js";
import { canAct, isMe, may, on, state, whyNot } from "./store.js";
import { conversationLink } from "./cells.js";
import { AGENT, FILTER } from "./words.js";
import { rangeOf } from "./period.js";

const SCALE = 600;
const UNIT_BARS = 10;

export function queueView(root) {
    const facts = h("section.now", { "aria-label": "Queue today" });
    const waiting = h("section.card", { "aria-label": "Waiting for a person" });
    const people = h("section.card", { "aria-label": "Agents" });
    const queues = h("section.card", { "aria-label": "Queues" });
    const page = h("div.page", null, facts, h("div.grid.g-2", null, h("div.grid.col2", null, waiting, queues), people));
    const unfolded = new Map();
    let loading = 0;
    let team = [];
    put(waiting, header("Waiting for a person"), skeleton(6));
    put(people, header("Agents"), skeleton(6));
    put(queues, header("Queues"), skeleton(4));
    put(root, page);

    async function load() {
        try {
            const [line, agents] = await Promise.all([api.queue(), api.agents()]);
            team = agents.agents;
            drawWaiting(line);
            drawQueues(line.queues);
            drawPeople(agents);
        } catch (refused) {
            put(
                root,
                h(
                    "div.page",
                    null,
                    h(
                        "section.card",
                        null,
                        problem(refused, () => (put(root, page), load())),
                    ),
                ),
            );
        }
    }

    async function loadFacts() {
        try {
            drawFacts((await api.metrics({ ...rangeOf(1), zone })).figures);
        } catch {
            facts.hidden = true;
        }
    }

    function soon() {
        loading ||= setTimeout(() => {
            loading = 0;
            load();
        }, 500);
    }

    function drawFacts(figures) {
        const fact = (value, label, more) =>
            h("div.nf", null, h("b", null, value), h("span", null, label), h("em", null, more || "\u00a0"));
        const seconds = (value) => (value == null ? "–" : duration(value * 1000));
        facts.hidden = false;
        put(
            facts,
            fact(count(figures.handled ?? 0), "taken by people today"),
            fact(seconds(figures["wait.p50"]), "median wait"),
            fact(seconds(figures["wait.p90"]), "nine of ten wait less"),
            fact(percent(figures["wait.abandoned"]), "left before that"),
            fact(seconds(figures["pickup.p50"]), "until an offer is taken"),
        );
    }

    function drawWaiting({ waiting: rows }) {
        const head = header("Waiting for a person", rows.length ? `${rows.length}, in the order they are served` : "");
        if (rows.length === 0) {
            put(
                waiting,
                head,
                emptiness(
                    "resolved",
                    "Nobody is waiting",
                    "People who asked for a person appear here with their place and their usual wait.",
                ),
            );
            return;
        }
        const titles = ["#", "Customer", "Needs", "Waiting", "Usual wait"].map((title) => h("th", { scope: "col" }, title));
        put(
            waiting,
            head,
            h(
                "table.q",
                null,
                h("thead", null, h("tr", null, titles, h("th", null, h("span.vh", null, "Why still waiting")))),
                h("tbody", null, rows.map(line)),
            ),
        );
    }

    function line(json) {
        const row = rowOf(json.row);
        const box = unfolded.get(row.id) ?? h("div.why-wait");
        const detail = h("tr.detail", { hidden: !unfolded.has(row.id) }, h("td.wide"), h("td.wide", { colspan: "5" }, box));
        const toggle = (event) => {
            detail.hidden = !detail.hidden;
            event.currentTarget.setAttribute("aria-expanded", String(!detail.hidden));
            if (detail.hidden) {
                unfolded.delete(row.id);
            } else {
                unfolded.set(row.id, box);
                explain(row.id, box);
            }
        };
        const enqueued = row.handoff?.enqueuedAt ?? row.waitingSince ?? row.startedAt;
        const limits = json.range ? [Math.max(30, json.range.p50Seconds), Math.max(60, json.range.p90Seconds)] : [120, 240];
        return [
            h(
                "tr.qr",
                null,
                h("td.q-p.strong", null, String(json.position)),
                h(
                    "th.q-n",
                    { scope: "row" },
                    h("a.cut.strong.blk", { href: conversationLink(row.id) }, who(row.name)),
                    h("span.l2", null, `${words(row.handoff?.queue)} · ${words(row.handoff?.priority)} priority`),
                ),
                h(
                    "td.q-x",
                    null,
                    h(
                        "span.chips",
                        null,
                        needs(json.needs).map((need) => h("span.tag", null, need)),
                    ),
                ),
                h("td.q-w", null, since(enqueued, limits)),
                h("td.q-r", null, usualWait(json.range, enqueued)),
                h(
                    "td.q-y",
                    null,
                    h(
                        "button.whyb",
                        {
                            type: "button",
                            "aria-expanded": String(unfolded.has(row.id)),
                            "aria-label": `Why still waiting: ${safe(row.name)}`,
                            onclick: toggle,
                        },
                        "Why",
                        icon("chevron", "s"),
                    ),
                ),
            ),
            detail,
        ];
    }

    function drawQueues(rows) {
        put(
            queues,
            header("Queues"),
            rows.length === 0
                ? emptiness("queue", "No queue", "Queues come from the policy.")
                : h(
                      "table.lang.queues",
                      null,
                      h(
                          "thead",
                          null,
                          h(
                              "tr",
                              null,
                              ["Queue", "Waiting", "Online", "Free", "Told right"].map((title, i) =>
                                  h(`th${i ? ".r" : ""}`, { scope: "col" }, title),
                              ),
                          ),
                      ),
                      h(
                          "tbody",
                          null,
                          rows.map((each) =>
                              h(
                                  "tr",
                                  null,
                                  h("th", { scope: "row" }, words(each.name), !each.open && h("span.tag.closed", null, "closed")),
                                  h("td.r", null, String(each.depth)),
                                  h(`td.r${each.online === 0 ? ".c-warn" : ""}`, null, `${each.online} of ${each.skilled}`),
                                  h("td.r", null, String(each.free)),
                                  h(
                                      "td.r",
                                      { title: "How often the wait that customers were told came true" },
                                      each.accuracy?.withinP90 == null ? "–" : percent(each.accuracy.withinP90, 0),
                                  ),
                              ),
                          ),
                      ),
                  ),
        );
    }

    function drawPeople({ counts, agents }) {
        const told = Object.entries(AGENT)
            .filter(([code]) => counts[code])
            .map(([code, { label }]) => `${counts[code]} ${label.toLowerCase()}`)
            .join(", ");
        const active = agents.filter((agent) => agent.active);
        const free = active
            .filter((agent) => agent.routable && agent.limit != null)
            .reduce((sum, agent) => sum + Math.max(0, agent.limit - agent.used), 0);
        const all = active.filter((agent) => agent.limit != null).reduce((sum, agent) => sum + agent.limit, 0);
        put(
            people,
            h(
                "header",
                null,
                h("h2", null, "Agents"),
                h("span.small", null, told),
                all > 0 && h("span.small.end", null, `${count(free)} of ${count(all)} units free`),
            ),
            active.length === 0
                ? emptiness(
                      "queue",
                      "No agent has signed in",
                      "Agents come from your own directory. Until one is online, answers are not held and nobody is promised a person.",
                  )
                : h("ul.ag", null, active.map(person)),
        );
    }

    function person(agent) {
        const look = AGENT[agent.status] ?? AGENT.OFFLINE;
        const lost = agent.effective !== agent.status;
        const full = agent.limit != null && agent.used >= agent.limit;
        const chats = agent.conversations.filter((each) => !each.offered).length;
        const offered = [...state.rows.values()].find((row) => row.handoff?.offer?.agent.id === agent.id);
        const away = at(agent.awayUntil);
        return h(
            "li",
            { "data-agent": agent.id },
            who(nameOf(agent), ".a-n.strong.cut"),
            h(`span.a-s.agst.${look.css}`, null, icon(look.icon), lost ? `${look.label}, connection lost` : look.label),
            h(
                "span.a-l.small.soft.num",
                null,
                agent.limit == null ? `${agent.used} used` : `${agent.used} / ${agent.limit}`,
                h("span.muted", null, full ? ", full" : `, ${chats} ${chats === 1 ? "chat" : "chats"}`),
            ),
            h(
                "p.a-d.small.muted.cut",
                null,
                offered
                    ? ["Offered ", who(offered.name), ", ", until(offered.handoff.offer.until), " left"]
                    : agent.reason
                      ? who(agent.reason)
                      : today(agent.today),
            ),
            h("p.a-u.small.muted.num", null, away ? [`until ${hourMinute(away)}, in `, until(away)] : ""),
            units(agent, full, offered),
            h(
                "div.a-k.skills",
                null,
                Object.entries(agent.skills).map(([skill, level]) => h("span.tag", null, words(skill), " ", h("b", null, String(level)))),
                h("span.small.muted", null, Object.keys(agent.languages).map(languageCode).join(" ")),
            ),
            may("JOIN") && (isMe(agent) || state.session.roles.includes("SUPERVISOR"))
                ? iconButton(
                      `Change status of ${nameOf(agent)}`,
                      "more",
                      { onclick: (event) => statuses(event.currentTarget, agent) },
                      "quiet sm icon a-m",
                  )
                : h("span.a-m"),
        );
    }

    function today(figures) {
        if (!figures || figures.handled === 0) {
            return "Nothing taken today";
        }
        const parts = [`${figures.handled} today`];
        if (figures.pickupSeconds != null) {
            parts.push(`picks up in ${Math.round(figures.pickupSeconds)} s`);
        }
        if (figures.satisfaction != null) {
            parts.push(`rated ${fixed(figures.satisfaction)}`);
        }
        return parts.join(", ");
    }

    function units(agent, full, offered) {
        if (agent.limit == null) {
            return h("span.a-b");
        }
        const bars = Math.min(UNIT_BARS, agent.limit);
        const used = Math.round((agent.used / agent.limit) * bars);
        return h(
            `span.a-b.units${full ? ".full" : ""}`,
            { role: "img", "aria-label": `${agent.used} of ${agent.limit} units` },
            Array.from({ length: bars }, (_, i) => h(`i${i < used ? (offered && i === used - 1 ? ".offer" : ".on") : ""}`)),
        );
    }

    function statuses(anchor, agent) {
        const minutes = (length) => new Date(now() + length * 60000).toISOString();
        const entry = (label, name, body) => ({
            label,
            icon: name,
            why: canAct() ? null : whyNot(),
            run: () => change(agent, label, body),
        });
        menu(
            anchor,
            [
                entry("Available", "active", { status: "ONLINE" }),
                entry("Busy", "full", { status: "BUSY" }),
                entry("Away 15 min", "away", { status: "AWAY", until: minutes(15) }),
                entry("Away 1 hour", "away", { status: "AWAY", until: minutes(60) }),
                entry("Away, give work back", "handback", { status: "AWAY_REASSIGN" }),
                entry("Offline", "off", { status: "OFFLINE" }),
            ],
            `Status of ${nameOf(agent)}`,
        );
    }

    /** Shown at once, sent when the offer to undo it has ended. */
    function change(agent, label, body) {
        const before = { ...agent };
        const show = (as) => {
            team = team.map((each) => (each.id === agent.id ? as : each));
            const counts = {};
            team.forEach((each) => (counts[each.status] = (counts[each.status] ?? 0) + 1));
            drawPeople({ counts, agents: team });
        };
        show({ ...agent, status: body.status, effective: body.status, awayUntil: body.until ?? null, reason: "" });
        const send = (leaving) =>
            api.agentStatus(agent.id, { reason: "", until: null, ...body }, leaving).then(
                () => soon(),
                (refused) => {
                    show(before);
                    toast(refusal(refused), { sticky: true });
                },
            );
        later(`agent:${agent.id}`, `${nameOf(agent)}: ${label.toLowerCase()}.`, send, () => show(before));
    }

    load();
    loadFacts();
    const ends = [
        on("agent", soon),
        on("counters", soon),
        on(
            "row",
            ({ row, before }) =>
                (JSON.stringify(row.handoff) !== JSON.stringify(before?.handoff) || row.agent?.id !== before?.agent?.id) && soon(),
        ),
        on("rows", soon),
        on("connection", soon),
        onTick(() => page.querySelectorAll("[data-mark]").forEach(move)),
    ];
    const again = setInterval(loadFacts, 60000);
    return {
        close() {
            ends.forEach((end) => end());
            clearTimeout(loading);
            clearInterval(again);
        },
    };
}

const header = (title, sub) => h("header", null, h("h2", null, title), sub && h("span.small", null, sub));

function needs({ skill, minLevel, language: tag }) {
    const all = [];
    if (tag) {
        all.push(language(tag));
    }
    if (skill) {
        all.push(minLevel > 1 ? `${words(skill)} ≥ ${minLevel}` : words(skill));
    }
    return all.length ? all : ["Anybody"];
}

const share = (seconds) => `${Math.min(100, (seconds / SCALE) * 100)}%`;

/** How long it usually takes from this place; with a free slot it is a matter of picking up. */
function usualWait(range, enqueued) {
    if (!range) {
        return h("span.small.muted", null, "Nobody is there");
    }
    return range.p90Seconds === 0 ? h("span.small.muted", null, "A slot is free") : rangeBar(range, enqueued);
}

function rangeBar({ p50Seconds, p90Seconds }, enqueued) {
    const waited = Math.floor((now() - enqueued) / 1000);
    return h(
        `div.range${waited > p90Seconds ? ".late" : ""}`,
        { role: "img", "aria-label": `Usual wait ${Math.round(p50Seconds)} to ${Math.round(p90Seconds)} seconds` },
        h(
            "span.tr",
            null,
            h("i", {
                css: {
                    "inset-inline-start": share(p50Seconds),
                    "inline-size": share(Math.max(10, p90Seconds - p50Seconds)),
                },
            }),
            h("u", { "data-mark": enqueued, css: { "inset-inline-start": share(waited) } }),
        ),
        h("span.tx", null, h("span", null, `${duration(p50Seconds * 1000)}–${duration(p90Seconds * 1000)}`)),
    );
}

const move = (mark) => mark.style.setProperty("inset-inline-start", share((now() - Number(mark.dataset.mark)) / 1000));

/** Why somebody still waits: each agent's verdict, and what changes next. */
async function explain(id, box) {
    if (!box.firstChild) {
        put(box, skeleton(3));
    }
    try {
        const why = await api.whyWaiting(id);
        const offer = offerOf(why.offer);
        put(
            box,
            h(
                "p.strong",
                null,
                offer ? ["Offered to ", who(nameOf(offer.agent)), ", ", until(offer.until), " left to accept."] : why.sentence,
            ),
            why.agents.length > 0 &&
                h(
                    "ul.verdicts",
                    null,
                    why.agents.map((each) => verdict(each, offer)),
                ),
            h(
                "p.small.soft",
                null,
                why.nextLookAt ? ["Looked at again in ", until(at(why.nextLookAt)), ". "] : "",
                why.rung > 0 ? `What it asks for was lowered ${why.rung === 1 ? "once" : `${why.rung} times`}.` : "",
            ),
        );
    } catch (refused) {
        put(box, h("p.soft", null, refused.status === 404 ? "It does not wait any more." : refused.message));
    }
}

function verdict({ agent, verdict: filter, words: text, used, limit }, offer) {
    const offered = offer && offer.agent.id === agent.id;
    const look = offered ? { icon: "pending" } : filter ? FILTER[filter] : { icon: "resolved" };
    const load = limit == null ? "" : `, ${used} of ${limit} units`;
    const said = offered ? "has the offer" : filter ? text || FILTER[filter]?.text : `could take it${load}`;
    return h(
        `li${offered || !filter ? ".ok" : ""}`,
        null,
        icon(look?.icon ?? "close", "s"),
        who(nameOf(agent), ".cut"),
        h("span.soft", null, said),
    );
}
