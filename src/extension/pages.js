// The pages that were read, as far as that is remembered: their sessions, by which the page is marked and a newer version is noticed.

const api = globalThis.browser ?? chrome;
const MOST = 40;

const all = async () => (await api.storage.local.get('pages')).pages ?? {};
const nameOf = (address) => address.split('#')[0];

export async function known(address) {
  return (await all())[nameOf(address)];
}

// What was read on this site.
export async function ofSite(origin) {
  return Object.entries(await all()).filter(([address]) => new URL(address).origin === origin).map(([, page]) => page);
}

export async function remember({ address, times }, program, text) {
  const sessions = program.sessions.map(({ id, title }) => [id, title]);
  const others = Object.entries(await all()).filter(([name]) => name !== nameOf(address)).slice(1 - MOST);
  const page = { program: program.id, text, times, sessions };
  await api.storage.local.set({ pages: Object.fromEntries([...others, [nameOf(address), page]]) });
}

export async function forget(origin) {
  const others = Object.entries(await all()).filter(([address]) => new URL(address).origin !== origin);
  await api.storage.local.set({ pages: Object.fromEntries(others) });
}
