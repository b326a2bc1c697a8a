// How good the conversations were: what programs measure and what people found, kept apart; the lowest first.

import { h, icon, put, who } from "./dom.js";
import * as api from "./api.js";
import { count, dayMonth, fixed, hourMinute, percent, words, zone } from "./format.js";
import { rowOf } from "./model.js";
import { bar, card, none, problem, skeleton } from "./parts.js";
import { conversationLink } from "./cells.js";
import { rangeOf } from "./period.js";

const DAYS = 7;
const BANDS = [
    ["EXCELLENT", "Excellent", "90–100", "g4"],
    ["GOOD", "Good", "80–89", "g3"],
    ["SATISFACTORY", "Satisfactory", "70–79", "g2"],
    ["NEEDS_IMPROVEMENT", "Needs improvement", "under 70", "g1"],
];
const OUTCOMES = [
    ["APPROVE", "Approved unchanged", "o1"],
    ["EDIT", "Edited", "o2"],
    ["REPLACE", "Replaced", "o3"],
    ["DISCARD", "Discarded", "o4"],
    ["EXPIRED", "Ran out", "o5"],
];

export function qualityView(root) {
    const page = h("div.page", null, h("section.card", null, skeleton(10)));
    put(root, page);

    async function load() {
        try {
            const range = { ...rangeOf(DAYS), zone };
            const [given, report] = await Promise.all([api.quality(range), api.metrics(range)]);
            put(
                page,
                h(
                    "div.grid.g-2",
                    null,
                    h("div.grid.col2", null, scores(given), lowest(given.lowest)),
                    h("div.grid.col2", null, parts(given.automated), outcomes(given.held), answers(report)),
                ),
            );
        } catch (refused) {
            put(page, h("section.card", null, problem(refused, load)));
        }
    }

    load();
    const again = setInterval(load, 60000);
    return { close: () => clearInterval(again) };
}

function scores({ automated, human }) {
    const stat = (label, value, sub) => h("div", null, h("p.soft", null, label), h("p.bignum", null, value), h("p.small", null, sub));
    const total = Object.values(automated.bands).reduce((a, b) => a + b, 0);
    return card(
        "Scores",
        "last 7 days",
        h(
            "div.stats",
            null,
            stat(
                "Automated score",
                fixed(automated.mean),
                automated.count ? `${count(automated.count)} conversations${change(automated)}` : "No conversation was scored yet",
            ),
            stat("Human reviews", fixed(human.mean), human.count ? `${count(human.count)} reviews${change(human)}` : "No review yet"),
        ),
        total === 0
            ? none("No conversation was scored yet. Scores appear when conversations are resolved.")
            : shares(
                  BANDS.map(([code, label, range, css]) => ({
                      label,
                      css,
                      number: automated.bands[code] ?? 0,
                      more: range,
                  })),
                  total,
              ),
    );
}

function change({ mean, before }) {
    if (mean == null || before == null || Math.abs(mean - before) < 0.05) {
        return "";
    }
    return `, ${fixed(Math.abs(mean - before))} ${mean > before ? "higher" : "lower"}`;
}

function shares(entries, total) {
    return [
        h(
            "div.bands",
            {
                role: "img",
                "aria-label": entries.map(({ label, number }) => `${label} ${percent(number / total)}`).join(", "),
            },
            entries.filter(({ number }) => number > 0).map(({ css, number }) => h(`i.${css}`, { css: { flex: String(number / total) } })),
        ),
        h(
            "ul.bandkey",
            null,
            entries.map(({ label, css, number, more }) =>
                h(
                    "li",
                    null,
                    h(`i.${css}`),
                    h("span", null, label),
                    h(
                        "span.k2",
                        null,
                        h("b", null, percent(number / total)),
                        h("span.small", null, ` ${more ? `${more}, ` : ""}${count(number)}`),
                    ),
                ),
            ),
        ),
    ];
}

function outcomes(held) {
    const total = OUTCOMES.reduce((sum, [code]) => sum + (held[code] ?? 0), 0);
    return card(
        "What reviewers did with held answers",
        total > 0 ? `${count(total)} in 7 days` : "",
        total === 0
            ? none("No answer was held.")
            : shares(
                  OUTCOMES.map(([code, label, css]) => ({ label, css, number: held[code] ?? 0 })),
                  total,
              ),
    );
}

