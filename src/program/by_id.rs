//! Lists whose entries are found by their ids, however long they are.

use super::order::in_order;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::OnceLock;

/// Lists of up to this length are searched linearly, which is as fast as any index.
const FEW: usize = 32;

/// Something with an id that is unique in its list.
pub trait Identified {
    /// The id.
    fn id(&self) -> &str;
}

/// A list that finds an entry by its id with a binary search. The order by id is computed when it is first needed, and
/// dropped with every change of the list.
#[derive(Clone)]
pub struct ById<T> {
    list: Vec<T>,
    /// Indices into the list, sorted by the ids of the entries.
    order: OnceLock<Vec<usize>>,
}

impl<T: Identified> ById<T> {
    /// Returns the index of the first entry with this id.
    pub fn index_of(&self, id: &str) -> Option<usize> {
        if self.list.len() <= FEW {
            return self.list.iter().position(|entry| entry.id() == id);
        }
        let order = self.order();
        let at = order.partition_point(|index| self.list[*index].id() < id);
        let index = *order.get(at)?;
        (self.list[index].id() == id).then_some(index)
    }

    /// Returns the first entry with this id.
    pub fn find(&self, id: &str) -> Option<&T> {
        self.index_of(id).map(|index| &self.list[index])
    }

    /// Returns an id that occurs twice, if there is one.
    pub fn repeated(&self) -> Option<&str> {
        let id = |index: usize| self.list[index].id();
        self.order().windows(2).find(|pair| id(pair[0]) == id(pair[1])).map(|pair| id(pair[0]))
    }

    fn order(&self) -> &[usize] {
        let list = &self.list;
        self.order.get_or_init(|| in_order(list.len(), &|one, other| list[one].id().cmp(list[other].id())))
    }
}

impl<T> Deref for ById<T> {
    type Target = Vec<T>;

    fn deref(&self) -> &Vec<T> {
        &self.list
    }
}

impl<T> DerefMut for ById<T> {
    fn deref_mut(&mut self) -> &mut Vec<T> {
        self.order.take();
        &mut self.list
    }
}

impl<T> From<Vec<T>> for ById<T> {
    fn from(list: Vec<T>) -> ById<T> {
        ById { list, order: OnceLock::new() }
    }
}

impl<T> FromIterator<T> for ById<T> {
    fn from_iter<I: IntoIterator<Item = T>>(entries: I) -> ById<T> {
        Vec::from_iter(entries).into()
    }
}

impl<'a, T> IntoIterator for &'a ById<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut ById<T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.deref_mut().iter_mut()
    }
}

impl<T> IntoIterator for ById<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl<T: PartialEq> PartialEq for ById<T> {
    fn eq(&self, other: &Self) -> bool {
        self.list == other.list
    }
}

impl<T: fmt::Debug> fmt::Debug for ById<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.list.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Clone, PartialEq)]
    struct Entry(String);

    impl Identified for Entry {
        fn id(&self) -> &str {
            &self.0
        }
    }

    #[test]
    fn finds_the_first_entry_with_an_id_in_lists_of_any_length() {
        for length in [0, 1, 5, FEW, FEW + 1, 500] {
            let mut list: ById<Entry> = (0..length).map(|at| Entry((at * 7 % 501).to_string())).collect();
            for at in 0..length {
                assert_eq!(list.index_of(&list[at].0), Some(at), "{at} of {length}");
            }
            assert_eq!((list.index_of("x"), list.index_of(""), list.repeated()), (None, None, None));
            if length > 0 {
                list[0].0 = "x".to_owned();
                list.push(Entry("x".to_owned()));
                assert_eq!((list.index_of("x"), list.repeated()), (Some(0), Some("x")), "a change is noticed");
            }
        }
    }
}
