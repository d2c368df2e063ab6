//! Whether texts come in as few bytes as they can.

use super::Found;
use super::visit::{Visit, name_of};
use crate::messages::inspect::Fault;
use crate::publish::hosting::kinds;

/// Less than this gains nobody anything.
const SMALL: usize = 20_000;

/// Big texts among what a phone keeps, if they come as they are.
pub fn find(visit: &Visit) -> Found {
    let kept = visit.lists.iter().flat_map(|[kept, _]| kept).map(Visit::path_of);
    let plain: Vec<(&str, usize)> = kept.filter_map(|path| plain(visit, path)).filter(|(_, bytes)| *bytes >= SMALL).collect();
    let bytes = plain.iter().map(|(_, bytes)| bytes).sum();
    plain.into_iter().map(|(path, _)| (Fault::Uncompressed { bytes }, name_of(path))).collect()
}

fn plain<'a>(visit: &Visit, path: &'a str) -> Option<(&'a str, usize)> {
    let ending = path.rsplit_once('.').map_or("html", |(_, ending)| ending);
    let is_text = kinds::KINDS.iter().any(|kind| kind.ending == ending && kind.is_compressed);
    let answer = visit.answer(path).filter(|answer| answer.is_ok() && answer.coding().is_none())?;
    is_text.then_some((path, answer.sent.len()))
}
