// The texts of the window below the button, in the language of the app: the one that its settings say, else one that the person prefers.

// Filled in by the build.
const LANGUAGES = [];

const chosen = () => { try { return JSON.parse(localStorage['siganpyo/index.html?/#settings']).language; } catch { return null; } };
const preferred = navigator.languages.map((tag) => tag.split('-')[0]);
export const language = [chosen(), ...preferred].find((tag) => LANGUAGES.includes(tag)) ?? LANGUAGES[0];

const texts = await (await fetch(`/_locales/${language}/messages.json`)).json();
export const say = (name, ...values) => texts[name].message.replace(/\$(\d)/g, (_, number) => values[number - 1]);
