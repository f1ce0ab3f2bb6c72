/** Building and changing the page. Text only ever enters it as text, so that no name or description can become markup. */

const SVG = 'http://www.w3.org/2000/svg';

/** @typedef {Node|string|null|undefined|false} Child */

/**
 * Creates an element. Properties are attributes, except `on…`: listeners. A value of false or null leaves the attribute out.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {Record<string, any>} [properties] @param {...(Child|Child[])} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else attribute(element, name, value);
  }
  element.append(
    .../** @type {(Node|string)[]} */ (children.flat().filter((child) => child != null && child !== false)),
  );
  return element;
}

/** An icon of the sprite; decoration, so it has no name of its own. @param {string} name */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  const use = document.createElementNS(SVG, 'use');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `assets/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

/** An amount with the icon of its currency. @param {string} text @param {Currency} currency */
export function money(text, currency = 'funz') {
  return h('span', { class: `money ${currency}` }, icon(currency), h('span', {}, text));
}

/** A picture that falls back to others when it cannot be loaded. @param {string[]} sources best first @param {string} className */
export function picture(sources, className) {
  const rest = sources.filter(Boolean);
  const image = h('img', { class: className, alt: '', draggable: 'false', decoding: 'async' });
  const next = () => {
    const source = rest.shift();
    if (source) image.src = source;
  };
  image.addEventListener('error', next);
  next();
  return image;
}

/** Sets an attribute if it differs. @param {Element} element @param {string} name @param {any} value */
export function attribute(element, name, value) {
  if (value === false || value == null) {
    element.removeAttribute(name);
    return;
  }
  const text = value === true ? '' : String(value);
  if (element.getAttribute(name) !== text) element.setAttribute(name, text);
}

/** Sets the text if it differs. @param {Element} element @param {string} text */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Sets a custom property of the style sheet if it differs. @param {HTMLElement} element @param {string} name @param {string|number} value */
export function setVariable(element, name, value) {
  if (element.style.getPropertyValue(name) !== String(value)) element.style.setProperty(name, String(value));
}

/** Children that follow a list: created once for each key, updated ever after. @template T */
export class Rows {
  #container;
  #key;
  #create;
  /** @type {Map<string, {element: HTMLElement, update: (item: T, index: number) => void}>} */
  #rows = new Map();

  /**
   * @param {HTMLElement} container
   * @param {(item: T) => string} key
   * @param {(item: T) => {element: HTMLElement, update: (item: T, index: number) => void}} create
   */
  constructor(container, key, create) {
    this.#container = container;
    this.#key = key;
    this.#create = create;
  }

  /** @param {T[]} items */
  update(items) {
    const keys = items.map(this.#key);
    for (const [key, row] of this.#rows) {
      if (!keys.includes(key)) {
        row.element.remove();
        this.#rows.delete(key);
      }
    }
    items.forEach((item, index) => {
      const row = this.#rows.get(keys[index]) ?? this.#create(item);
      this.#rows.set(keys[index], row);
      if (this.#container.children[index] !== row.element)
        this.#container.insertBefore(row.element, this.#container.children[index] ?? null);
      row.update(item, index);
    });
  }
}
