//! Whole numbers in as few bytes as they need.

/// Appends a number: seven bits a byte, the lowest first.
pub(super) fn write(bytes: &mut Vec<u8>, mut number: u64) {
    while number > 0x7F {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Appends a number that may be negative.
pub(super) fn write_signed(bytes: &mut Vec<u8>, number: i64) {
    write(bytes, ((number << 1) ^ (number >> 63)) as u64);
}

/// Reads numbers from the beginning of bytes.
pub(super) struct Numbers<'a>(pub &'a [u8]);

impl Numbers<'_> {
    pub(super) fn next(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for at in 0..9 {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u64::from(byte & 0x7F) << (7 * at);
            if *byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    pub(super) fn signed(&mut self) -> Option<i64> {
        let number = self.next()?;
        Some((number >> 1) as i64 ^ -((number & 1) as i64))
    }

    /// Reads a number that is below a limit.
    pub(super) fn below(&mut self, limit: usize) -> Option<usize> {
        self.next().and_then(|number| usize::try_from(number).ok()).filter(|number| *number < limit)
    }

    /// Reads a number for each of so many rows.
    pub(super) fn column(&mut self, rows: usize) -> Option<Vec<u64>> {
        (0..rows).map(|_| self.next()).collect()
    }

    pub(super) fn signed_column(&mut self, rows: usize) -> Option<Vec<i64>> {
        (0..rows).map(|_| self.signed()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_were_written() {
        let numbers = [0, 1, 127, 128, 1_534_552_800, (1 << 62) - 1];
        let mut bytes = Vec::new();
        numbers.iter().for_each(|number| write(&mut bytes, *number));
        numbers.iter().for_each(|number| write_signed(&mut bytes, -(*number as i64)));
        let mut read = Numbers(&bytes);
        assert_eq!(read.column(numbers.len()).as_deref(), Some(&numbers[..]));
        assert!(numbers.iter().all(|number| read.signed() == Some(-(*number as i64))));
        assert_eq!(read.next(), None);
        assert_eq!(Numbers(&[0xFF; 12]).next(), None);
        assert_eq!(Numbers(&[7]).below(7), None);
    }
}
