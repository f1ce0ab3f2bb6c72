/** Telegram's side of a Mini App: who plays, how it looks, and what the phone can do. Does nothing outside Telegram. */

const SCRIPT = 'https://telegram.org/js/telegram-web-app.js';
const SCRIPT_WAIT_MS = 5000;

/** @typedef {ReturnType<typeof createTelegram>} Telegram */

/**
 * Returns the bridge. Telegram hands the player over in the address; only then is its script asked for, so that the page needs
 * nobody else's server anywhere else, and none at all to log in.
 */
export async function openTelegram() {
  const initData = new URLSearchParams(location.hash.slice(1)).get('tgWebAppData') ?? '';
  if (!initData) return createTelegram('', null);
  await loadScript();
  return createTelegram(initData, /** @type {any} */ (window).Telegram?.WebApp ?? null);
}

function loadScript() {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = SCRIPT;
    script.onload = script.onerror = resolve;
    setTimeout(resolve, SCRIPT_WAIT_MS);
    document.head.append(script);
  });
}

/** @param {string} initData @param {any} app */
function createTelegram(initData, app) {
  const user = parseUser(initData);
  return {
    isInside: initData !== '',
    initData: app?.initData || initData,
    /** Telegram's id of the player; null outside. @type {string|null} */
    userId: user.id == null ? null : String(user.id),
    /** @type {string|null} */
    language: user.language_code ?? null,
    /** Tells Telegram that the page can be seen, and follows its colours from then on. @param {(app: any) => void} onTheme */
    ready(onTheme) {
      if (!app) return;
      attempt(() => app.ready());
      attempt(() => app.expand());
      attempt(() => app.disableVerticalSwipes?.());
      onTheme(app);
      app.onEvent?.('themeChanged', () => onTheme(app));
    },
    /** @param {'tap'|'success'|'error'} kind */
    feel(kind) {
      const haptic = app?.HapticFeedback;
      attempt(() => (kind === 'tap' ? haptic?.impactOccurred('light') : haptic?.notificationOccurred(kind)));
    },
    /** @param {() => void} back @returns {() => void} what ends that */
    onBack(back) {
      app?.BackButton?.onClick(back);
      return () => attempt(() => app?.BackButton?.offClick?.(back));
    },
    /** @param {boolean} isShown */
    showBack(isShown) {
      attempt(() => (isShown ? app?.BackButton?.show() : app?.BackButton?.hide()));
    },
    /** Opens a link beside the game, which goes on. @param {string} url @returns {boolean} whether it did */
    open(url) {
      const isTelegrams = new URL(url).hostname === 't.me';
      const open = isTelegrams ? app?.openTelegramLink : app?.openLink;
      if (!open) return false;
      attempt(() => open.call(app, url));
      return true;
    },
    /**
     * Opens an invoice in Telegram's own sheet. @param {string} url @param {(status: string) => void} onClosed
     * @returns {boolean} whether it did
     */
    pay(url, onClosed) {
      try {
        app.openInvoice(url, onClosed);
        return true;
      } catch {
        return false; // Outside Telegram, or one that is too old for it.
      }
    },
    /** Opens Telegram's list of chats to send a link to. @param {string} url @param {string} text @returns {boolean} whether it did */
    share(url, text) {
      if (!app?.openTelegramLink) return false;
      app.openTelegramLink(`https://t.me/share/url?url=${encodeURIComponent(url)}&text=${encodeURIComponent(text)}`);
      return true;
    },
  };
}

/** @param {string} initData @returns {{id?: number|string, language_code?: string}} */
function parseUser(initData) {
  try {
    return JSON.parse(new URLSearchParams(initData).get('user') ?? '{}') ?? {};
  } catch {
    return {};
  }
}

/** Old Telegram clients throw on what they do not know; the game goes on. @param {() => void} call */
function attempt(call) {
  try {
    call();
  } catch (error) {
    console.debug('Telegram', error);
  }
}
