//! The fonts of the picture: two that are always available, and slices (font subsets) for scripts that these lack.

use super::phrases::{self, Phrases};
use super::scene::Weight;
use super::stamp::Stamps;
use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, FontWeight, SourceCache};
use parley::{FontContext, FontData, FontFamilyName, LayoutContext};
use skrifa::MetadataProvider;
use skrifa::charmap::Charmap;
use std::cell::RefCell;
use std::sync::Arc;

/// The family name under which the two fonts are registered; each slice has its own name.
const FAMILY: &str = "picture";

/// The fonts, ready for shaping and painting. They are kept between pictures, since loading takes longer than painting.
pub struct Fonts {
    pub(super) context: FontContext,
    pub(super) layouts: LayoutContext<()>,
    /// Regular, bold, and slices in the order in which they were added.
    faces: Vec<Face>,
    /// Where lines may end in languages without spaces.
    phrases: Vec<Phrases>,
    /// Slices whose names have this prefix come before the others.
    preferred: &'static str,
    /// The stamps of recently painted glyphs.
    pub(super) stamps: RefCell<Stamps>,
}

struct Face {
    family: String,
    bytes: Blob<u8>,
}

impl Fonts {
    /// Loads two OpenType fonts from bytes; `None` if one of them is not a font.
    pub fn load(regular: Vec<u8>, bold: Vec<u8>) -> Option<Fonts> {
        let collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let context = FontContext { collection, source_cache: SourceCache::default() };
        let mut fonts = Fonts {
            context,
            layouts: LayoutContext::new(),
            faces: Vec::new(),
            phrases: Vec::new(),
            preferred: "",
            stamps: RefCell::default(),
        };
        let registered =
            fonts.register(FAMILY, Some(Weight::Regular), regular) && fonts.register(FAMILY, Some(Weight::Bold), bold);
        registered.then_some(fonts)
    }

    /// Adds a slice, see [`needed_slices`](super::needed_slices), and returns whether it is a font, or a model of phrases.
    pub fn add_slice(&mut self, name: &str, bytes: Vec<u8>) -> bool {
        if self.has_slice(name) {
            return true;
        }
        let Some((language, _)) = name.split_once(phrases::MODEL) else { return self.register(name, None, bytes) };
        let model = Phrases::read(language, &String::from_utf8_lossy(&bytes));
        let is_model = model.is_some();
        self.phrases.extend(model);
        is_model
    }

    /// Whether the slice with this name was added.
    pub fn has_slice(&self, name: &str) -> bool {
        let is_model = |language: &str| self.phrases.iter().any(|model| model.language == language);
        self.faces.iter().any(|face| face.family == name)
            || name.split_once(phrases::MODEL).is_some_and(|(language, _)| is_model(language))
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

    /// Sets which slices determine the forms of Han characters if slices of several languages have them.
    pub(super) fn prefer(&mut self, prefix: &'static str) {
        self.preferred = prefix;
    }

    /// Returns the text with a mark wherever a line may end, if its language is written without spaces.
    pub(super) fn phrased(&self, text: String) -> String {
        match self.phrases.iter().find(|model| model.is_of(&text, self.preferred)) {
            Some(model) => model.marked(&text),
            None => text,
        }
    }

    /// Returns the families in the order in which they are searched for a glyph.
    pub(super) fn families(&self) -> Vec<FontFamilyName<'static>> {
        let (first, others): (Vec<&Face>, Vec<&Face>) =
            self.faces[2..].iter().partition(|face| face.family.starts_with(self.preferred));
        let slices = first.into_iter().chain(others).map(|face| FontFamilyName::Named(face.family.clone().into()));
        std::iter::once(FontFamilyName::named(FAMILY)).chain(slices).collect()
    }

    /// Returns the number of the font that parley chose.
    pub(super) fn face_of(&self, font: &FontData) -> u16 {
        let number = self.faces.iter().position(|face| face.bytes.id() == font.data.id());
        number.expect("parley knows no other fonts") as u16
    }

    /// Returns the font with this number, for its outlines.
    pub(super) fn face(&self, number: u16) -> skrifa::FontRef<'_> {
        skrifa::FontRef::new(self.faces[usize::from(number)].bytes.as_ref()).expect("was read when it was loaded")
    }

    /// Returns the file of the font with this number.
    #[cfg(all(feature = "pdf", not(target_arch = "wasm32")))]
    pub(super) fn file(&self, number: u16) -> &[u8] {
        self.faces[usize::from(number)].bytes.as_ref()
    }

    /// Returns the characters of each font; both weights of the first have the same.
    pub(super) fn charmaps(&self) -> Vec<Charmap<'_>> {
        (1..self.faces.len()).map(|number| self.face(number as u16).charmap()).collect()
    }
}

/// Converts the weight to parley's type.
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

    /// Returns one of the files made by `cargo xtask fonts`.
    pub(crate) fn file(name: &str) -> Option<Vec<u8>> {
        std::fs::read(format!("{}/target/fonts/{name}", env!("CARGO_MANIFEST_DIR"))).ok()
    }

    /// Returns one of the slices made by `cargo xtask fonts`, decompressed.
    pub(crate) fn unpacked(name: &str) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        flate2::read::GzDecoder::new(&file(&format!("{name}.gz"))?[..]).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    /// Returns the two fonts, or prints a line and returns `None` if they are not there.
    pub(crate) fn fonts() -> Option<Fonts> {
        let files = file("regular.otf").zip(file("bold.otf"));
        let fonts = files.and_then(|(regular, bold)| Fonts::load(regular, bold));
        if fonts.is_none() {
            eprintln!("skipped: no fonts in target/fonts; make them with `cargo xtask fonts`");
        }
        fonts
    }

    #[test]
    fn a_file_that_is_not_a_font_is_refused() {
        assert!(Fonts::load(b"<html>".to_vec(), Vec::new()).is_none());
    }

    #[test]
    fn a_model_of_phrases_is_there_once_it_was_added() {
        let Some(mut fonts) = fonts() else { return };
        assert!(!fonts.add_slice("ja-phrases-0", b"<html>".to_vec()) && !fonts.has_slice("ja-phrases-0"));
        assert!(fonts.add_slice("ja-phrases-0", "c\u{306e} 300".into()) && fonts.has_slice("ja-phrases-0"));
        assert!(fonts.add_slice("ja-phrases-0", Vec::new()) && !fonts.has_slice("th-phrases-0"));
    }
}
