/** Telegram's colours on our page, where they can be read: a pair below the usual contrast is left as the style sheet has it. */

const CONTRAST_MIN = 4.5;

/** @param {{colorScheme?: string, themeParams?: Record<string, string>, setHeaderColor?: (color: string) => void}} app */
export function applyTheme(app) {
  const root = document.documentElement;
  root.dataset.theme = app.colorScheme === 'light' ? 'light' : 'dark';
  const { bg_color: bg, secondary_bg_color: surface, text_color: text, hint_color: muted } = app.themeParams ?? {};
  const isReadable =
    bg && surface && text && contrast(text, bg) >= CONTRAST_MIN && contrast(text, surface) >= CONTRAST_MIN;
  set(root, '--bg', isReadable ? bg : null);
  set(root, '--surface', isReadable ? surface : null);
  set(root, '--text', isReadable ? text : null);
  const isMutedReadable =
    isReadable && muted && contrast(muted, bg) >= CONTRAST_MIN && contrast(muted, surface) >= CONTRAST_MIN;
  set(root, '--muted', isMutedReadable ? muted : isReadable ? text : null);
  if (isReadable) app.setHeaderColor?.(bg);
}

/** @param {HTMLElement} root @param {string} name @param {string|null} value */
function set(root, name, value) {
  if (value) root.style.setProperty(name, value);
  else root.style.removeProperty(name);
}

/** The contrast of two colours as WCAG defines it, 1…21. @param {string} a `#rrggbb` @param {string} b `#rrggbb` */
export function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {string} color */
function luminance(color) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
