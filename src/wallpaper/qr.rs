//! QR codes (ISO/IEC 18004) of an address: byte mode, error correction level M, versions 1 to 20.

/// A QR code without the quiet zone around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// Number of modules on each side.
    pub(super) size: usize,
    modules: Vec<Module>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Module {
    /// Not decided yet.
    Free,
    /// Part of a function pattern of the version.
    Fixed(bool),
    /// A bit of the content.
    Data(bool),
}

/// For each version: the number of error correction bytes of a block, and the number of blocks.
const LEVEL_M: [(usize, usize); 20] = [
    (10, 1),
    (16, 1),
    (26, 1),
    (18, 2),
    (24, 2),
    (16, 4),
    (18, 4),
    (22, 4),
    (22, 5),
    (26, 5),
    (30, 5),
    (22, 8),
    (22, 9),
    (24, 9),
    (24, 10),
    (28, 10),
    (28, 11),
    (26, 13),
    (26, 14),
    (26, 16),
];

impl Code {
    /// Modules of the quiet zone on each side.
    pub const QUIET: usize = 4;

    /// Returns the number of modules on each side.
    pub fn size(&self) -> usize {
        self.size
    }

    /// Returns the dark modules as the path of an SVG whose unit is a module, with the quiet zone at its left and top.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for (x, y) in (0..self.size).flat_map(|y| (0..self.size).map(move |x| (x, y))).filter(|(x, y)| self.is_dark(*x, *y)) {
            path += &format!("M{} {}h1v1h-1z", x + Code::QUIET, y + Code::QUIET);
        }
        path
    }

    /// Returns the smallest code for the text; `None` if it is longer than 666 bytes.
    pub fn of(text: &str) -> Option<Code> {
        let version = (1..=LEVEL_M.len()).find(|version| text.len() + header_bytes(*version) <= data_bytes(*version))?;
        let content = interleaved(&data(text.as_bytes(), version), version);
        let mut code = Code { size: 17 + 4 * version, modules: Vec::new() };
        code.modules = vec![Module::Free; code.size * code.size];
        code.fix_patterns(version);
        code.fill(&content);
        let masked = (0..8).map(|mask| code.masked(mask));
        masked.min_by_key(Code::penalty)
    }

    /// Whether the module in this column and row is dark.
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        matches!(self.modules[y * self.size + x], Module::Fixed(true) | Module::Data(true))
    }

    fn fix(&mut self, x: usize, y: usize, dark: bool) {
        self.modules[y * self.size + x] = Module::Fixed(dark);
    }

    fn fix_patterns(&mut self, version: usize) {
        let last = self.size - 1;
        for at in 8..self.size - 8 {
            self.fix(at, 6, at % 2 == 0);
            self.fix(6, at, at % 2 == 0);
        }
        for (left, top) in [(0, 0), (last - 6, 0), (0, last - 6)] {
            self.fix_square(left as i32 - 1, top as i32 - 1, 9, &[false, true, false, true, true]);
        }
        let places = alignment_places(version);
        for x in &places {
            for y in &places {
                let is_corner = (*x == 6 && (*y == 6 || *y == last - 6)) || (*x == last - 6 && *y == 6);
                if !is_corner {
                    self.fix_square(*x as i32 - 2, *y as i32 - 2, 5, &[true, false, true]);
                }
            }
        }
        self.fix_format(0);
        self.fix_version(version);
    }

    /// Draws concentric squares, dark or light from the outermost to the centre; what is outside the code is left out.
    fn fix_square(&mut self, left: i32, top: i32, side: i32, rings: &[bool]) {
        let inside = 0..self.size as i32;
        for (x, y) in (0..side).flat_map(|x| (0..side).map(move |y| (x, y))) {
            if inside.contains(&(left + x)) && inside.contains(&(top + y)) {
                let ring = [x, y, side - 1 - x, side - 1 - y].into_iter().min().unwrap_or(0);
                self.fix((left + x) as usize, (top + y) as usize, rings[ring as usize]);
            }
        }
    }

    /// Writes the format information (level and mask) twice.
    fn fix_format(&mut self, mask: u32) {
        // Level M is 00.
        let bits = (mask << 10 | remainder(mask << 10, 0x537)) ^ 0x5412;
        let last = self.size - 1;
        for at in 0..15 {
            let dark = bits >> at & 1 == 1;
            let (x, y) = match at {
                0..=5 => (8, at),
                6 => (8, 7),
                7 => (8, 8),
                8 => (7, 8),
                _ => (14 - at, 8),
            };
            self.fix(x, y, dark);
            let (x, y) = if at < 8 { (last - at, 8) } else { (8, self.size - 15 + at) };
            self.fix(x, y, dark);
        }
        self.fix(8, last - 7, true);
    }

    fn fix_version(&mut self, version: usize) {
        if version < 7 {
            return;
        }
        let bits = (version as u32) << 12 | remainder((version as u32) << 12, 0x1f25);
        for at in 0..18 {
            let (near, far) = (at / 3, self.size - 11 + at % 3);
            self.fix(near, far, bits >> at & 1 == 1);
            self.fix(far, near, bits >> at & 1 == 1);
        }
    }

    /// Fills the free modules in pairs of columns from the right, alternately up and down; the remaining ones are light.
    fn fill(&mut self, content: &[u8]) {
        let mut bits = content.iter().flat_map(|byte| (0..8).rev().map(move |at| byte >> at & 1 == 1));
        let mut upwards = true;
        for right in (1..self.size).rev().step_by(2).map(|right| if right <= 6 { right - 1 } else { right }) {
            for at in 0..self.size {
                let y = if upwards { self.size - 1 - at } else { at };
                for x in [right, right - 1] {
                    let module = &mut self.modules[y * self.size + x];
                    if *module == Module::Free {
                        *module = Module::Data(bits.next().unwrap_or(false));
                    }
                }
            }
            upwards = !upwards;
        }
    }

    fn masked(&self, mask: u32) -> Code {
        let mut code = self.clone();
        for (at, module) in code.modules.iter_mut().enumerate() {
            let (x, y) = (at % self.size, at / self.size);
            let flips = match mask {
                0 => (x + y) % 2 == 0,
                1 => y % 2 == 0,
                2 => x % 3 == 0,
                3 => (x + y) % 3 == 0,
                4 => (x / 3 + y / 2) % 2 == 0,
                5 => x * y % 2 + x * y % 3 == 0,
                6 => (x * y % 2 + x * y % 3) % 2 == 0,
                _ => ((x + y) % 2 + x * y % 3) % 2 == 0,
            };
            if let Module::Data(dark) = module {
                *dark ^= flips;
            }
        }
        code.fix_format(mask);
        code
    }

    /// Returns how hard it is to read, by the four rules of the standard.
    fn penalty(&self) -> usize {
        let size = self.size;
        let rows = (0..size).map(|y| (0..size).map(|x| self.is_dark(x, y)).collect::<Vec<bool>>());
        let columns = (0..size).map(|x| (0..size).map(|y| self.is_dark(x, y)).collect::<Vec<bool>>());
        let lines: usize = rows.chain(columns).map(|line| line_penalty(&line)).sum();
        let is_block = |x: usize, y: usize| {
            let dark = self.is_dark(x, y);
            [(x + 1, y), (x, y + 1), (x + 1, y + 1)].into_iter().all(|(x, y)| self.is_dark(x, y) == dark)
        };
        let blocks = (1..size).map(|x| (1..size).filter(|y| is_block(x - 1, y - 1)).count()).sum::<usize>();
        let dark = (0..size * size).filter(|at| self.is_dark(at % size, at / size)).count();
        // Ten for every five percent away from half.
        lines + 3 * blocks + 10 * ((20 * dark).abs_diff(10 * size * size) / (size * size))
    }
}

