//! Where lines may end in languages that are written without spaces: models of phrases, which come as slices do.
//!
//! A model is a text with a line for each feature, sorted: `cの 4438` says that の before a place speaks for a new phrase there. The
//! features are those of [BudouX](https://github.com/google/budoux): up to three letters around the place. It has models of Japanese, Chinese
//! and Thai; that of Khmer is our own.

/// What the name of a model has after that of its language.
pub(super) const MODEL: &str = "-phrases-";

/// A place at which a line may end.
pub(super) const MAY_END: char = '\u{200b}';

/// The letter that names each feature, where its letters begin, seen from the place, and how many they are.
const FEATURES: [(char, isize, usize); 13] = [
    ('a', -3, 1),
    ('b', -2, 1),
    ('c', -1, 1),
    ('d', 0, 1),
    ('e', 1, 1),
    ('f', 2, 1),
    ('g', -2, 2),
    ('h', -1, 2),
    ('i', 0, 2),
    ('j', -3, 3),
    ('k', -2, 3),
    ('l', -1, 3),
    ('m', 0, 3),
];

/// What no line begins with.
const CLOSING: &str = "、。，．：；！？）」』】〉》ー々…%";

/// A model of phrases.
pub(super) struct Phrases {
    /// Of what it is, such as `ja`.
    pub(super) language: String,
    /// Features and their weights, sorted by features.
    weights: Vec<(String, i32)>,
    /// The sum of all weights.
    sum: i32,
}

impl Phrases {
    /// Reads a model; `None` if this is none.
    pub(super) fn read(language: &str, model: &str) -> Option<Phrases> {
        let weight = |line: &str| {
            let (feature, weight) = line.rsplit_once(' ')?;
            Some((feature.to_owned(), weight.parse().ok()?))
        };
        let weights: Vec<(String, i32)> = model.lines().map(weight).collect::<Option<_>>()?;
        let sum = weights.iter().map(|(_, weight)| weight).sum();
        (!weights.is_empty()).then(|| Phrases { language: language.to_owned(), weights, sum })
    }

    /// Whether it is a model of the language in which the text is written.
    pub(super) fn is_of(&self, text: &str, preferred: &str) -> bool {
        let has = |letters: std::ops::RangeInclusive<char>| text.contains(|char| letters.contains(&char));
        match self.language.as_str() {
            "ja" => has('ぁ'..='ヿ'),
            "zh" => preferred == "zh-" && has('一'..='鿿'),
            "km" => has('ក'..='៓'),
            _ => has('ก'..='๛'),
        }
    }

    /// Returns the text with a mark wherever a line may end.
    pub(super) fn marked(&self, text: &str) -> String {
        let letters: Vec<char> = text.chars().collect();
        let mut marked = String::with_capacity(2 * text.len());
        for (at, letter) in letters.iter().enumerate() {
            if at > 0 && can_end(letters[at - 1], *letter) && self.begins(&letters, at) {
                marked.push(MAY_END);
            }
            marked.push(*letter);
        }
        marked
    }

    /// Whether a phrase begins at this letter.
    fn begins(&self, letters: &[char], at: usize) -> bool {
        let weight = |(name, from, count): (char, isize, usize)| {
            let from = at.checked_add_signed(from)?;
            let feature: String = std::iter::once(name).chain(letters.get(from..from + count)?.iter().copied()).collect();
            let found = self.weights.binary_search_by(|(known, _)| known.as_str().cmp(&feature)).ok()?;
            Some(self.weights[found].1)
        };
        2 * FEATURES.into_iter().filter_map(weight).sum::<i32>() > self.sum
    }
}

/// Whether a line may end between these two, whatever a model says: not in a word of Latin letters, nor at a space, which is a place
/// anyway.
fn can_end(before: char, next: char) -> bool {
    !(before.is_ascii() && next.is_ascii()) && before != ' ' && next != ' ' && !CLOSING.contains(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// After の begins a phrase, unless 年 stands before that or 10 follows. The last line makes everything else no place.
    const MODEL: &str = "b年 -250\ncの 300\ni10 -280\nm終終終 600";

    fn check(text: &str, expected: &str) {
        let model = Phrases::read("ja", MODEL).expect("a model");
        assert_eq!(model.marked(text).replace(MAY_END, "|"), expected);
    }

    #[test]
    fn the_features_around_a_place_decide() {
        check("文字の組版と年の改行", "文字の|組版と年の改行");
        check("の", "の");
        check("のの10の2", "の|の10の|2");
    }

    #[test]
    fn neither_words_in_latin_letters_nor_closing_marks_are_split_off() {
        let all = Phrases::read("ja", "d! -2").expect("a model that splits everything");
        assert_eq!(all.marked("字と Rust、」").replace(MAY_END, "|"), "字|と Rust、」");
    }

    #[test]
    fn what_is_no_model_is_refused() {
        assert!(["", "<html>", "cの x", "cの 1\n\nb 2"].iter().all(|text| Phrases::read("ja", text).is_none()));
    }

    #[test]
    fn a_model_is_for_texts_in_its_language() {
        let is_of = |language: &str, text: &str, preferred: &str| {
            Phrases::read(language, MODEL).is_some_and(|model| model.is_of(text, preferred))
        };
        assert!(is_of("ja", "日本語の", "ja-") && !is_of("ja", "日本語", "ja-"));
        assert!(is_of("zh", "用中文", "zh-") && !is_of("zh", "한자 漢字", "ja-"));
        assert!(is_of("th", "เขียน", "zh-") && !is_of("th", "Rust", "zh-"));
    }
}
