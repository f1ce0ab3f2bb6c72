/**
 * Star Catcher: an example of a minigame in a sandboxed frame. It knows nothing of the player but a token for this game and some minutes,
 * which the page around it hands over, and uses nothing but the public API for minigames.
 *
 * Messages, all objects with a `type`: to the page around, `funatic:ready` (I am here, or my token is used up) and `funatic:scored`; from it,
 * `funatic:token` with `token`, `gameId`, `language`, and `tournamentId` and `trialId`, null for none.
 *
 * A level against the clock is the player's, who has no token here: the game asks the page around by `funatic:trial-start` and
 * `funatic:trial-finish`, and is answered by `funatic:trial-started` with `seed`, `funatic:trial-finished` with `timeMs`, `bestTimeMs`, `isBest`,
 * `medals` and `rank`, or `funatic:trial-failed` with `code`.
 */
(() => {
  'use strict';

  const PLAY_MS = 20_000;
  const STAR_EVERY_MS = 320;
  const FALL_MS = 3_600;
  const GOLDEN = 3;
  /** The levels against the clock, by how many stars are to be caught. */
  const TRIALS = { thirty_stars: 30 };
  const TRIAL_MS = 180_000;
  const SEND_ATTEMPTS = 5;
  const SEND_PAUSE_MS = 1_000;
  const COUNTED = ['accepted', 'approved'];
  const WORDS = {
    en: {
      intro: 'Catch the falling stars. Golden ones count three times.',
      start: 'Start',
      again: 'Once more',
      wait: 'One moment …',
      alone: 'Open this game from Lucky Funatic.',
      trial: 'Catch {n} stars as fast as you can.',
      trialUnknown: 'This game does not know that level.',
      trialOver: 'Not all of them. Once more?',
      time: '{n} s',
      best: 'Your best time!',
      bestIs: 'Your best: {n} s',
      bronze: 'Bronze!',
      silver: 'Silver!',
      gold: 'Gold!',
      run_too_fast: 'Nobody is that fast.',
      points: '{n} points',
      rank: 'Place {n}',
      accepted: 'Counted!',
      approved: 'Counted!',
      counts: 'It counts in the tournament too.',
      flagged: 'We will have a look at this score before it counts.',
      rejected: 'This score does not count.',
      too_many_runs: 'Too many games at once. Wait a minute.',
      run_expired: 'That took too long to count.',
      tournament_not_open: 'The tournament is over.',
      not_entered: 'Enter the tournament first.',
      failed: 'No connection. The score could not be sent.',
      offline: 'No connection. Once more?',
      refused: 'That did not work. Once more?',
    },
    ru: {
      intro: 'Ловите падающие звёзды. Золотые считаются втройне.',
      start: 'Начать',
      again: 'Ещё раз',
      wait: 'Минутку …',
      alone: 'Откройте эту игру из Lucky Funatic.',
      trial: 'Поймайте {n} звёзд как можно быстрее.',
      trialUnknown: 'Этого уровня игра не знает.',
      trialOver: 'Поймано не всё. Ещё раз?',
      time: '{n} с',
      best: 'Ваше лучшее время!',
      bestIs: 'Ваше лучшее время: {n} с',
      bronze: 'Бронза!',
      silver: 'Серебро!',
      gold: 'Золото!',
      run_too_fast: 'Так быстро не бывает.',
      points: 'Очки: {n}',
      rank: 'Место {n}',
      accepted: 'Засчитано!',
      approved: 'Засчитано!',
      counts: 'Результат идёт и в турнир.',
      flagged: 'Мы проверим этот результат, прежде чем засчитать его.',
      rejected: 'Этот результат не засчитан.',
      too_many_runs: 'Слишком много игр сразу. Подождите минуту.',
      run_expired: 'Слишком долго, результат не засчитан.',
      tournament_not_open: 'Турнир завершён.',
      not_entered: 'Сначала вступите в турнир.',
      failed: 'Нет связи. Результат не отправлен.',
      offline: 'Нет связи. Ещё раз?',
      refused: 'Не получилось. Ещё раз?',
    },
  };

  const sky = document.getElementById('sky');
  const panel = document.getElementById('panel');
  const timeText = document.getElementById('time');
  const scoreText = document.getElementById('score');
  const apiKey = document.querySelector('meta[name="api-key"]').content;
  let words = WORDS.en;
  let gameId = '';
  let token = '';
  /** The tournament that is played in; null for none. */
  let tournamentId = null;
  /** The level against the clock that is played; null for none. */
  let trialId = null;
  /** Resolves when the page around has handed over a token. */
  let onToken = () => {};
  /** What the page around is to answer about a try. */
  let onTrial = { resolve: () => {}, reject: () => {} };

  const say = (key, n = '') => (words[key] ?? words.refused).replace('{n}', n);
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  function element(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  function show(...children) {
    panel.replaceChildren(...children);
    panel.hidden = children.length === 0;
  }

  // ---- the page around ----------------------------------------------------------------------------------------------------------

  function tell(message) {
    // A frame does not know who is around it, and says nothing that others must not read.
    parent.postMessage(message, '*');
  }

  /** Asks the page around for a token, and waits for it. */
  function askForToken() {
    return new Promise((resolve) => {
      onToken = resolve;
      tell({ type: 'funatic:ready' });
    });
  }

  /** Asks the page around to begin or to end a try, and waits for what came of it. */
  function askForTrial(type) {
    return new Promise((resolve, reject) => {
      onTrial = { resolve, reject };
      tell({ type });
    });
  }

  addEventListener('message', ({ source, data }) => {
    if (source !== parent) return;
    switch (data?.type) {
      case 'funatic:token':
        words = WORDS[data.language] ?? WORDS.en;
        document.documentElement.lang = data.language in WORDS ? data.language : 'en';
        ({ token, gameId, tournamentId = null, trialId = null } = data);
        onToken();
        break;
      case 'funatic:trial-started':
      case 'funatic:trial-finished':
        onTrial.resolve(data);
        break;
      case 'funatic:trial-failed':
        onTrial.reject(Object.assign(new Error('the try failed'), { code: data.code }));
        break;
    }
  });

  // ---- the server ---------------------------------------------------------------------------------------------------------------

  /** The answer's data, or an error with the server's code; `failed` when there was no answer. */
  async function call(method, path, body, key) {
    const headers = { Accept: 'application/json', Authorization: `Bearer ${token}`, 'X-Api-Key': apiKey };
    if (body) headers['Content-Type'] = 'application/json';
    if (key) headers['Idempotency-Key'] = key;
    const address = new URL(`/minigames/${encodeURIComponent(gameId)}/${path}`, location.href);
    let response;
    let answer;
    try {
      response = await fetch(address, {
        method,
        headers,
        body: body && JSON.stringify(body),
        cache: 'no-store',
        credentials: 'omit',
      });
      answer = await response.json();
    } catch {
      throw Object.assign(new Error('no answer'), { code: 'failed', mayPass: true });
    }
    if (response.ok) return answer;
    throw Object.assign(new Error(answer.detail), {
      code: answer.code,
      mayPass: answer.retriable === true,
      needsToken: response.status === 401,
    });
  }

  /** Repeats a call that has one effect however often it is sent, with a new token when the old one is used up. */
  async function send(...request) {
    for (let attempt = 1; ; attempt++) {
      try {
        return await call(...request);
      } catch (error) {
        if (attempt >= SEND_ATTEMPTS || !(error.mayPass || error.needsToken)) throw error;
        if (error.needsToken) await askForToken();
        else await pause(SEND_PAUSE_MS * attempt);
      }
    }
  }

  function randomKey() {
    return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('');
  }

  // ---- the game -----------------------------------------------------------------------------------------------------------------

  /** Numbers from 0 to 1 that follow from the seed alone: mulberry32, in the public domain. */
  function random(seed) {
    let state = seed % 4_294_967_296;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    };
  }

  /**
   * Lets stars fall until the time is over or so many are caught, if a number is given; resolves with the points, and with how many were
   * caught.
   */
  function play(seed, forMs = PLAY_MS, goal = null) {
    const draw = random(seed);
    const stars = new Set();
    let points = 0;
    let caught = 0;
    let made = 0;
    const startedAt = performance.now();

    function addStar(atMs) {
      const isGolden = draw() < 0.15;
      const star = element('button', { className: 'star', type: 'button', textContent: '★' });
      star.setAttribute('aria-label', isGolden ? 'golden star' : 'star');
      if (isGolden) star.dataset.golden = '';
      star.style.left = `${draw() * 86}%`;
      star.style.top = '-60px';
      star.addEventListener('pointerdown', () => {
        if (caught === goal || !stars.delete(fall)) return;
        star.remove();
        points += isGolden ? GOLDEN : 1;
        caught++;
        showScore();
      });
      const fall = { star, atMs };
      stars.add(fall);
      sky.append(star);
    }

    function showScore() {
      scoreText.textContent = goal === null ? `★ ${points}` : `★ ${caught} / ${goal}`;
    }

    showScore();
    return new Promise((resolve) => {
      function frame() {
        const passed = performance.now() - startedAt;
        const shownMs = goal === null ? Math.max(0, forMs - passed) : passed;
        timeText.textContent = `${Math.ceil(shownMs / 1000)} s`;
        if (passed >= forMs || caught === goal) {
          sky.replaceChildren();
          resolve({ points, caught });
          return;
        }
        for (; made * STAR_EVERY_MS <= passed; made++) addStar(made * STAR_EVERY_MS);
        for (const fall of stars) {
          const way = (passed - fall.atMs) / FALL_MS;
          fall.star.style.transform = `translateY(${way * (sky.clientHeight + 60)}px)`;
          if (way > 1) {
            stars.delete(fall);
            fall.star.remove();
          }
        }
        requestAnimationFrame(frame);
      }
      frame();
    });
  }

  async function round() {
    show(element('p', { textContent: say('wait') }));
    try {
      const { data: run } = await send('POST', 'runs', { tournamentId }, randomKey());
      show();
      const { points } = await play(run.seed);
      show(element('p', { textContent: say('wait') }));
      const body = { runToken: run.runToken, score: points };
      const { data: result } = await send('POST', `runs/${run.runId}/score`, body);
      tell({ type: 'funatic:scored', status: result.status });
      await showResult(result);
    } catch (error) {
      offer(element('p', { id: 'error', textContent: say(error.code) }));
    }
  }

  async function showResult(result) {
    const board = await send('GET', 'leaderboard?around=true&limit=5').catch(() => ({ data: [] }));
    offer(
      element('p', { id: 'result', textContent: say('points', result.score) }),
      element('p', { id: 'status', textContent: say(result.status) }),
      ...(tournamentId && COUNTED.includes(result.status) ? [element('p', { id: 'tournament', textContent: say('counts') })] : []),
      ...(result.standing ? [element('p', { textContent: say('rank', result.standing.rank) })] : []),
      element(
        'ol',
        {},
        ...board.data.map((place) =>
          element('li', {
            className: place.isMe ? 'me' : '',
            textContent: `${place.rank}. ${place.firstName} · ${place.score}`,
          }),
        ),
      ),
    );
  }

  /** One try at a level against the clock; the page around takes the time, by way of the server. */
  async function trial() {
    const goal = TRIALS[trialId];
    show(element('p', { textContent: say('wait') }));
    try {
      const { seed } = await askForTrial('funatic:trial-start');
      show();
      const { caught } = await play(seed, TRIAL_MS, goal);
      if (caught < goal) {
        offer(element('p', { id: 'error', textContent: say('trialOver') }));
        return;
      }
      show(element('p', { textContent: say('wait') }));
      showTime(await askForTrial('funatic:trial-finish'));
    } catch (error) {
      offer(element('p', { id: 'error', textContent: say(error.code) }));
    }
  }

  function showTime({ timeMs, bestTimeMs, isBest, medals, rank }) {
    offer(
      element('p', { id: 'result', textContent: say('time', inSeconds(timeMs)) }),
      element('p', { id: 'status', textContent: isBest ? say('best') : say('bestIs', inSeconds(bestTimeMs)) }),
      ...medals.map((medal) => element('p', { className: 'medal', textContent: say(medal) })),
      ...(rank === null ? [] : [element('p', { textContent: say('rank', rank) })]),
    );
  }

  function inSeconds(ms) {
    return (ms / 1000).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 3 });
  }

  function offer(...children) {
    const isFirst = children.length === 0;
    const intro = trialId === null ? say('intro') : say('trial', TRIALS[trialId]);
    show(
      ...(isFirst ? [element('p', { textContent: intro })] : children),
      element('button', {
        id: 'start',
        type: 'button',
        textContent: say(isFirst ? 'start' : 'again'),
        onclick: trialId === null ? round : trial,
      }),
    );
  }

  if (parent === window) {
    show(element('p', { textContent: say('alone') }));
  } else {
    show(element('p', { textContent: say('wait') }));
    askForToken().then(() => {
      if (trialId !== null && !Object.hasOwn(TRIALS, trialId)) show(element('p', { id: 'error', textContent: say('trialUnknown') }));
      else offer();
    });
  }
})();
