#!/usr/bin/env python3
"""Learns where words begin in Khmer, and writes km.txt for cut_phrases.mjs.

BudouX has no model of Khmer, and dictionaries of it are larger than our fonts. So a linear model over the features of BudouX is learned from
texts that everybody has: the translations of LibreOffice and Firefox, in which translators mark where lines may end, cut further by ICU's
dictionary. It is run by hand, and what it learned is kept beside it, since those texts change with every release.

    apt-get download libreoffice-l10n-km firefox-esr-l10n-km && for package in *.deb; do dpkg -x "$package" texts; done
    apt-get install python3-icu && pip install scikit-learn
    python3 learn_khmer.py texts km.txt
"""

import itertools
import pathlib
import random
import re
import sys
import zipfile

import icu
import numpy
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

# The letter that names each feature, where its letters begin, seen from the place, and how many they are: as in src/wallpaper/phrases.rs.
FEATURES = [("a", -3, 1), ("b", -2, 1), ("c", -1, 1), ("d", 0, 1), ("e", 1, 1), ("f", 2, 1), ("g", -2, 2), ("h", -1, 2), ("i", 0, 2),
            ("j", -3, 3), ("k", -2, 3), ("l", -1, 3), ("m", 0, 3)]
MAY_END = "\u200b"
RUNS = re.compile("[\u1780-\u17ff\u200b]{6,}")
# What a syllable may begin with, and the sign that makes the next letter a part of it.
LETTERS = [chr(point) for point in range(0x1780, 0x17B4)]
OTHERS = list("0123456789។៕៖ៗ") + [chr(point) for point in range(0x17E0, 0x17EA)] + [chr(point) for point in range(0x41, 0x7B)]
SIGNS = [chr(point) for point in range(0x17B4, 0x17D4)] + ["\u17dd"]
JOINER = "\u17d2"
# In thousandths, as BudouX has them.
SCALE = 1000


def texts(folder):
    for path in pathlib.Path(folder).rglob("*"):
        if path.suffix == ".xpi":
            with zipfile.ZipFile(path) as archive:
                yield from (archive.read(name) for name in archive.namelist())
        elif path.is_file():
            yield path.read_bytes()


def words(text, breaks):
    for part in filter(None, text.split(MAY_END)):
        breaks.setText(part)
        start = 0
        for end in breaks:
            yield part[start:end]
            start = end


def features(letters, at):
    spans = ((name, at + start, count) for name, start, count in FEATURES)
    return [name + letters[start:start + count] for name, start, count in spans if start >= 0 and start + count <= len(letters)]


def places(lines):
    """The features of each place between two syllables, and whether a word begins there."""
    for line in lines:
        text = "".join(line)
        ends = itertools.accumulate(len(word) for word in line)
        begins = set(ends)
        for at in range(1, len(text)):
            if text[at] not in SIGNS and text[at - 1] != JOINER:
                yield features(text, at), at in begins


def learn(known):
    counter = CountVectorizer(analyzer=lambda names: names, min_df=5, binary=True)
    counts = counter.fit_transform([names for names, _ in known])
    model = LogisticRegression(penalty="l1", C=0.4, solver="liblinear", max_iter=60, random_state=1)
    model.fit(counts, [begins for _, begins in known])
    weights = dict(zip(counter.get_feature_names_out(), model.coef_[0]))
    return {name: weight for name, weight in weights.items() if weight}, model.intercept_[0]


def as_budoux(weights, constant):
    """The same decisions with half of the sum of all weights in place of a constant, and no word that begins inside a syllable."""
    never = -2 * sum(max([weight for name, weight in weights.items() if name[0] == kind], default=0) for kind, *_ in FEATURES)
    weights = weights | {"d" + sign: never for sign in SIGNS} | {"c" + JOINER: never}
    # One of these is at every place, so that what all of them have more is a constant.
    at_place = ["d" + letter for letter in LETTERS + OTHERS + SIGNS]
    more = (constant + sum(weights.values()) / 2) / (1 - len(at_place) / 2)
    weights |= {name: weights.get(name, 0) + more for name in at_place}
    return {name: round(weight * SCALE) for name, weight in weights.items()}


def score(weights, known):
    total = sum(weights.values())
    found = numpy.array([2 * sum(weights.get(name, 0) for name in names) > total for names, _ in known])
    begins = numpy.array([begins for _, begins in known])
    hits = (found & begins).sum()
    return f"right at {(found == begins).mean():.1%} of places, precision {hits / found.sum():.1%}, recall {hits / begins.sum():.1%}"


def main(folder, path):
    found = {text for content in texts(folder) for text in RUNS.findall(content.decode("utf-8", "ignore"))}
    breaks = icu.BreakIterator.createWordInstance(icu.Locale("km"))
    lines = [list(words(text, breaks)) for text in sorted(found)]
    random.Random(1).shuffle(lines)
    kept_back = len(lines) // 10
    weights = as_budoux(*learn(list(places(lines[kept_back:]))))
    print(f"{len(lines)} texts, {len(weights)} features:", score(weights, list(places(lines[:kept_back]))))
    rows = sorted((name.encode(), weight) for name, weight in weights.items() if weight)
    pathlib.Path(path).write_bytes(b"\n".join(name + b" " + str(weight).encode() for name, weight in rows) + b"\n")


main(*sys.argv[1:])
