//! Pictures in other sizes, in whole numbers, so that nothing depends on how processors round.

/// Where a pixel of a picture of other size lies in the one that it is made of.
pub(super) struct Sampled {
    /// The pixel there.
    pub(super) pixel: usize,
    /// How far on the way to the next, in 256ths.
    pub(super) weight: u32,
}

/// Returns the place of a pixel, one of `count`, along a side of `all` pixels of which the middle ones are shown; both lengths are in 256ths
/// of a pixel.
pub(super) fn sampled(at: u64, count: u64, shown: u64, all: u64) -> Sampled {
    let place = (all - shown) / 2 + (2 * at + 1) * shown / (2 * count);
    let place = place.saturating_sub(128).min(all - 256);
    Sampled { pixel: (place / 256) as usize, weight: (place % 256) as u32 }
}

/// Returns the mean of four neighbours by their weights, times 65,536: the two above, then those below.
pub(super) fn blended([one, other]: [[u32; 2]; 2], across: u32, down: u32) -> u32 {
    let mean = |[left, right]: [u32; 2]| left * (256 - across) + right * across;
    mean(one) * (256 - down) + mean(other) * down
}
