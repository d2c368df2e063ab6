// The slices of emoji and symbols, for cut_slices.mjs.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const { resolve } = createRequire(import.meta.url);

/** What titles of programs use most. One slice of 60 KB has them all, so that most programs with emoji need one file. */
const COMMON =
  "😀😄😂😊😉😍😎🤓🤩🥳😢😭😱🤔🤯🤖👻💩" +
  "❤💙💚💛💜💔💥🔥✨⭐🌟⚡☀☁🌈🌍🌱🍀" +
  "👋👌✌👉👇👍👏🙌🙏🤝💪🧠👀👩👨🧑" +
  "🐍🦀🐹🐘🐳🐶🐱🐼🦊🐧🐦🦄🐝🐛" +
  "☕🍺🍷🍕🍰🍩🍿🎉🎊🎁🏆🥇🎯🎮🎲🎨🎬🎤🎵🎸" +
  "🚀🏠⏰⏳📅💻⌨💾📱📷📸📺🔌💡🔧🔨🛠⚙🔗🔒🔑🔍🔬🧪📈📊📌📝📚📦📧📢🔔💬💰💼💎⚖🎓🧩" +
  "✅❌❓❗⚠🚨🚧➡🔄♻🆕🔴🟢🔵✔✖♀♂";

/** Flags come as two letters, or as letters that are not seen; or they are joined of others. */
const FLAGS = [...range(0x1f1e6, 0x1f1ff), ...range(0xe0061, 0xe007f), ...points("🏴🏳☠⚧🌈🎌🚩🏁")];

/** Joins emoji to one sign, if one slice has all of them. */
const JOINER = 0x200d;

/** Figures of keycaps are those of the text; one colour has no tones of skin and needs no word for emoji or text. */
const LEFT_OUT = new Set([...range(0, 0xff), 0x20e3, 0xfe0e, 0xfe0f, ...range(0x1f3fb, 0x1f3ff)]);

const PER_SLICE = 64;

/** First and last code points. */
const BLOCKS = [
  [0x2000, 0x218f], // punctuation, currencies, letters that are signs, numbers
  [0x2190, 0x21ff], // arrows
  [0x2200, 0x22ff], // mathematics
  [0x2300, 0x245f], // technical
  [0x2460, 0x25ff], // in circles, lines, shapes
  [0x2600, 0x27bf], // miscellaneous, dingbats
  [0x27c0, 0x2bff], // more mathematics and arrows, Braille
  [0x1d400, 0x1d7ff], // letters of mathematics
  [0x1f100, 0x1f2ff], // letters in squares
];

const EMOJI = "@fontsource/noto-emoji";
const SYMBOLS = [
  { name: "symbols", file: "@fontsource-variable/noto-sans-symbols/files/noto-sans-symbols-symbols-wght-normal.woff2", axes: { wght: 600 } },
  { name: "symbols-2", file: "@fontsource/noto-sans-symbols-2/files/noto-sans-symbols-2-symbols-400-normal.woff2" },
  { name: "math", file: "@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2" },
];

/** Emoji of one colour: the common ones, flags, and the others in the order of their code points. */
export function emoji(codePoints) {
  const file = path(`${EMOJI}/files/noto-emoji-emoji-600-normal.woff2`);
  const all = Object.values(JSON.parse(readFileSync(path(`${EMOJI}/unicode.json`), "utf8"))).flatMap(codePoints);
  const common = points(COMMON);
  const known = new Set([...common, ...FLAGS, ...LEFT_OUT, JOINER]);
  const others = [...new Set(all)].filter((point) => !known.has(point)).toSorted((one, other) => one - other);
  const slice = (name, points) => ({ name: `emoji-${name}`, file, points: [...points, JOINER], features: ["ccmp"] });
  const starts = Array.from({ length: Math.ceil(others.length / PER_SLICE) }, (_, at) => at * PER_SLICE);
  const rest = starts.map((start, at) => slice(`${at + 1}`, others.slice(start, start + PER_SLICE)));
  return [slice("common", common), slice("flags", FLAGS), ...rest];
}

/** Symbols beyond the emoji, each once. */
export function symbols() {
  return SYMBOLS.flatMap(({ name, file, axes }) =>
    BLOCKS.map((block, at) => ({ name: `${name}-${at}`, file: path(file), points: range(...block), features: [], axes, isOnce: true })),
  );
}

function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function points(text) {
  return Array.from(text, (character) => character.codePointAt(0));
}

/** Where a file of a package is. */
function path(file) {
  const [scope, name, ...rest] = file.split("/");
  return join(dirname(resolve(`${scope}/${name}/package.json`)), ...rest);
}
