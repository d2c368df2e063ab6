//! Sorting by index: the code for sorting exists once for all types. A separate sort for each type takes five kilobytes.

use std::cmp::Ordering;

/// Returns the indices from 0 to `count` in the order of `compare`. The sort is stable.
pub fn in_order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..count).collect();
    indices.sort_unstable_by(|one, other| compare(*one, *other).then(one.cmp(other)));
    indices
}

/// Returns the list in the order of `compare`. The sort is stable.
pub fn sorted<T>(list: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = in_order(list.len(), &|one, other| compare(&list[one], &list[other]));
    let mut list: Vec<Option<T>> = list.into_iter().map(Some).collect();
    order.into_iter().filter_map(|index| list[index].take()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorting_is_stable() {
        let list = vec![(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        assert_eq!(sorted(list, |one, other| one.0.cmp(&other.0)), [(0, 'd'), (1, 'b'), (1, 'e'), (2, 'a'), (2, 'c')]);
        assert!(sorted(Vec::<u8>::new(), Ord::cmp).is_empty());
    }
}
