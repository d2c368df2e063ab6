//! Numbers that are the lengths of sessions, whose unit nobody says.

/// A minute in seconds, and in milliseconds.
const SECONDS: i64 = 60;
const MILLISECONDS: i64 = 60_000;

/// No session is shorter, in minutes.
const SHORTEST: i64 = 5;

/// Returns how much of the unit of these lengths a minute is, where nothing names it. All are whole minutes in seconds or in
/// milliseconds, and none is shorter than a session can be; one number alone may also be a long day in minutes.
pub(super) fn per_minute(lengths: impl Iterator<Item = i64>) -> i64 {
    let lengths: Vec<i64> = lengths.filter(|length| *length > 0).collect();
    let fit = |unit: i64| lengths.iter().all(|length| *length >= SHORTEST * unit && length % unit == 0);
    match lengths.len() {
        1.. if fit(MILLISECONDS) => MILLISECONDS,
        2.. if fit(SECONDS) => SECONDS,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unit_is_what_all_lengths_can_be() {
        for (lengths, expected) in [
            (&[45, 30, 300][..], 1),
            (&[1800, 2400], SECONDS),
            (&[1800, 2410], 1),
            (&[600], 1),
            (&[7_200_000], MILLISECONDS),
            (&[1_800_000, 2_400_000, 0], MILLISECONDS),
            (&[], 1),
        ] {
            assert_eq!(per_minute(lengths.iter().copied()), expected, "{lengths:?}");
        }
    }
}
