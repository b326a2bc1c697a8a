// Who needs a person now, and how it is going.

import { $, h, icon, put, safe, who } from "./dom.js";
import * as api from "./api.js";
import { button, segments } from "./controls.js";
import { count, fixed, language, percent, words, zone } from "./format.js";
import { ring, since, until } from "./clock.js";
import { isOpen, flagLabel, neededBy, needsPerson } from "./model.js";
import { bar, card, emptiness, none, problem, skeleton } from "./parts.js";
import { recall, remember } from "./prefs.js";
import { canAct, counts, on, state } from "./store.js";
import { conversationLink } from "./cells.js";
import { spark, trendChart } from "./charts.js";
import { rangeBefore, rangeOf } from "./period.js";
import { hoursCard } from "./hours.js";
import { AGENT, REASON, RESOLUTION } from "./words.js";

const MOST = 6;
const AGAIN = 30000;
const PERIODS = [
    [1, "Today"],
    [7, "7 days"],
    [30, "30 days"],
];
const KPIS = [
    {
        id: "conversations",
        label: "Conversations",
        title: "Conversations that started in the period",
        show: count,
        change: ratio,
        sub: perDay,
    },
    {
        id: "response.ai.mean",
        label: "AI response time",
        title: "Mean time from the customer's message to the delivered AI answer",
        show: (value) => fixed(value),
        unit: "s",
        change: (a, b) => difference(a - b, (value) => `${fixed(value)} s`, "slower", "faster"),
        better: -1,
        sub: (figures) => tail("response.ai.p90", figures),
    },
    {
        id: "confidence.mean",
        label: "AI confidence",
        title: "Mean over delivered AI answers",
        show: (value) => fixed(value * 100),
        unit: "%",
        change: points,
        better: 1,
    },
    {
        id: "satisfaction.mean",
        label: "Satisfaction",
        title: "Mean of the ratings given in the period",
        show: (value) => fixed(value),
        unit: "of 5",
        change: (a, b) => difference(a - b, (value) => fixed(value), "higher", "lower"),
        better: 1,
        sub: (figures) => figures["satisfaction.rate"] != null && `${percent(figures["satisfaction.rate"], 0)} gave 4 or 5`,
    },
    {
        id: "escalation.rate",
        label: "Escalation rate",
        title: "Conversations in which a person was called, of all that the AI answered in",
        show: (value) => fixed(value * 100),
        unit: "%",
        change: points,
        better: -1,
    },
    {
        id: "resolution.firstResponse",
        label: "First-response resolution",
        title: "Resolved by one answer of the AI, of all that it answered in",
        show: (value) => fixed(value * 100),
        unit: "%",
        change: points,
        better: 1,
    },
];

function ratio(a, b) {
    return b === 0 ? null : difference((a - b) / b, (value) => percent(value), "more", "fewer");
}

function points(a, b) {
    return difference((a - b) * 100, (value) => `${fixed(value)} points`, "higher", "lower");
}

function difference(by, show, more, less) {
    const text = show(Math.abs(by));
    return Number.parseFloat(text) === 0
        ? { text: "no change", way: "same" }
        : { text: `${text} ${by > 0 ? more : less}`, way: by > 0 ? "up" : "down" };
}

function perDay(figures, days) {
    return days > 1 && figures.conversations != null && `${count(Math.round(figures.conversations / days))} a day`;
}

function tail(id, figures) {
    return figures[id] != null && `90 % under ${fixed(figures[id])} s`;
}

