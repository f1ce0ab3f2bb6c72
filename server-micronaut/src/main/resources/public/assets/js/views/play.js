/** The coin: taps with every finger, energy, and frenzy. */

import { attribute, h, icon, Rows, setText, setVariable } from '../dom.js';
import { boosterIcon } from './boosters.js';

const FLOATERS_MAX = 24;
const TILT_DEGREES = 12;

/** @param {Ui} ui @returns {View} */
export function createPlay(ui) {
  const { game, store, t, format } = ui;
  const balance = h('span', { class: 'balance-amount' });
  const title = h('h1', { class: 'balance' }, h('img', { src: 'assets/coin.svg', alt: '' }), balance);
  const perTap = h('p', { class: 'per-tap muted' });
  const coin = h(
    'button',
    { class: 'coin', 'aria-label': t('tap') },
    h('img', { src: 'assets/coin.svg', alt: '', draggable: 'false' }),
  );
  const floaters = h('div', { class: 'floaters', 'aria-hidden': 'true' });
  const stage = h('div', { class: 'stage' }, h('div', { class: 'rays' }), h('div', { class: 'ring' }), coin, floaters);
  const active = h('ul', { class: 'active-boosters' });
  const frenzy = createFrenzy(ui, stage);
  const energy = createEnergy(ui);
  const element = h('section', { class: 'view play' }, title, perTap, active, stage, frenzy.element, energy.element);

  listenForTaps(coin, element, (x, y) => {
    const paid = game.tap();
    if (paid > 0) {
      ui.telegram.feel('tap');
      float(floaters, `+${format.short(paid)}`, x, y);
      tilt(coin, x, y);
    } else {
      energy.refuse();
    }
  });

  const activeRows = new Rows(
    active,
    (/** @type {Booster} */ booster) => booster.type,
    (booster) => {
      const left = h('span', {});
      return {
        element: h('li', { class: 'pill active', title: booster.name }, icon(boosterIcon(booster.type)), left),
        update: (current) => setText(left, format.countdown(game.booster(current).leftMs)),
      };
    },
  );

  return {
    element,
    update() {
      const state = store.game;
      if (!state) return;
      setText(balance, format.amount(game.balance));
      attribute(title, 'aria-label', t('balance', { n: format.exact(game.balance) }));
      setText(perTap, t('perTap', { n: format.exact(state.funz.funzPerTap) }));
      activeRows.update(state.boosters.filter((booster) => game.booster(booster).phase === 'active'));
      frenzy.update();
      energy.update();
    },
  };
}

/**
 * Calls back for every finger, click, space bar and screen reader's press, with the place in the window.
 * @param {HTMLElement} coin @param {HTMLElement} view @param {(x: number, y: number) => void} onTap
 */
function listenForTaps(coin, view, onTap) {
  const tapMiddle = () => {
    const { left, top, width, height } = coin.getBoundingClientRect();
    onTap(left + width / 2, top + height / 2);
  };
  coin.addEventListener('pointerdown', (event) => {
    if (event.button === 0) onTap(event.clientX, event.clientY);
  });
  coin.addEventListener('contextmenu', (event) => event.preventDefault());
  coin.addEventListener('click', (event) => {
    if (event.detail === 0) tapMiddle(); // Pressed without a pointer: by a screen reader.
  });
  document.addEventListener('keydown', (event) => {
    const isOnCoin = event.target === coin || (event.target === document.body && event.key === ' ');
    if (!view.isConnected || !isOnCoin || (event.key !== ' ' && event.key !== 'Enter')) return;
    event.preventDefault();
    if (!event.repeat) tapMiddle();
  });
  coin.addEventListener('keyup', (event) => {
    if (event.key === ' ') event.preventDefault(); // Else the browser clicks as well.
  });
}

/** @param {HTMLElement} floaters @param {string} text @param {number} x @param {number} y */
function float(floaters, text, x, y) {
  const { left, top } = floaters.getBoundingClientRect();
  const floater = h('span', { class: 'floater' }, text);
  setVariable(floater, '--x', `${Math.round(x - left)}px`);
  setVariable(floater, '--y', `${Math.round(y - top)}px`);
  floater.addEventListener('animationend', () => floater.remove());
  if (floaters.childElementCount >= FLOATERS_MAX) floaters.firstElementChild?.remove();
  floaters.append(floater);
}

/** Tips the coin towards the finger, and lets it spring back. @param {HTMLElement} coin @param {number} x @param {number} y */
function tilt(coin, x, y) {
  const { left, top, width, height } = coin.getBoundingClientRect();
  setVariable(coin, '--tilt-x', `${((x - left) / width - 0.5) * 2 * TILT_DEGREES}deg`);
  setVariable(coin, '--tilt-y', `${(0.5 - (y - top) / height) * 2 * TILT_DEGREES}deg`);
  coin.classList.remove('pressed');
  void coin.offsetWidth; // Restarts the animation.
  coin.classList.add('pressed');
}

/** @param {Ui} ui @param {HTMLElement} stage shows the meter as a ring */
function createFrenzy({ game, store, t, format, run }, stage) {
  const text = h('span', {});
  const element = h(
    'button',
    { class: 'button frenzy', onclick: () => run(() => game.startFrenzy()) },
    icon('flame'),
    text,
  );
  return {
    element,
    update() {
      const state = store.game;
      if (!state) return;
      const { phase, fill, meter, leftMs } = game.frenzy;
      const multiplier = format.multiplier(state.frenzy.multiplierBps);
      const time = format.countdown(leftMs);
      const words = {
        filling: () => t('frenzyFilling', { n: meter, max: state.frenzy.meterMax }),
        ready: () => t('frenzyReady', { multiplier }),
        active: () => t('frenzyActive', { multiplier, time }),
        cooling: () => t('frenzyCooling', { time }),
      };
      setText(text, words[phase]());
      attribute(element, 'disabled', phase !== 'ready');
      attribute(element, 'data-phase', phase);
      attribute(stage, 'data-phase', phase);
      setVariable(stage, '--fill', fill.toFixed(3));
    },
  };
}

/** @param {Ui} ui */
function createEnergy({ game, store, t, format, notify }) {
  const amount = h('span', { class: 'energy-amount' });
  const until = h('span', { class: 'muted' });
  const bar = h('div', { class: 'bar energy-bar', role: 'progressbar', 'aria-label': t('energy'), 'aria-valuemin': 0 });
  const element = h('div', { class: 'energy' }, h('p', {}, icon('bolt'), amount, until), bar);
  let refusedAt = 0;
  return {
    element,
    refuse() {
      element.classList.remove('shake');
      void element.offsetWidth;
      element.classList.add('shake');
      if (Date.now() - refusedAt > 3000) notify(t('noEnergy'), 'error');
      refusedAt = Date.now();
    },
    update() {
      const state = store.game;
      if (!state) return;
      const { maxEnergy } = state.energy;
      const energy = game.energy;
      const fullIn = game.energyFullInMs;
      setText(amount, `${format.exact(energy)} / ${format.exact(maxEnergy)}`);
      setText(until, fullIn > 0 ? t('energyFullIn', { time: format.countdown(fullIn) }) : t('energyFull'));
      setVariable(bar, '--fill', Math.min(1, energy / maxEnergy).toFixed(3));
      attribute(bar, 'aria-valuemax', maxEnergy);
      attribute(bar, 'aria-valuenow', Math.min(energy, maxEnergy));
    },
  };
}
