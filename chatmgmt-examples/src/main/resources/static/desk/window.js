// The customer's window. Everything that was said goes in as text.

const $ = (id) => document.getElementById(id);
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const STATES = {
    AI: "answers at once",
    WAITING: "a person has been called",
    PERSON: "is here for you",
    RESOLVED: "this chat has ended",
};
const shown = new Set();
let feed = null;
let reading = false;
let again = false;

function token() {
    const cookie = document.cookie.split("; ").find((each) => each.startsWith("XSRF-TOKEN="));
    return cookie ? { "X-XSRF-TOKEN": decodeURIComponent(cookie.slice("XSRF-TOKEN=".length)) } : {};
}

async function ask(method, path, body) {
    const headers = { "Content-Type": "application/json", Accept: "application/json", ...token() };
    const response = await fetch(`/visit${path}`, { method, headers: method === "GET" ? {} : headers, body: body && JSON.stringify(body) });
    if (!response.ok) {
        throw Object.assign(new Error(`The desk answered ${response.status}.`), { status: response.status });
    }
    return response.status === 204 ? null : response.json();
}

function element(tag, text, css) {
    const made = document.createElement(tag);
    made.textContent = String(text).replace(UNSAFE, "\ufffd");
    if (css) {
        made.className = css;
    }
    return made;
}

function show(page) {
    $("begin").hidden = true;
    $("lines").hidden = false;
    $("write").hidden = false;
    $("leave").hidden = false;
    $("who").textContent = page.with || "Nimbus assistant";
    $("state").textContent = STATES[page.state] ?? "";
    for (const line of page.lines) {
        if (!shown.has(line.number)) {
            shown.add(line.number);
            append(line);
        }
    }
    const ended = page.state === "RESOLVED";
    $("rate").hidden = !ended;
    $("asked").textContent = page.rating ? `Thank you. You gave ${page.rating} of 5.` : "How did we do?";
    stars(page.rating);
    $("text").placeholder = ended ? "Write again to reopen" : "Write a message";
}

function append(line) {
    const names = { CUSTOMER: "You", AI: "Nimbus assistant", AGENT: line.name, SYSTEM: "Nimbus" };
    const item = element("li", "", `line ${line.from.toLowerCase()}`);
    const time = new Date(line.at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    const text = element("p", line.text);
    text.dir = "auto";
    item.append(element("span", `${names[line.from] ?? "Nimbus"} · ${time}`, "by"), text);
    $("lines").append(item);
    item.scrollIntoView({ block: "end" });
}

function stars(rating) {
    const box = document.querySelector(".stars");
    if (!box.firstChild) {
        for (let number = 1; number <= 5; number++) {
            const star = element("button", "★");
            star.type = "button";
            star.setAttribute("aria-label", `${number} of 5`);
            star.addEventListener("click", () => rate(number));
            box.append(star);
        }
    }
    [...box.children].forEach((star, i) => star.setAttribute("aria-pressed", String(i < rating)));
}

const rate = (number) => run(async () => show(await ask("POST", "/rating", { stars: number, comment: $("comment").value })));

function listen() {
    feed?.close();
    feed = new EventSource("/visit/feed");
    feed.addEventListener("changed", read);
}

async function read() {
    if (reading) {
        again = true;
        return;
    }
    reading = true;
    do {
        again = false;
        await run(async () => show(await ask("GET", "")));
    } while (again);
    reading = false;
}

async function run(work) {
    try {
        await work();
        $("problem").hidden = true;
    } catch (failure) {
        $("problem").textContent = failure.status === 404 ? "This chat is over. Reload the page to start another one." : failure.message;
        $("problem").hidden = false;
    }
}

async function begin() {
    const form = new FormData($("begin"));
    show(await ask("POST", "", { name: form.get("name"), email: form.get("email") }));
    listen();
}

const write = (text) =>
    run(async () => {
        if ($("begin").hidden === false) {
            await begin();
        }
        show(await ask("POST", "/messages", { id: crypto.randomUUID(), text }));
    });

$("begin").addEventListener("submit", (event) => {
    event.preventDefault();
    run(async () => {
        await begin();
        $("text").focus();
    });
});
$("write").addEventListener("submit", (event) => {
    event.preventDefault();
    const text = $("text").value.trim();
    if (text) {
        $("text").value = "";
        write(text);
    }
});
$("text").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        $("write").requestSubmit();
    }
});
$("rate").addEventListener("submit", (event) => event.preventDefault());
$("leave").addEventListener("click", () =>
    run(async () => {
        await ask("DELETE", "");
        location.reload();
    }),
);
$("try").addEventListener("click", (event) => event.target.matches("button") && write(event.target.textContent));

run(async () => {
    const page = await ask("GET", "");
    if (page) {
        show(page);
        listen();
    }
});