export function overviewView(root) {
    let days = Number(recall("days")) || 7;
    let agents = null;
    let loading = 0;
    const strip = h("section.now", { "aria-label": "Now" });
    const need = h("section.card", { "aria-label": "Needs a person" });
    const kpis = h("div.kpis");
    const compared = h("span.small.muted");
    const hours = h("div");
    const topics = h("div");
    const rest = h("div.grid.g-3");
    const period = segments(PERIODS, days, "Period", (wanted) => {
        days = wanted;
        remember("days", String(days));
        figures();
    });
    const page = h(
        "div.page",
        null,
        strip,
        h(
            "div.grid.g-over",
            null,
            h("div.col", null, h("div.pagehead", null, h("h2", null, "How it is going"), compared, h("span.end"), period), kpis, hours),
            h("div.col", null, need, topics),
        ),
        rest,
    );
    put(root, page);
    put(
        kpis,
        KPIS.map((kpi) =>
            h(
                "section.kpi",
                { "aria-label": kpi.label },
                h("h3", null, kpi.label),
                h("div", null, h("span.skel.big")),
                h("span.spark"),
                h("p.d", null, h("span.skel")),
            ),
        ),
    );
    put(hours, card("Volume and peak hours", "", skeleton(9, 30)));

    function drawNow() {
        const all = counts();
        const rows = [...state.rows.values()].filter(isOpen);
        const oldest = Math.min(...rows.filter((row) => row.handoff && row.control !== "HUMAN").map((row) => row.handoff.enqueuedAt));
        const next = Math.min(...rows.filter((row) => row.held).map((row) => row.held.until));
        const item = (value, label, more, href, hot) =>
            h(`a${hot ? ".hot" : ""}`, { href }, h("b", null, value), h("span", null, label), h("em", null, more || "\u00a0"));
        const loaded = state.phase === "ready";
        const number = (value) => (loaded ? count(value) : h("span.skel.big"));
        put(
            strip,
            item(number(all.live), "live", loaded && `${all.active} active, ${all.pending} pending`, "#/live"),
            item(
                number(all.need),
                "need a person",
                loaded && `${all.flagged} flagged, ${all.error} error`,
                "#/live?filter=need",
                all.need > 0,
            ),
            item(number(all.queued), "waiting", Number.isFinite(oldest) ? ["oldest ", since(oldest)] : "", "#/queue", all.queued > 0),
            item(number(all.held), "held answers", Number.isFinite(next) ? ["next runs out in ", until(next)] : "", "#/held"),
            item(agents ? count(agents.ONLINE ?? 0) : h("span.skel.big"), "agents available", agents && othersOf(agents), "#/queue"),
        );
    }

    function othersOf(byStatus) {
        const away = (byStatus.AWAY ?? 0) + (byStatus.AWAY_REASSIGN ?? 0);
        return [
            [byStatus.BUSY, AGENT.BUSY],
            [away, AGENT.AWAY],
            [byStatus.OFFLINE, AGENT.OFFLINE],
        ]
            .filter(([number]) => number)
            .map(([number, { label }]) => `${number} ${label.toLowerCase()}`)
            .join(", ");
    }

    function drawNeed() {
        const rows = [...state.rows.values()]
            .filter((row) => isOpen(row) && needsPerson(row))
            .sort((a, b) => neededBy(a) - neededBy(b) || (a.id < b.id ? -1 : 1));
        const head = h(
            "header",
            null,
            h("h2", null, "Needs a person"),
            rows.length > 0 && h("span.small", null, `${rows.length}, most urgent first`),
        );
        const focused = need.contains(document.activeElement) ? document.activeElement.dataset.id : null;
        put(
            need,
            head,
            state.phase !== "ready"
                ? skeleton(5, 54)
                : rows.length === 0
                  ? emptiness("resolved", "Nobody needs you now", "Held answers, escalations and errors appear here.")
                  : h("ul.need", null, rows.slice(0, MOST).map(needed)),
            rows.length > MOST && h("a.btn.text.sm", { href: "#/live?filter=need" }, `All ${rows.length}`),
        );
        if (focused) {
            $(`[data-id="${CSS.escape(focused)}"]`, need)?.focus({ preventScroll: true });
        }
    }

    function needed(row) {
        const review = row.held && canAct() && row.actions.has("REVIEW");
        const verb = review ? "Review" : row.status === "ERROR" ? "View" : "Help";
        const mark = row.held
            ? ring(row.held.until, row.held.until - row.held.at)
            : h(
                  "span.when",
                  null,
                  icon(row.status === "ERROR" ? "error" : "pending", "s"),
                  h("br"),
                  since(row.waitingSince ?? row.lastMessageAt),
              );
        return h(
            "li",
            null,
            mark,
            h(
                "div.min0",
                null,
                h("div.row", null, who(row.name, ".cut.strong")),
                h(`p.small.cut${row.status === "ERROR" ? ".c-bad" : ".soft"}`, { title: reasonOf(row) }, reasonOf(row)),
            ),
            h(
                "a.btn.text.sm",
                {
                    href: review ? `#/held/${encodeURIComponent(row.id)}` : conversationLink(row.id),
                    "data-id": row.id,
                    "aria-label": `${verb}: ${safe(row.name)}`,
                },
                verb,
            ),
        );
    }

    function reasonOf(row) {
        if (row.held) {
            return `Held: ${row.held.confidence == null ? "confidence unknown" : `${row.held.confidence.toFixed(1)} %`}, ${row.topic.toLowerCase()}`;
        }
        const reasons = (row.escalation?.reasons ?? [])
            .filter((reason) => reason.outcome === "ESCALATE")
            .map((reason) => REASON[reason.code] ?? words(reason.code));
        return [...reasons, ...row.flags.map(flagLabel)].join(", ") || row.topic;
    }

    async function figures() {
        const wanted = days;
        const range = { ...rangeOf(days), zone };
        const granularity = days === 1 ? "HOUR" : "DAY";
        const names = KPIS.map((kpi) => kpi.id);
        compared.textContent = days === 1 ? "compared with yesterday, dotted" : `compared with the ${days} days before, dotted`;
        try {
            const [report, series, earlier, languages, ratings, grid] = await Promise.all([
                api.metrics(range),
                api.series(names, granularity, range),
                api.series(names, granularity, { ...rangeBefore(days), zone }),
                api.table(["conversations", "confidence.mean"], "LANGUAGE", range),
                api.table(["ratings", "satisfaction.mean"], "OUTCOME", range),
                api.hours({ ...rangeOf(7), zone }),
            ]);
            if (wanted === days) {
                drawKpis(report, series, earlier);
                put(hours, hoursCard(grid));
                put(topics, topicsCard(report));
                put(rest, escalationsCard(report), languagesCard(languages), ratingsCard(report, ratings));
            }
        } catch (refused) {
            put(kpis, h("section.card.whole", null, problem(refused, figures)));
            put(hours);
        }
    }

    function drawKpis(report, series, earlier) {
        const valuesOf = (from, id) => from.series.find((each) => each.metric === id)?.values ?? [];
        put(
            kpis,
            KPIS.map((kpi) => {
                const value = report.figures[kpi.id];
                const before = report.before[kpi.id];
                const change = value != null && before != null ? kpi.change(value, before) : null;
                const tone =
                    !change || change.way === "same" || !kpi.better
                        ? "soft"
                        : (change.way === "up") === kpi.better > 0
                          ? "c-good"
                          : "c-bad";
                const sub = kpi.sub?.(report.figures, days);
                return h(
                    "button.kpi",
                    {
                        type: "button",
                        title: kpi.title,
                        "aria-label": `${kpi.label}: ${value == null ? "no data" : `${kpi.show(value)} ${kpi.unit ?? ""}`}. Show the trend`,
                        onclick: () => enlarge(kpi, series, valuesOf(series, kpi.id), valuesOf(earlier, kpi.id)),
                    },
                    h("span.t", null, kpi.label),
                    h("span.v", null, value == null ? "–" : kpi.show(value), value != null && kpi.unit && h("small", null, kpi.unit)),
                    spark(valuesOf(series, kpi.id), valuesOf(earlier, kpi.id)),
                    h(
                        "span.d",
                        null,
                        value == null
                            ? h("span.muted", null, "No data in this period")
                            : [
                                  change
                                      ? h(`span.row.${tone}`, null, icon(change.way, "s"), change.text)
                                      : h("span.muted", null, "Nothing to compare"),
                                  sub && h("span.muted", null, sub),
                              ],
                    ),
                );
            }),
        );
    }

    function enlarge(kpi, series, values, before) {
        const close = () => dialog.close();
        const format = (value) => `${kpi.show(value)}${kpi.unit ? ` ${kpi.unit}` : ""}`;
        const starts = series.starts.map((start) => Date.parse(start));
        const rows = starts.map((start, i) =>
            h(
                "tr",
                null,
                h("th", { scope: "row" }, bucket(start)),
                h("td.r", null, values[i] == null ? "–" : format(values[i])),
                h("td.r", null, before[i] == null ? "–" : format(before[i])),
            ),
        );
        const dialog = h(
            "dialog.wide",
            { "aria-labelledby": "trend-title" },
            h(
                "div.sheet",
                null,
                h("h2", { id: "trend-title" }, kpi.label),
                h("p.soft", null, `${kpi.title}. The dotted line is the period before.`),
                trendChart(starts, values, before, format),
                h(
                    "details",
                    null,
                    h("summary", null, "As a table"),
                    h(
                        "table.lang",
                        null,
                        h(
                            "thead",
                            null,
                            h(
                                "tr",
                                null,
                                ["When", "Now", "Before"].map((title, i) => h(`th${i ? ".r" : ""}`, { scope: "col" }, title)),
                            ),
                        ),
                        h("tbody", null, rows),
                    ),
                ),
                h("div.acts", null, button("quiet", "Close", null, { onclick: close })),
            ),
        );
        dialog.addEventListener("close", () => dialog.remove());
        document.body.append(dialog);
        dialog.showModal();
    }

    const bucket = (start) =>
        new Intl.DateTimeFormat("en-GB", days === 1 ? { hour: "2-digit", minute: "2-digit" } : { day: "numeric", month: "short" }).format(
            start,
        );

    function soon() {
        loading ||= setTimeout(() => {
            loading = 0;
            drawNow();
            drawNeed();
        }, 300);
    }

    drawNow();
    drawNeed();
    figures();
    api.agents().then(
        (answer) => ((agents = answer.counts), drawNow()),
        () => null,
    );
    const ends = [on("row", soon), on("rows", soon), on("connection", soon), on("counters", (json) => ((agents = json.agents), soon()))];
    const again = setInterval(() => state.connection !== "lost" && figures(), AGAIN);
    return {
        close() {
            ends.forEach((end) => end());
            clearInterval(again);
            clearTimeout(loading);
        },
    };
}

