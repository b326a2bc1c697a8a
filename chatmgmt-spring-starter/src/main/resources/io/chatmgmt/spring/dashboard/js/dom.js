// Makes elements. Whatever people wrote goes in as text and never as markup: there is no innerHTML in this page, and the
// content security policy would refuse it.

const SVG = "http://www.w3.org/2000/svg";
const MIRRORED = new Set(["join", "handback", "send", "back", "transfer", "override"]);
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const PROPERTIES = new Set(["value", "checked", "readOnly", "selected", "disabled", "hidden", "tabIndex"]);

export const $ = (selector, root = document) => root.querySelector(selector);
export const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

/**
 * An element: "tag.class.class", what it has, and what is in it. Names that begin with "on" are listeners, `css` sets
 * properties of its style through the object model, which a strict policy allows.
 */
export function h(spec, props, ...children) {
    const [tag, ...classes] = spec.split(".");
    const element = document.createElement(tag || "div");
    if (classes.length) {
        element.className = classes.join(" ");
    }
    for (const [name, value] of Object.entries(props ?? {})) {
        set(element, name, value);
    }
    return add(element, children);
}

function set(element, name, value) {
    if (name === "css") {
        Object.entries(value).forEach(([property, text]) => element.style.setProperty(property, text));
    } else if (name.startsWith("on")) {
        if (value) {
            element.addEventListener(name.slice(2), value);
        }
    } else if (PROPERTIES.has(name)) {
        element[name] = value ?? "";
    } else if (value != null && value !== false) {
        element.setAttribute(name, value === true ? "" : value);
    }
}

export function add(element, ...children) {
    for (const child of children.flat(9)) {
        if (child != null && child !== false && child !== "") {
            element.append(child);
        }
    }
    return element;
}

export function put(element, ...children) {
    element.replaceChildren();
    return add(element, children);
}

export function s(tag, attributes, ...children) {
    const element = document.createElementNS(SVG, tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    return add(element, children);
}

export const icon = (name, size = "") =>
    s("svg", { class: `ic ${size}${MIRRORED.has(name) ? " flip" : ""}`, "aria-hidden": "true" }, s("use", { href: `#i-${name}` }));

/** Control characters and direction overrides never reach the screen; everything else does, as text. */
export const safe = (text) => String(text ?? "").replace(UNSAFE, "\ufffd");

/** A name or a line of somebody's words, kept apart from the direction of what surrounds it. */
export const who = (text, classes = "") => h(`bdi${classes}`, { dir: "auto" }, safe(text));

/** What somebody wrote, with its line breaks. */
export const prose = (text, spec = "div.body") => h(spec, { dir: "auto" }, safe(text));
