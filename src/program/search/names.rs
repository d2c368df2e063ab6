//! Names that mean the same: those that the organiser adds, and the [known ones](known) of the field.

mod known;

use super::slip::{is_slip, keys};
use super::word::Word;
use crate::program::{Program, alias};

/// An unfinished name is recognised from this many syllables or letters on.
const MIN_SYLLABLES: usize = 3;
const MIN_LETTERS: usize = 4;

/// Groups of names that mean the same.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    groups: Vec<Vec<Name>>,
}

#[derive(Debug, Clone)]
struct Name {
    spelling: String,
    /// See [`keys`]; so spaces and hyphens do not matter.
    keys: Vec<u8>,
}

impl Names {
    /// The names that the organiser adds come first.
    pub fn of(program: &Program) -> Names {
        let name = |spelling: &str| Name { keys: keys(spelling), spelling: spelling.to_owned() };
        let lines = program.aliases.iter().map(String::as_str).chain(known::NAMES.lines());
        Names { groups: lines.map(|line| alias::names(line).map(name).collect()).collect() }
    }

    /// Returns the other names of what has this name; `None` if nothing has it.
    pub fn of_same(&self, typed: &str) -> Option<Vec<&str>> {
        let keys = keys(typed);
        self.others(|name| name.keys == keys)
    }

    /// Returns the names of what may become this name when it is typed to its end; none if it may become several.
    pub fn begun(&self, typed: &str) -> Vec<&str> {
        let syllables = typed.chars().filter(|letter| ('가'..='힣').contains(letter)).count();
        let is_enough = if syllables == 0 { typed.len() >= MIN_LETTERS } else { syllables >= MIN_SYLLABLES };
        let Some(word) = Word::beginning(typed).filter(|_| is_enough) else { return Vec::new() };
        let begun = |name: &Name| word.begins(&name.spelling);
        let is_sure = self.groups.iter().filter(|group| group.iter().any(begun)).count() == 1;
        self.others(begun).filter(|_| is_sure).unwrap_or_default()
    }

    /// Returns the names that were perhaps meant, if this one was typed with a slip of the finger.
    pub fn meant_by(&self, typed: &str) -> Vec<&str> {
        let keys = keys(typed);
        let meant = self.groups.iter().flatten().filter(|name| is_slip(&keys, &name.keys));
        meant.map(|name| name.spelling.as_str()).collect()
    }

    /// Returns the names in the groups that have such a name, without those.
    fn others(&self, is_it: impl Fn(&Name) -> bool) -> Option<Vec<&str>> {
        let groups = self.groups.iter().filter(|group| group.iter().any(&is_it));
        let groups: Vec<&Vec<Name>> = groups.collect();
        let others = groups.iter().copied().flatten().filter(|name| !is_it(name));
        (!groups.is_empty()).then(|| others.map(|name| name.spelling.as_str()).collect())
    }
}
