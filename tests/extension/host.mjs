// A conference's host on this machine. It can be gone, and its pages can be others.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';

export class Host {
  constructor(pages) {
    this.pages = pages;
    this.server = createServer((request, answer) => {
      const page = this.pages[request.url];
      answer.writeHead(page === undefined ? 404 : 200, { 'content-type': request.url.endsWith('.ics') ? 'text/calendar' : 'text/html; charset=utf-8', 'cache-control': 'no-store' });
      answer.end(page ?? '');
    });
  }

  static async open(pages) {
    const host = new Host(pages);
    await new Promise((done) => host.server.listen(0, '127.0.0.1', done));
    return host;
  }

  /// An address under the host's own name.
  address(path, name = 'lamps.test') {
    return `http://${name}:${this.server.address().port}${path}`;
  }

  goAway() {
    this.server.close();
    this.server.closeAllConnections();
  }
}

export const fixture = (name) => readFile(new URL(`../fixtures/extension/${name}`, import.meta.url), 'utf8');
