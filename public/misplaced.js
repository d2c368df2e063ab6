// Loaded only if the app's files are missing. Says whether the page lies at another path than it was built for, and what to do.
(() => {
  // Filled in by the build: the texts by language, with {built} and {here} for the two paths.
  const TEXTS = {};
  const root = document.documentElement;
  const built = root.dataset.base, here = new URL('.', document.currentScript.src).pathname;
  const { misplaced, incomplete } = TEXTS[root.lang] ?? Object.values(TEXTS)[0];
  const words = (built === here ? incomplete : misplaced).replaceAll('{built}', built).replaceAll('{here}', here);
  const notice = document.createElement('div'), text = document.createElement('p');
  notice.className = 'notice';
  notice.setAttribute('role', 'alert');
  text.textContent = words;
  notice.append(text);
  document.querySelector('.frame-notices').append(notice);
})();
