//! The fonts of the picture: two that are always there, and slices for scripts that these lack.

use super::scene::Weight;
use super::stamp::Stamps;
use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, FontWeight, SourceCache};
use parley::{FontContext, FontData, FontFamilyName, LayoutContext};
use skrifa::MetadataProvider;
use skrifa::charmap::Charmap;
use std::cell::RefCell;
use std::sync::Arc;

/// The family name under which the two fonts are registered; a slice has its own name.
const FAMILY: &str = "picture";

/// The fonts, ready for shaping and painting. Kept between pictures, since loading takes longer than painting.
pub struct Fonts {
    pub(super) context: FontContext,
    pub(super) layouts: LayoutContext<()>,
    /// Regular, bold, and slices in the order in which they were added.
    faces: Vec<Face>,
    /// Slices whose names begin so come before the others.
    preferred: &'static str,
    /// How glyphs look, for what was painted lately.
    pub(super) stamps: RefCell<Stamps>,
}

struct Face {
    family: String,
    bytes: Blob<u8>,
}

impl Fonts {
    /// Takes the bytes of two OpenType fonts; none where one of them is not a font.
    pub fn load(regular: Vec<u8>, bold: Vec<u8>) -> Option<Fonts> {
        let collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let context = FontContext { collection, source_cache: SourceCache::default() };
        let mut fonts =
            Fonts { context, layouts: LayoutContext::new(), faces: Vec::new(), preferred: "", stamps: RefCell::default() };
        let registered =
            fonts.register(FAMILY, Some(Weight::Regular), regular) && fonts.register(FAMILY, Some(Weight::Bold), bold);
        registered.then_some(fonts)
    }

    /// Adds a slice, see [`needed_slices`](super::needed_slices); tells whether it is a font.
    pub fn add_slice(&mut self, name: &str, bytes: Vec<u8>) -> bool {
        self.has_slice(name) || self.register(name, None, bytes)
    }

    /// Whether the slice of that name was added.
    pub fn has_slice(&self, name: &str) -> bool {
        self.faces.iter().any(|face| face.family == name)
    }

    fn register(&mut self, family: &str, weight: Option<Weight>, bytes: Vec<u8>) -> bool {
        let blob = Blob::new(Arc::new(bytes));
        let named =
            FontInfoOverride { family_name: Some(family), weight: weight.map(font_weight), ..FontInfoOverride::default() };
        let registered = skrifa::FontRef::new(blob.as_ref()).is_ok()
            && !self.context.collection.register_fonts(blob.clone(), Some(named)).is_empty();
        if registered {
            self.faces.push(Face { family: family.to_owned(), bytes: blob });
        }
        registered
    }

    /// Says whose forms Han characters have where slices of several languages have them.
    pub(super) fn prefer(&mut self, prefix: &'static str) {
        self.preferred = prefix;
    }

    /// The families in the order in which they are asked for a glyph.
    pub(super) fn families(&self) -> Vec<FontFamilyName<'static>> {
        let (first, others): (Vec<&Face>, Vec<&Face>) =
            self.faces[2..].iter().partition(|face| face.family.starts_with(self.preferred));
        let slices = first.into_iter().chain(others).map(|face| FontFamilyName::Named(face.family.clone().into()));
        std::iter::once(FontFamilyName::named(FAMILY)).chain(slices).collect()
    }

    /// The number of the font that parley chose.
    pub(super) fn face_of(&self, font: &FontData) -> u16 {
        let number = self.faces.iter().position(|face| face.bytes.id() == font.data.id());
        number.expect("parley knows no other fonts") as u16
    }

    /// The font of that number, for its outlines.
    pub(super) fn face(&self, number: u16) -> skrifa::FontRef<'_> {
        skrifa::FontRef::new(self.faces[usize::from(number)].bytes.as_ref()).expect("was read when it was loaded")
    }

    /// Tells of a character whether there is a glyph for it.
    pub(super) fn coverage(&self) -> impl Fn(char) -> bool {
        let maps: Vec<Charmap<'_>> = (1..self.faces.len()).map(|number| self.face(number as u16).charmap()).collect();
        move |char| maps.iter().any(|map| map.map(char).is_some_and(|glyph| glyph.to_u32() != 0))
    }
}

/// What parley calls the weight.
pub(super) fn font_weight(weight: Weight) -> FontWeight {
    match weight {
        Weight::Regular => FontWeight::NORMAL,
        Weight::Bold => FontWeight::BOLD,
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use std::io::Read;

    /// A file of those that `cargo xtask fonts` made.
    pub(crate) fn file(name: &str) -> Option<Vec<u8>> {
        std::fs::read(format!("{}/target/fonts/{name}", env!("CARGO_MANIFEST_DIR"))).ok()
    }

    /// A slice of those that `cargo xtask fonts` made, unpacked.
    pub(crate) fn unpacked(name: &str) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        flate2::read::GzDecoder::new(&file(&format!("{name}.gz"))?[..]).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    /// The two fonts, or none and a line that says so.
    pub(crate) fn fonts() -> Option<Fonts> {
        let files = file("regular.otf").zip(file("bold.otf"));
        let fonts = files.and_then(|(regular, bold)| Fonts::load(regular, bold));
        if fonts.is_none() {
            eprintln!("skipped: no fonts in target/fonts; make them with `cargo xtask fonts`");
        }
        fonts
    }

    #[test]
    fn what_is_no_font_is_refused() {
        assert!(Fonts::load(b"<html>".to_vec(), Vec::new()).is_none());
    }
}
