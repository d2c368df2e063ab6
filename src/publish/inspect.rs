//! Looks at a site as an attendee's phone would, and says what is wrong with it.
//!
//! Whoever looks gives a [`Host`]: something that answers questions, over the web or from a folder. [`inspect`] first asks for everything
//! that a phone asks for ([`Visit`]), and then each part judges the answers. How long they took is not judged.

mod address;
mod answer;
mod compression;
mod files;
mod folder;
mod headers;
mod host_kind;
mod manifest;
mod page;
mod pages;
mod picture;
mod policy;
mod program;
mod visit;
mod worker;

pub use answer::Answer;
pub use folder::Folder;
pub use visit::is_ours;

use crate::messages::command_line::Unfetched;
use crate::messages::inspect::{Area, Fault, Grade, HostKind, Weight};
use crate::program::Program;
use std::collections::BTreeMap;
use visit::Visit;

/// What a host is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The whole address.
    pub address: String,
    /// Whether the answer may be packed.
    pub may_be_packed: bool,
}

/// Something that has a site.
pub trait Host {
    /// Asks for all of these, and returns the answers in the same order.
    fn ask(&self, questions: &[Question]) -> Vec<Result<Answer, Unfetched>>;

    /// Whether answers come with the headers of a real host.
    fn is_live(&self) -> bool;

    /// Returns packed files that are not what they should be, which only somebody who sees all files can know.
    fn stale_siblings(&self) -> Vec<String>;
}

/// What was found.
#[derive(Debug)]
pub struct Report {
    /// What serves the site.
    pub host: HostKind,
    /// The path at which it lies.
    pub base: String,
    /// The program that it opens with.
    pub program: Option<Program>,
    /// What a first visit waits for.
    pub first_visit: Weight,
    /// What is kept for the venue.
    pub offline: Weight,
    /// The worst first.
    pub findings: Vec<Finding>,
    /// What was looked at and is in order.
    pub fine: Vec<Area>,
}

/// Something that is wrong, and with what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong.
    pub fault: Fault,
    /// The files, addresses or headers that it is about.
    pub about: Vec<String>,
}

/// What the parts find: each fault, and one thing that it is about.
type Found = Vec<(Fault, String)>;

/// Looks at the site whose page is at this address; the beginning of the address may be missing where the site lies in a folder.
pub fn inspect(host: &impl Host, address: &str) -> Report {
    let visit = Visit::make(host, address);
    let program = program::of(&visit);
    let mut found = [address::find(&visit), pages::find(&visit), files::find(&visit), worker::find(&visit)].concat();
    found.extend([manifest::find(&visit), program::find(&visit, program.is_some())].concat());
    if visit.is_live {
        found.extend([headers::find(&visit), compression::find(&visit)].concat());
    }
    found.extend(host.stale_siblings().into_iter().map(|path| (Fault::StaleSibling, path)));
    let findings = sorted(found);
    let is_looked_at = |area: &Area| visit.is_live || ![Area::Headers, Area::Compression].contains(area);
    let is_fine = |area: &Area| findings.iter().all(|finding| finding.fault.area() != *area);
    let fine = Area::ALL.into_iter().filter(|area| is_looked_at(area) && is_fine(area)).collect();
    let host = if visit.is_live { host_kind::of(visit.page()) } else { HostKind::None };
    let (first_visit, offline) = (visit.first_visit(), visit.offline());
    Report { host, base: visit.base, program, first_visit, offline, findings, fine }
}

impl Report {
    /// Returns how many faults there are, hints left out.
    pub fn faults(&self) -> usize {
        self.findings.iter().filter(|finding| finding.fault.grade() != Grade::Hint).count()
    }
}

/// Each fault once with all that it is about, the worst first and else in the order in which they were found.
fn sorted(found: Found) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for (fault, named) in found {
        match findings.iter_mut().find(|finding| finding.fault == fault) {
            Some(finding) if finding.about.contains(&named) => {}
            Some(finding) => finding.about.push(named),
            None => findings.push(Finding { fault, about: vec![named] }),
        }
    }
    let mut by_grade: BTreeMap<Grade, Vec<Finding>> = BTreeMap::new();
    for finding in findings {
        by_grade.entry(finding.fault.grade()).or_default().push(finding);
    }
    by_grade.into_values().flatten().collect()
}

#[cfg(test)]
mod tests;
