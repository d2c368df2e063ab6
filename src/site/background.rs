//! The picture that a conference offers as the background of timetables.

use super::picture::PictureError;
use crate::messages::site::PictureOf;

/// Where a site has it, by the bytes with which such files begin.
const FILES: [(&[u8], &str); 2] = [(b"\xff\xd8\xff", "background.jpg"), (b"\x89PNG", "background.png")];

/// Everybody who wants it fetches it, perhaps in a crowded hall.
const MOST_BYTES: usize = 1_000_000;

/// Returns where a site has this picture, which is published as it is.
///
/// # Errors
///
/// It is no JPEG or PNG, or it has too many bytes.
pub fn background_path(picture: &[u8]) -> Result<&'static str, PictureError> {
    let known = FILES.into_iter().find(|(begin, _)| picture.starts_with(begin));
    let (_, path) = known.ok_or_else(PictureError::not_a_photo)?;
    if picture.len() > MOST_BYTES {
        return Err(PictureError::too_large(PictureOf::Background, picture.len(), MOST_BYTES));
    }
    Ok(path)
}

/// Whether it is what a site has there.
pub fn is_background(path: &str) -> bool {
    FILES.iter().any(|(_, known)| path == *known)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;

    #[test]
    fn photos_are_published_as_they_are_and_nothing_else_is() {
        let large = [b"\xff\xd8\xff".to_vec(), vec![0; MOST_BYTES]].concat();
        for (picture, expected) in [
            (&b"\xff\xd8\xff\xe0"[..], Ok("background.jpg")),
            (b"\x89PNG\r\n", Ok("background.png")),
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Err("JPEG")),
            (&large, Err("1000 KB")),
        ] {
            let found = background_path(picture).map_err(|error| error.refusal(Language::English));
            match (found, expected) {
                (Ok(found), Ok(expected)) => assert!(found == expected && is_background(found)),
                (Err(found), Err(words)) => assert!(format!("{found:?}").contains(words), "{words} in {found:?}"),
                (found, expected) => panic!("{found:?} in place of {expected:?}"),
            }
        }
    }
}