function topicsCard({ topics }) {
    const entries = Object.entries(topics).sort((a, b) => b[1] - a[1]);
    const most = entries[0]?.[1] ?? 1;
    return card(
        "What it is about",
        "",
        entries.length === 0
            ? none("No conversation in this period.")
            : h(
                  "ul.blist",
                  null,
                  entries
                      .slice(0, 7)
                      .map(([code, number]) =>
                          h(
                              "li",
                              null,
                              h("span", null, code ? words(code) : "Unclassified"),
                              h("span.num", null, h("b.strong", null, count(number))),
                              bar((number / most) * 100),
                          ),
                      ),
              ),
    );
}

function escalationsCard({ escalations, figures }) {
    const entries = Object.entries(escalations).sort((a, b) => b[1] - a[1]);
    const most = entries[0]?.[1] ?? 1;
    const needed = figures["escalation.precision"];
    return card(
        "Why people were called",
        "",
        entries.length === 0
            ? none("No escalation in this period.")
            : h(
                  "ul.blist",
                  null,
                  entries
                      .slice(0, 8)
                      .map(([code, number]) =>
                          h(
                              "li",
                              null,
                              h("span", null, REASON[code] ?? words(code)),
                              h("span.num", null, h("b.strong", null, count(number))),
                              bar((number / most) * 100),
                          ),
                      ),
              ),
        needed != null && h("p.small.muted.foot", null, `In ${percent(needed, 0)} of those that are over, a person then wrote.`),
    );
}