/// Returns the penalty for runs of five and more, and for what looks like a finder pattern.
fn line_penalty(line: &[bool]) -> usize {
    const FINDER: [bool; 7] = [true, false, true, true, true, false, true];
    let runs: usize = line.chunk_by(|one, other| one == other).filter(|run| run.len() >= 5).map(|run| run.len() - 2).sum();
    let is_light = |from: usize, to: usize| line.get(from..to).is_some_and(|modules| modules.iter().all(|dark| !dark));
    let finders = line.windows(7).enumerate().filter(|(_, window)| **window == FINDER);
    let lonely = finders.filter(|(at, _)| (*at >= 4 && is_light(at - 4, *at)) || is_light(at + 7, at + 11));
    runs + 40 * lonely.count()
}

/// Returns the bytes of mode and length.
fn header_bytes(version: usize) -> usize {
    if version < 10 { 2 } else { 3 }
}

/// Returns how many bytes a version holds besides error correction.
fn data_bytes(version: usize) -> usize {
    let (correction, blocks) = LEVEL_M[version - 1];
    all_bytes(version) - correction * blocks
}

/// Returns how many bytes a version holds.
fn all_bytes(version: usize) -> usize {
    let mut bits = (16 * version + 128) * version + 64;
    if version >= 2 {
        let alignments = version / 7 + 2;
        bits -= (25 * alignments - 10) * alignments - 55;
        bits -= if version >= 7 { 36 } else { 0 };
    }
    bits / 8
}

