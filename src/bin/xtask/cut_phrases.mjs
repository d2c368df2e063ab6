// Models of phrases as slices, for cut_slices.mjs: what src/wallpaper/phrases.rs reads, out of the models of BudouX and one of our own.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** The features in the order of the letters that name them. */
const FEATURES = ["UW1", "UW2", "UW3", "UW4", "UW5", "UW6", "BW1", "BW2", "BW3", "TW1", "TW2", "TW3", "TW4"];

/** For which characters a model is needed. */
const MODELS = [
  { name: "ja-phrases", model: "ja", points: "3041-30ff" },
  { name: "zh-phrases", model: "zh-hans", points: "4e00-9fff" },
  { name: "th-phrases", model: "th", points: "e01-e5b" },
];

/** Each model with its lines sorted as Rust sorts them. */
export function phrases() {
  const models = MODELS.map(({ name, model, points }) => ({ name, points, bytes: Buffer.from(lines(model).join("\n")) }));
  // What phrases/learn_khmer.py wrote.
  const khmer = readFileSync(new URL("phrases/km.txt", import.meta.url));
  return [...models, { name: "km-phrases", points: "1780-17d3", bytes: khmer }];
}

function lines(name) {
  const { model } = require(join(dirname(require.resolve("budoux")), `data/models/${name}.js`));
  const letter = (at) => String.fromCodePoint(0x61 + at);
  const all = FEATURES.flatMap((feature, at) => Object.entries(model[feature] ?? {}).map(([letters, weight]) => [letter(at) + letters, weight]));
  const sorted = all.toSorted(([one], [other]) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
  return sorted.map((row) => row.join(" "));
}
