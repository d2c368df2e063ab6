// Runs in the page that a person wants to read, after the press of a button: what the page is by now, as HTML, and the schedule files that it
// links to, fetched with the page's own rights. The value of the last expression goes to the popup.
(async () => {
  const MOST = 16 << 20, MOST_FILES = 4, PATIENCE = 8000;
  const NAMES = /schedule|program|agenda|timetable|sessions|fahrplan|시간표/i;
  const ENDS = /\.(ics|xml|json|csv)$/i;

  // Frames of the same host can be read like the page; the others are named.
  const frames = [...document.querySelectorAll('iframe[src]')].filter(({ clientHeight }) => clientHeight > 200);
  const inner = (frame) => { try { return frame.contentDocument; } catch { return null; } };
  const written = (page) => ({ address: page.URL, text: '<!doctype html>\n' + page.documentElement.outerHTML });
  const pages = [document, ...frames.map(inner).filter((page) => page?.body)].map(written);
  const far = frames.filter((frame) => !inner(frame)).map(({ src }) => src).filter((address) => /^https?:/.test(address));

  const isSchedule = ({ href, type, rel }) => {
    const url = URL.canParse(href) ? new URL(href) : null;
    if (!url || !/^https?:$/.test(url.protocol)) return false;
    return type === 'text/calendar' || ENDS.test(url.pathname) && (NAMES.test(url.pathname) || /alternate/.test(rel));
  };
  const links = [...document.querySelectorAll('link[rel~=alternate][href], a[href]')].filter(isSchedule).map(({ href }) => href);
  const load = async (address) => {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok || Number(answer.headers.get('content-length')) > MOST) return null;
    const text = await answer.text();
    return text.length > MOST ? null : { address, text };
  };
  const wanted = [...new Set(links)].slice(0, MOST_FILES);
  const files = (await Promise.all(wanted.map((address) => load(address).catch(() => null)))).filter(Boolean);

  // Times on the page: as long as they are the same, so is its timetable, most likely.
  const times = document.body?.innerText.match(/\d{1,2}:\d{2}/g)?.join(' ') ?? '';
  if (pages[0].text.length > MOST) return { isTooLarge: true };
  return { address: location.href, title: document.title, language: document.documentElement.lang, pages, files, far, times };
})();