/// Returns the centres of the alignment patterns, the same across and down.
fn alignment_places(version: usize) -> Vec<usize> {
    if version == 1 {
        return Vec::new();
    }
    let (count, last) = (version / 7 + 2, 10 + 4 * version);
    // In even steps back from the last one; the remainder is before the second one.
    let step = (2 * (last - 6)).div_ceil(2 * (count - 1)).next_multiple_of(2);
    let others = (0..count - 1).rev().map(|at| last - at * step);
    std::iter::once(6).chain(others).collect()
}

/// Returns mode, length, the bytes, and padding.
fn data(bytes: &[u8], version: usize) -> Vec<u8> {
    let mut nibbles = vec![4];
    let digits = if version < 10 { 2 } else { 4 };
    nibbles.extend((0..digits).rev().map(|at| (bytes.len() >> (4 * at) & 15) as u8));
    nibbles.extend(bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]));
    nibbles.push(0);
    let mut data: Vec<u8> = nibbles.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect();
    let padding = [0xec, 0x11].into_iter().cycle().take(data_bytes(version) - data.len());
    data.extend(padding);
    data
}

/// Interleaves the bytes of the blocks, and then those of their error correction.
fn interleaved(data: &[u8], version: usize) -> Vec<u8> {
    let (correction, count) = LEVEL_M[version - 1];
    let (length, longer) = (data.len() / count, data.len() % count);
    let mut rest = data;
    let mut blocks = Vec::new();
    for at in 0..count {
        let (block, after) = rest.split_at(length + usize::from(at >= count - longer));
        blocks.push(block);
        rest = after;
    }
    let corrections: Vec<Vec<u8>> = blocks.iter().map(|block| error_correction(block, correction)).collect();
    let column = |at: usize| blocks.iter().filter_map(move |block| block.get(at).copied());
    let content = (0..=length).flat_map(column);
    content.chain((0..correction).flat_map(|at| corrections.iter().map(move |block| block[at]))).collect()
}

/// Returns the Reed–Solomon code: the remainder of the block divided by the generator of this degree.
fn error_correction(block: &[u8], degree: usize) -> Vec<u8> {
    let mut generator = vec![0; degree];
    generator[degree - 1] = 1;
    let mut root = 1;
    for _ in 0..degree {
        for at in 0..degree {
            generator[at] = times(generator[at], root) ^ generator.get(at + 1).copied().unwrap_or(0);
        }
        root = times(root, 2);
    }
    let mut rest = vec![0; degree];
    for byte in block {
        let factor = byte ^ rest.remove(0);
        rest.push(0);
        rest.iter_mut().zip(&generator).for_each(|(rest, part)| *rest ^= times(*part, factor));
    }
    rest
}

/// Multiplies in the field of 256 elements modulo x^8 + x^4 + x^3 + x^2 + 1.
fn times(one: u8, other: u8) -> u8 {
    (0..8).rev().fold(0, |product: u8, at| {
        let doubled = (product << 1) ^ ((product >> 7) * 0x1d);
        doubled ^ ((other >> at & 1) * one)
    })
}

/// Returns the remainder of the division by a polynomial over bits.
fn remainder(mut dividend: u32, divisor: u32) -> u32 {
    let degree = divisor.ilog2();
    while dividend >> degree != 0 {
        dividend ^= divisor << (dividend.ilog2() - degree);
    }
    dividend
}

#[cfg(test)]
mod tests;
