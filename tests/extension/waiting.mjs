// Waiting for what takes its time, and what both browsers' pages can do.

const PATIENCE = 60_000;
const PAUSE = 100;

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/// Asks again until there is an answer.
export async function eventually(what, ask) {
  const end = Date.now() + PATIENCE;
  for (let last; ; await pause(PAUSE)) {
    const answer = await ask().catch((error) => { last = error; });
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`, { cause: last });
  }
}

/// A page that answers expressions with `ask`.
export class Page {
  until(script) {
    return eventually(script, () => this.ask(script));
  }

  says(words) {
    return this.until(`document.body.innerText.includes(${JSON.stringify(words)})`);
  }

  /// Clicks where the first element is that matches, as a mouse does.
  async click(selector) {
    const place = `(() => { const at = document.querySelector(${JSON.stringify(selector)}); at?.scrollIntoView({ block: 'center' });
      const box = at?.getBoundingClientRect(); return box?.width ? [box.x + box.width / 2, box.y + box.height / 2] : null })()`;
    await this.clickAt(...await this.until(place));
  }

  async goTo(address) {
    await this.ask('window.isOld = true');
    await this.navigate(address);
    await this.until(`!window.isOld && document.readyState === 'complete'`);
  }
}