function answers({ bands }) {
    const looks = [
        ["HIGH", "High", "g4"],
        ["GOOD", "Good", "g3"],
        ["MODERATE", "Moderate", "g2"],
        ["LOW", "Low", "g1"],
        ["UNKNOWN", "Unknown", "g0"],
    ];
    const total = looks.reduce((sum, [code]) => sum + (bands[code] ?? 0), 0);
    return card(
        "Confidence of the answers that went out",
        total > 0 ? `${count(total)} in 7 days` : "",
        total === 0
            ? none("The AI has not answered in this period.")
            : shares(
                  looks
                      .map(([code, label, css]) => ({ label, css, number: bands[code] ?? 0 }))
                      .filter(({ number, label }) => number > 0 || label !== "Unknown"),
                  total,
              ),
    );
}

function parts(automated) {
    return card(
        "What the automated score is made of",
        automated.count ? `mean of ${count(automated.count)}` : "",
        automated.parts.length === 0
            ? none("No conversation was scored yet.")
            : h(
                  "table.crit",
                  null,
                  h(
                      "thead",
                      null,
                      h(
                          "tr",
                          null,
                          h("th", { scope: "col" }, "Part"),
                          h("td.b"),
                          h("th.r", { scope: "col" }, "Mean"),
                          h("th.r", { scope: "col" }, "Scored"),
                      ),
                  ),
                  h(
                      "tbody",
                      null,
                      automated.parts.map(({ part, mean, count: number }) =>
                          h(
                              "tr",
                              null,
                              h("th", { scope: "row" }, words(part)),
                              h("td.b", null, bar(mean ?? 0)),
                              h(`td.r.strong${mean != null && mean < 70 ? ".c-bad" : ""}`, null, fixed(mean)),
                              h("td.r.muted", null, count(number)),
                          ),
                      ),
                  ),
              ),
        h("p.small.muted.foot", null, "Excellent from 90, good from 80, satisfactory from 70. A part without data leaves the sum."),
    );
}

function lowest(entries) {
    if (entries.length === 0) {
        return card("Lowest scored conversations", "", none("No conversation was scored yet."));
    }
    const titles = ["Score", "Conversation", "Weakest"].map((title) => h("th", { scope: "col" }, title));
    return card(
        "Lowest scored conversations",
        `${entries.length} of the latest that were resolved`,
        h(
            "table.q",
            null,
            h(
                "thead",
                null,
                h("tr", null, titles, h("th.only-wide", { scope: "col" }, "Parts"), h("th", null, h("span.vh", null, "Action"))),
            ),
            h("tbody", null, entries.slice(0, 12).map(low)),
        ),
    );
}

function low({ row: json, quality, weakest }) {
    const row = rowOf(json);
    const when = row.endedAt ?? row.startedAt;
    const by = json.messages.agent > 0 ? (json.messages.ai > 0 ? "AI, then a person" : "A person") : "AI";
    const labels = quality.parts.map(({ part, score }) => `${words(part)}: ${score == null ? "no data" : fixed(score)}`);
    return h(
        "tr.lr",
        null,
        h("td.q-p", null, h(`span.score${quality.score < 50 ? ".c-bad" : ""}`, null, fixed(quality.score))),
        h(
            "th.q-n",
            { scope: "row" },
            who(row.name, ".strong"),
            h("span.l2", null, `${row.topic} · ${dayMonth(when)} ${hourMinute(when)} · ${by}`),
            weakest?.quote && h("span.l2.quote-line", null, "“", who(weakest.quote), "”"),
        ),
        h("td.q-x", null, weakest ? words(weakest.part) : "–", h("span.l2", null, row.rating ? `rated ${row.rating} of 5` : "not rated")),
        h(
            "td.only-wide",
            null,
            h(
                "span.mini6",
                { role: "img", "aria-label": labels.join(", "), title: labels.join("\n") },
                quality.parts.map(({ score }) =>
                    h(`i${score == null ? ".na" : score < 50 ? ".lo" : ""}`, {
                        css: { "block-size": `${score == null ? 2 : Math.max(2, score * 0.24)}px` },
                    }),
                ),
            ),
        ),
        h(
            "td.q-y",
            null,
            h("a.btn.text.sm", { href: conversationLink(row.id), "aria-label": `Open: ${row.name}` }, icon("eye", "s"), "Open"),
        ),
    );
}
