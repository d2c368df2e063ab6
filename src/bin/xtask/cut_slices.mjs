// Cuts slices for scripts that the picture's own fonts lack: node cut_slices.mjs <folder to write to>, run by fonts.rs.
//
// A picture loads only the slices that its plan needs: `list.txt` says which characters each has, see src/wallpaper/slices.rs.
// The name of each ends with the beginning of the SHA-256 of its bytes, unpacked, so that it can be verified wherever it arrives.
// Each has one weight, between regular and bold, for both. The slices of Han characters are those by which web fonts are served:
// characters that occur together stand together. cut_signs.mjs adds emoji and symbols, and
// cut_phrases.mjs what tells where lines may end.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import cut from "subset-font";
import { bundled, present, ranges, withoutNames } from "./cut_fonts.mjs";
import { phrases } from "./cut_phrases.mjs";
import { emoji, symbols } from "./cut_signs.mjs";

const WEIGHT = 600;
const HASH_DIGITS = 12;
const VERTICAL = ["BASE", "DSIG", "VORG", "vhea", "vmtx", "STAT"];
const { resolve } = createRequire(import.meta.url);

/** Code points that a CSS unicode-range names. */
function codePoints(range) {
  return range.split(",").flatMap((part) => {
    const [first, last] = part.trim().slice(2).split("-").map((digits) => parseInt(digits, 16));
    return Array.from({ length: (last ?? first) - first + 1 }, (_, at) => first + at);
  });
}

/** Slices of a package of Noto fonts: those named, or those that have a number. */
function noto(family, prefix, names, features) {
  const folder = dirname(resolve(`@fontsource-variable/${family}/package.json`));
  const ranges = JSON.parse(readFileSync(join(folder, "unicode.json"), "utf8"));
  const isWanted = (name) => (names ? names.includes(name) : name.startsWith("["));
  return Object.keys(ranges).filter(isWanted).map((key) => {
    const name = key.replace(/[[\]]/g, "");
    const file = join(folder, `files/${family}-${name}-wght-normal.woff2`);
    return { name: names ? name : `${prefix}-${name}`, file, points: codePoints(ranges[key]), features, axes: { wght: WEIGHT } };
  });
}

/** A slice of what the picture's own fonts were cut out of. */
function pretendard(name, first, last) {
  const file = join(dirname(resolve("pretendard/package.json")), "dist/public/static/Pretendard-SemiBold.otf");
  return { name, file, points: Array.from({ length: last - first + 1 }, (_, at) => first + at), features: ["ccmp"] };
}

/** Korean syllables beyond the bundled ones, 256 to a slice. */
function rareSyllables() {
  const firsts = Array.from({ length: 44 }, (_, at) => 0xac00 + 256 * at);
  return firsts.map((first) => pretendard(`ko-${first.toString(16)}`, first, Math.min(first + 255, 0xd7a3)));
}

const PLAIN = ["ccmp", "locl", "mark", "mkmk", "kern"];
const slices = [
  ...noto("noto-sans", "", ["cyrillic", "cyrillic-ext", "greek", "greek-ext", "latin-ext", "vietnamese", "devanagari"]),
  ...noto("noto-sans-hebrew", "", ["hebrew"]),
  ...noto("noto-sans-arabic", "", ["arabic"]),
  ...noto("noto-sans-thai", "", ["thai"]),
  ...noto("noto-sans-khmer", "", ["khmer"]),
  ...rareSyllables(),
  pretendard("figures", 0x2070, 0x2099), // raised and lowered
  ...emoji(codePoints),
  ...symbols(),
  ...noto("noto-sans-jp", "ja", null, PLAIN),
  ...noto("noto-sans-sc", "zh", null, PLAIN),
];

const folder = process.argv[2];
mkdirSync(folder, { recursive: true });
const lines = [];

/** Writes a slice and its line of the list. */
function write(name, bytes, points) {
  const verifiable = `${name}-${createHash("sha256").update(bytes).digest("hex").slice(0, HASH_DIGITS)}`;
  writeFileSync(join(folder, `${verifiable}.gz`), gzipSync(bytes, { level: 9 }));
  lines.push(`${verifiable} ${points}\n`);
}

const cutAlready = new Set();
for (const { name, file, points, features, axes, isOnce } of slices) {
  // Joiners and marks of direction are part of complex scripts; everything else that is bundled would only weigh.
  const isWanted = (point) => !bundled().has(point) && !(isOnce && cutAlready.has(point));
  const lacking = points.filter((point) => isWanted(point) && (point >= 0x300 || features === undefined));
  if (lacking.length === 0) continue;
  const options = { targetFormat: "sfnt", noHinting: true, dropTables: VERTICAL };
  if (features) options.keepFeatures = features;
  if (axes) options.variationAxes = axes;
  const text = lacking.map((point) => String.fromCodePoint(point)).join("");
  const font = withoutNames(await cut(readFileSync(file), text, options));
  const found = present(font);
  if (found.length === 0) continue;
  found.forEach((point) => cutAlready.add(point));
  write(name, font, ranges(found));
}
phrases().forEach(({ name, bytes, points }) => write(name, bytes, points));
const licence = join(dirname(resolve("@fontsource-variable/noto-sans/package.json")), "LICENSE");
writeFileSync(join(folder, "OFL.txt"), readFileSync(licence));
writeFileSync(join(folder, "list.txt"), lines.join(""));
