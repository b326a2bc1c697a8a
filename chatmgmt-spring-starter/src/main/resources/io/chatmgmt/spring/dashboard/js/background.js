// What lies behind a conversation: the package that an agent gets, and what was before.

import { h, who } from "./dom.js";
import * as api from "./api.js";
import { button, toast } from "./controls.js";
import { count, dayMonth, fixed, hourMinute, words } from "./format.js";
import { none, status } from "./parts.js";
import { conversationLink } from "./cells.js";

export async function context(id) {
    const given = await api.context(id);
    const copy = () =>
        navigator.clipboard.writeText(given.rendered).then(
            () => toast("Copied."),
            () => toast("The browser does not allow copying here."),
        );
    const section = (title, ...content) => h("section", null, h("h3", null, title), content);
    const list = (items) => h("ul", null, items.length ? items.map((item) => h("li", null, who(item))) : h("li.muted", null, "–"));
    return h(
        "div.ctx",
        null,
        h(
            "div.row",
            null,
            h("span.small.muted", null, `${count(given.characters)} of 2,000 characters. The agent gets exactly this.`),
            button("quiet sm end", "Copy", "copy", { onclick: copy }),
        ),
        section("Why a person", list(given.reasons)),
        section("What the customer wants", h("p.strong", null, who(given.goal || "–"))),
        given.summary && section("Summary", h("p", null, who(given.summary))),
        h("div.two", null, section("What the AI tried", list(given.tried)), section("Promises made", list(given.promises))),
        h("div.two", null, section("Facts", list(given.facts)), section("Language and mood", h("p", null, who(given.mood || "–")))),
        section("Last messages", list(given.lastMessages)),
        section("Earlier", h("p", null, who(given.history || "–"))),
    );
}

export async function earlier(id) {
    const given = await api.episodes(id);
    const past = given.episodes.filter((episode) => episode.resolvedAt).reverse();
    const lines = [
        ...past.map((episode) =>
            h(
                "li",
                null,
                h(
                    "div.row",
                    null,
                    h("b.strong", null, dayMonth(Date.parse(episode.openedAt))),
                    h("span.muted", null, hourMinute(Date.parse(episode.openedAt))),
                    status("RESOLVED"),
                ),
                h(
                    "p",
                    null,
                    [
                        `Episode ${episode.number}`,
                        episode.resolution && words(episode.resolution).toLowerCase(),
                        episode.rating ? `rated ${episode.rating} of 5` : "not rated",
                        episode.score != null && `scored ${fixed(episode.score)}`,
                    ]
                        .filter(Boolean)
                        .join(", "),
                ),
            ),
        ),
        ...given.others.map((row) =>
            h(
                "li",
                null,
                h(
                    "div.row",
                    null,
                    h("b.strong", null, dayMonth(Date.parse(row.episodeOpenedAt))),
                    h("span.muted", null, hourMinute(Date.parse(row.episodeOpenedAt))),
                    status(row.status),
                ),
                h(
                    "p",
                    null,
                    h("a.c-acc", { href: conversationLink(row.id) }, who(row.id)),
                    row.topic && ` · ${words(row.topic)}`,
                    row.rating ? ` · rated ${row.rating} of 5` : "",
                ),
            ),
        ),
    ];
    return lines.length ? h("ul.ctx.earlier", null, lines) : none("No earlier conversation with this customer.");
}
