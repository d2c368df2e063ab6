//! Which of the known names somebody may have meant.

use siganpyo::program::title::normal;

/// How similar two names are that may be meant for each other, from 0 to 1.
const SIMILAR: f64 = 0.8;

/// Up to three known names that are similar, the most similar first.
pub fn names<'n>(meant: &str, known: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    let meant = normal(meant);
    let mut near: Vec<(f64, &str)> = known.into_iter().map(|name| (strsim::jaro_winkler(&meant, &normal(name)), name)).collect();
    near.retain(|(similarity, _)| *similarity >= SIMILAR);
    near.sort_by(|one, other| other.0.total_cmp(&one.0));
    near.into_iter().take(3).map(|(_, name)| name).collect()
}
