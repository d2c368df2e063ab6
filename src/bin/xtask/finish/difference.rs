//! What makes a file of an earlier build into that of this one: written here, read by `applied` in public/sw.js.
//!
//! A difference is a row of steps, each of which continues the new file. If a text grows, the places of thousands of others move, and each
//! mention of one is a byte that differs in a part that else stays the same. So a step says only how such bytes differ and where:
//!
//! 1. where a part of the older file begins, and how many bytes it has;
//! 2. how many bytes of it are to be corrected; for each, how many before it are right, and a byte to add to it;
//! 3. how many new bytes follow, and these.
//!
//! All numbers are LEB128, as in WebAssembly.

/// The difference between the two.
pub fn between(before: &[u8], after: &[u8]) -> Vec<u8> {
    let mut found = Vec::new();
    bsdiff::diff(before, after, &mut found).expect("memory takes everything");
    let (mut rest, mut from, mut written) = (&found[..], 0, Vec::new());
    while let Some((head, tail)) = rest.split_first_chunk::<24>() {
        let [copied, added, skipped] = numbers(head);
        let (corrections, tail) = tail.split_at(length(copied));
        let (new, tail) = tail.split_at(length(added));
        step(&mut written, length(from), corrections, new);
        from += copied + skipped;
        rest = tail;
    }
    written
}

/// What bsdiff writes before each step. The highest bit of a number is its sign.
fn numbers(head: &[u8; 24]) -> [i64; 3] {
    [0, 8, 16].map(|at| {
        let number = i64::from_le_bytes(head[at..at + 8].try_into().expect("eight bytes"));
        if number < 0 { -(number & i64::MAX) } else { number }
    })
}

fn length(number: i64) -> usize {
    usize::try_from(number).expect("a place in a file")
}

fn step(written: &mut Vec<u8>, from: usize, corrections: &[u8], new: &[u8]) {
    number(written, from);
    number(written, corrections.len());
    let wrong: Vec<usize> = (0..corrections.len()).filter(|at| corrections[*at] != 0).collect();
    number(written, wrong.len());
    let mut right_from = 0;
    for at in wrong {
        number(written, at - right_from);
        written.push(corrections[at]);
        right_from = at + 1;
    }
    number(written, new.len());
    written.extend(new);
}

fn number(written: &mut Vec<u8>, mut number: usize) {
    while number > 127 {
        written.push((number % 128) as u8 | 128);
        number /= 128;
    }
    written.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A reader of its own, so that a mistake in the writer is none in both.
    fn applied(difference: &[u8], before: &[u8]) -> Vec<u8> {
        let mut bytes = difference.iter().copied().peekable();
        let mut after = Vec::new();
        while bytes.peek().is_some() {
            let (from, copied) = (read(&mut bytes), read(&mut bytes));
            let start = after.len();
            after.extend(&before[from..from + copied]);
            let mut at = start;
            for _ in 0..read(&mut bytes) {
                at += read(&mut bytes);
                after[at] = u8::wrapping_add(after[at], bytes.next().expect("a correction"));
                at += 1;
            }
            let new = read(&mut bytes);
            after.extend(bytes.by_ref().take(new));
        }
        after
    }

    fn read(bytes: &mut impl Iterator<Item = u8>) -> usize {
        let digit = usize::from(bytes.next().expect("a digit"));
        if digit < 128 { digit } else { digit - 128 + 128 * read(bytes) }
    }

    /// Bytes without a pattern, the same in each run.
    fn code(length: usize) -> Vec<u8> {
        let next = |state: &u32| Some(state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223));
        std::iter::successors(Some(7), next).map(|state| (state >> 24) as u8).take(length).collect()
    }

    #[test]
    fn the_older_file_and_the_difference_are_the_new_file() {
        let before = code(40_000);
        let mut mentions = before.clone();
        mentions.iter_mut().step_by(997).for_each(|byte| *byte = byte.wrapping_sub(3));
        let longer = [&mentions[..20_000], b"a text that is new", &mentions[20_000..]].concat();
        let moved = [&before[30_000..], &before[..30_000]].concat();
        for (name, after, most) in [
            ("the same", before.clone(), 10),
            ("longer, and other places", longer, 250),
            ("parts in another order", moved, 30),
            ("shorter", before[..100].to_vec(), 10),
            ("nothing of it left", vec![0; 300], 310),
            ("empty", Vec::new(), 0),
        ] {
            let difference = between(&before, &after);
            assert!(applied(&difference, &before) == after, "{name}");
            assert!(difference.len() <= most, "{name}: {} bytes", difference.len());
        }
        assert_eq!(applied(&between(b"", &before), b""), before);
    }

    /// tests/sw.test.mjs has the same example, for the reader in the service worker.
    #[test]
    fn the_service_worker_knows_what_is_written() {
        let doors = "Doors open at nine in the lobby, and the first queue is a short one. Bring your ticket, or ask for a";
        let desk = "one at the desk beside them.";
        let before = format!(
            "{doors} new {desk} The first talk begins at ten in the great hall, and coffee is served from half past eight on."
        );
        let after = format!(
            "The first talk begins at six in the great hall, and coffee is served from half past five on. {doors} red {desk} Thank you."
        );
        let difference = between(before.as_bytes(), after.as_bytes());
        let digits: String = difference.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(digits, "000000008601540319ff0004000a0966697665206f6e2e2000880102650401ed08616e6b20796f752e");
    }
}