function languagesCard({ metrics, rows }) {
    const place = (id) => metrics.indexOf(id);
    const entries = rows
        .map(({ slice, values }) => ({
            tag: slice,
            number: values[place("conversations")] ?? 0,
            sure: values[place("confidence.mean")],
        }))
        .sort((a, b) => b.number - a.number);
    const all = entries.reduce((sum, each) => sum + each.number, 0);
    const top = entries.slice(0, 7);
    return card(
        "Languages",
        all > 0 ? `${count(all)} conversations` : "",
        all === 0
            ? none("No conversation in this period.")
            : h(
                  "table.lang",
                  null,
                  h(
                      "thead",
                      null,
                      h(
                          "tr",
                          null,
                          h("th", { scope: "col" }, "Language"),
                          h("td.b"),
                          h("th.r", { scope: "col" }, "Share"),
                          h("th.r", { scope: "col" }, "Count"),
                          h("th.r", { scope: "col" }, "Confidence"),
                      ),
                  ),
                  h(
                      "tbody",
                      null,
                      top.map(({ tag, number, sure }) =>
                          h(
                              "tr",
                              null,
                              h("th", { scope: "row" }, language(tag)),
                              h("td.b", null, bar((number / all) * 100)),
                              h("td.r", null, percent(number / all)),
                              h("td.r", null, count(number)),
                              h(`td.r${sure != null && sure < 0.8 ? ".c-warn" : ""}`, null, sure == null ? "–" : fixed(sure * 100)),
                          ),
                      ),
                  ),
              ),
    );
}

