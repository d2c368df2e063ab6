// Cuts the picture's fonts out of Pretendard: node cut_fonts.mjs <folder to write to>, run by fonts.rs.
//
// HarfBuzz does the cutting, since no Rust subsetter keeps both CFF outlines and layout tables.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import * as harfbuzz from "harfbuzzjs";
import cut from "subset-font";

const { resolve } = createRequire(import.meta.url);

const WEIGHTS = { "regular.otf": "Pretendard-Regular.otf", "bold.otf": "Pretendard-Bold.otf" };

/**
 * What programs use besides Korean, as first and last code points. Other scripts come as slices with the programs that need them: kana with
 * Han characters, which Pretendard has not, Greek, Cyrillic, Vietnamese, small raised and lowered figures and the signs of mathematics as well.
 */
const RANGES = [
  [0x20, 0x7e], // ASCII
  [0xa0, 0x17f], // Latin-1, Latin Extended-A
  [0x218, 0x21b], // Romanian
  [0x2c6, 0x2dd], // spacing accents
  [0x300, 0x328], // combining accents
  [0x2010, 0x203a], // dashes, quotation marks, ellipsis
  [0x20a9, 0x20bf], // currencies
  [0x2103, 0x2122], // ℃ № ™
  [0x2190, 0x2199], // arrows
  [0x2460, 0x2473], // circled numbers
  [0x25a0, 0x25cf], // squares, triangles, circles
  [0x2605, 0x2606], // stars
  [0x2661, 0x266a], // hearts, notes
  [0x2713, 0x2717], // ticks
  [0x3000, 0x301f], // East Asian punctuation, among it the mark for what cannot be printed
  [0x3131, 0x318e], // Korean letters on their own
];

/**
 * tnum for times, case for arrows and dashes beside capitals; the rest keeps words as their languages spell them. Not mark and mkmk: nearly all
 * accents are part of a letter, and the shaper puts the others over their letters by itself.
 */
const FEATURES = ["ccmp", "locl", "kern", "tnum", "case"];

/** For vertical text and signatures. */
const TABLES_TO_DROP = ["BASE", "DSIG", "VORG", "vhea", "vmtx"];

/** The 2,350 syllables of KS X 1001, which nearly all Korean text keeps to: rows 0xB0 to 0xC8 of EUC-KR. */
function koreanSyllables() {
  const bytes = [];
  for (let row = 0xb0; row <= 0xc8; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  return new TextDecoder("euc-kr", { fatal: true }).decode(Uint8Array.from(bytes));
}

function characters() {
  const others = RANGES.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)));
  return koreanSyllables() + others.join("");
}

let known;

/** The code points that are asked of the picture's own fonts. */
export function bundled() {
  return (known ??= new Set(Array.from(characters(), (character) => character.codePointAt(0))));
}

/** Empties the table of names, without which a font counts as broken: the licence reserves the name for the uncut fonts. */
export function withoutNames(font) {
  const directory = new DataView(font.buffer, font.byteOffset, font.byteLength);
  for (let entry = 12; entry < 12 + 16 * directory.getUint16(4); entry += 16) {
    if (font.toString("latin1", entry, entry + 4) !== "name") continue;
    const start = directory.getUint32(entry + 8);
    font.fill(0, start, start + directory.getUint32(entry + 12));
    directory.setUint16(start + 4, 6); // where the strings would begin
  }
  return font;
}

const DESUBROUTINIZE = 4; // HB_SUBSET_FLAGS_DESUBROUTINIZE of hb-subset.h

/**
 * The same font with every outline written out: Brotli finds what outlines share better than subroutines name it, 9 % of the bytes sent.
 * subset-font has no word for it.
 */
async function spelledOut(font) {
  const wasm = readFileSync(resolve("harfbuzzjs/dist/harfbuzz-subset.wasm"));
  const { exports: hb } = (await WebAssembly.instantiate(wasm)).instance;
  hb._initialize();
  const bytes = hb.malloc(font.length);
  Buffer.from(hb.memory.buffer).set(font, bytes);
  const face = hb.hb_face_create(hb.hb_blob_create(bytes, font.length, 0, 0, 0), 0);
  const input = hb.hb_subset_input_create_or_fail();
  hb.hb_subset_input_keep_everything(input);
  hb.hb_subset_input_set_flags(input, hb.hb_subset_input_get_flags(input) | DESUBROUTINIZE);
  const written = hb.hb_subset_or_fail(face, input);
  if (!written) throw new Error("HarfBuzz cannot write this font's outlines out");
  const blob = hb.hb_face_reference_blob(written);
  const start = hb.hb_blob_get_data(blob, 0);
  return Buffer.from(hb.memory.buffer.slice(start, start + hb.hb_blob_get_length(blob)));
}

/** The code points that the font really has. */
export function present(font) {
  const face = new harfbuzz.Face(new harfbuzz.Blob(font.buffer.slice(font.byteOffset, font.byteOffset + font.byteLength)));
  return Array.from(face.collectUnicodes());
}

/** `4e00-4e02 4e05`, in the order of the points. */
export function ranges(points) {
  return runs(points).map((range) => [...new Set(range)].map((point) => point.toString(16)).join("-")).join(" ");
}

/** The same as steps, which compress to a quarter: from the last point of one range to the first of the next, and how many more follow. */
function steps(points) {
  let last = 0;
  const step = ([first, end]) => {
    const word = (first - last).toString(16) + (end > first ? `-${(end - first).toString(16)}` : "");
    last = end;
    return word;
  };
  return runs(points).map(step).join(" ");
}

/** First and last point of each range. */
function runs(points) {
  const found = [];
  for (const point of points.toSorted((one, other) => one - other)) {
    if (found.at(-1)?.[1] === point - 1) found.at(-1)[1] = point;
    else found.push([point, point]);
  }
  return found;
}

async function main(folder) {
  const source = dirname(resolve("pretendard/package.json"));
  mkdirSync(folder, { recursive: true });
  for (const [name, original] of Object.entries(WEIGHTS)) {
    const font = readFileSync(join(source, "dist/public/static", original));
    const options = { targetFormat: "sfnt", noHinting: true, keepFeatures: FEATURES, dropTables: TABLES_TO_DROP };
    const slim = withoutNames(await spelledOut(await cut(font, characters(), options)));
    writeFileSync(join(folder, name), slim);
    // Both weights have the same ones. The page compares a program with them, see src/wallpaper/slices.rs.
    writeFileSync(join(folder, "characters.txt"), steps(present(slim)));
  }
  writeFileSync(join(folder, "OFL.txt"), readFileSync(join(source, "dist/LICENSE.txt")));
}

if (import.meta.filename === process.argv[1]) await main(process.argv[2]);
