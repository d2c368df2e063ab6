//! A picture as pixels, and the command line that makes the same one.

use png::{ColorType, Decoder, Transformations};
use siganpyo::wallpaper::Screen;
use std::ffi::OsStr;
use std::process::Command;

/// A decoded PNG.
#[derive(PartialEq)]
pub struct Pixels {
    pub screen: Screen,
    rgb: Vec<u8>,
}

impl Pixels {
    pub fn decode(file: &[u8]) -> Pixels {
        assert!(file.starts_with(b"\x89PNG\r\n\x1a\n"), "the file is a PNG");
        let mut decoder = Decoder::new(std::io::Cursor::new(file));
        decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
        let mut reader = decoder.read_info().expect("a PNG");
        let mut bytes = vec![0; reader.output_buffer_size().expect("a picture that fits into memory")];
        let frame = reader.next_frame(&mut bytes).expect("a whole picture");
        let step = match frame.color_type {
            ColorType::Rgb => 3,
            ColorType::Rgba => 4,
            other => panic!("the picture is in {other:?}"),
        };
        let rgb = bytes[..frame.buffer_size()].chunks(step).flat_map(|pixel| &pixel[..3]).copied().collect();
        Pixels { screen: Screen { width: frame.width, height: frame.height }, rgb }
    }

    pub fn at(&self, x: i32, y: i32) -> [u8; 3] {
        let place = (y as usize * self.screen.width as usize + x as usize) * 3;
        [self.rgb[place], self.rgb[place + 1], self.rgb[place + 2]]
    }

    /// Columns and rows, with what is there.
    pub fn all(&self) -> impl Iterator<Item = (i32, i32, [u8; 3])> + '_ {
        let Screen { width, height } = self.screen;
        (0..height as i32).flat_map(move |y| (0..width as i32).map(move |x| (x, y, self.at(x, y))))
    }
}

/// Runs `siganpyo` and returns what it prints; fails with what it says when it fails.
pub fn siganpyo<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_siganpyo"));
    let output = command.args(arguments).output().expect("the command line starts");
    assert!(output.status.success(), "{command:?} says: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("what it prints is text")
}
