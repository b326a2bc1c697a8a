// The HTTP API: where it is, how it is asked, and what a refusal looks like.

/** The server says where the API is, seen from this page. */
const BASE = new URL(document.documentElement.dataset.api, document.baseURI);

let csrf = null;

/** What the server said when it said no, or "unreachable" when it said nothing. */
export class Refused extends Error {
    constructor(status, problem) {
        super(problem?.detail || problem?.title || (status ? `HTTP ${status}` : "The server could not be reached."));
        this.status = status;
        this.problem = problem ?? {};
    }

    get unreachable() {
        return this.status === 0;
    }

    /** Somebody or something was faster: nothing happened, and the current state came along. */
    get lost() {
        return this.status === 409 || this.status === 412;
    }

    get reference() {
        return this.problem.instance ?? "";
    }
}

export const address = (path) => new URL(path, BASE).toString();

async function ask(path, options) {
    let response;
    try {
        response = await fetch(address(path), { credentials: "same-origin", redirect: "error", ...options });
    } catch {
        throw new Refused(0, null);
    }
    const body = await read(response);
    if (!response.ok) {
        throw new Refused(response.status, body);
    }
    return body;
}

async function read(response) {
    try {
        const text = await response.text();
        return text ? JSON.parse(text) : null;
    } catch {
        return null;
    }
}

const get = (path) => ask(path, { headers: { Accept: "application/json" }, cache: "no-store" });

/**
 * Spring Security's token comes with the session, or in a cookie that this page may read. Which of the two an application
 * takes depends on its configuration: the one that it took last is tried first.
 */
let cookieFirst = true;

function csrfHeaders() {
    const cookie = document.cookie.split("; ").find((each) => each.startsWith("XSRF-TOKEN="));
    const headers = [];
    if (cookie) {
        headers.push({ "X-XSRF-TOKEN": decodeURIComponent(cookie.slice("XSRF-TOKEN=".length)) });
    }
    if (csrf) {
        headers.push({ [csrf.header]: csrf.token });
    }
    return headers.length === 0 ? [{}] : cookieFirst ? headers : headers.reverse();
}

/** Refused before the API had a look: it would have said which of its rules was broken. */
const turnedAway = (refused) => refused.status === 403 && !refused.problem.code;

async function send(method, path, body, guard, keepalive) {
    const headers = { "Content-Type": "application/json", Accept: "application/json, application/problem+json" };
    if (guard) {
        headers["If-Match"] = `"${guard}"`;
    }
    const options = { method, body: JSON.stringify(body ?? {}), keepalive: !!keepalive };
    const [token, other] = csrfHeaders();
    try {
        return await ask(path, { ...options, headers: { ...headers, ...token } });
    } catch (refused) {
        if (!turnedAway(refused)) {
            throw refused;
        }
        await me().catch(() => null);
        if (!other) {
            throw refused;
        }
        cookieFirst = !cookieFirst;
        return ask(path, { ...options, headers: { ...headers, ...csrfHeaders()[0] } });
    }
}

const conversation = (id) => `conversations/${encodeURIComponent(id)}`;

export async function me() {
    const answer = await get("me");
    csrf = answer.csrf ?? null;
    return answer;
}

const query = (parameters) => new URLSearchParams(Object.entries(parameters).filter(([, value]) => value != null && value !== ""));

export const policy = () => get("policy");
export const conversations = (parameters) => get(`conversations?${query(parameters)}`);
export const details = (id) => get(conversation(id));
export const messages = (id, after) => get(`${conversation(id)}/messages?after=${after}&limit=1000`);
export const timeline = (id, after) => get(`${conversation(id)}/timeline?after=${after}&limit=1000`);
export const context = (id) => get(`${conversation(id)}/context`);
export const episodes = (id) => get(`${conversation(id)}/episodes`);
export const whyWaiting = (id) => get(`${conversation(id)}/waiting`);
export const whyChosen = (id) => get(`${conversation(id)}/chosen`);
export const held = () => get("held?limit=100");
export const queue = () => get("queue?limit=100");
export const agents = () => get("agents");
export const metrics = (range) => get(`metrics?${query(range)}`);
export const hours = (range) => get(`metrics/hours?${query(range)}`);
export const table = (names, dimension, range) => get(`metrics/table?${metricQuery(names, { dimension, ...range })}`);
export const series = (names, granularity, range) => get(`metrics/series?${metricQuery(names, { granularity, ...range })}`);
export const quality = (range) => get(`quality?${query(range)}`);
export const scorecard = () => get("scorecard");

function metricQuery(names, parameters) {
    const all = query(parameters);
    names.forEach((name) => all.append("metric", name));
    return all;
}

/** Something done to a conversation; `guard` names what it is about, so that a change of that makes it fail. */
export const act = (id, verb, body, guard, keepalive) => send("POST", `${conversation(id)}/${verb}`, body, guard, keepalive);
export const settings = (id, body) => send("PUT", `${conversation(id)}/settings`, body);
export const agentStatus = (id, body, keepalive) => send("PUT", `agents/${encodeURIComponent(id)}/status`, body, null, keepalive);
export const heartbeat = (id) => send("POST", `agents/${encodeURIComponent(id)}/heartbeat`);
export const nextOf = (queueName) => send("POST", `queue/${encodeURIComponent(queueName)}/next`);