/** What customers think, taken apart by who helped them in the end. */
function ratingsCard({ figures }, { metrics, rows }) {
    const place = (id) => metrics.indexOf(id);
    const entries = rows
        .map(({ slice, values }) => ({ slice, votes: values[place("ratings")] ?? 0, mean: values[place("satisfaction.mean")] }))
        .filter(({ votes }) => votes > 0)
        .sort((a, b) => b.votes - a.votes);
    const all = entries.reduce((sum, { votes }) => sum + votes, 0);
    return card(
        "Satisfaction",
        all > 0 ? `${count(all)} ${all === 1 ? "rating" : "ratings"}` : "",
        all === 0
            ? none("Nobody has rated yet. Surveys go out when a conversation is resolved.")
            : [
                  h(
                      "div.row.base",
                      null,
                      h("span.bignum", null, fixed(figures["satisfaction.mean"])),
                      h("span.muted", null, "of 5"),
                      h("span.end.soft", null, `${percent(figures["satisfaction.rate"], 0)} gave 4 or 5`),
                  ),
                  h(
                      "table.lang",
                      null,
                      h(
                          "thead",
                          null,
                          h("tr", null, h("th", { scope: "col" }, "Resolved"), h("td.b"), h("th.r", { scope: "col" }, "Mean"), h("th.r", { scope: "col" }, "Ratings")),
                      ),
                      h(
                          "tbody",
                          null,
                          entries.map(({ slice, votes, mean }) =>
                              h(
                                  "tr",
                                  null,
                                  h("th", { scope: "row" }, RESOLUTION[slice] ?? words(slice)),
                                  h("td.b", null, bar(((mean ?? 0) / 5) * 100)),
                                  h("td.r", null, fixed(mean)),
                                  h("td.r", null, count(votes)),
                              ),
                          ),
                      ),
                  ),
              ],
    );
}
