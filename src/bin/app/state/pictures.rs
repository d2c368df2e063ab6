//! What the device remembers of pictures: what the saved one shows, how the next one is wanted, and the person's photo.

use crate::storage;
use siganpyo::plan::Snapshot;
use siganpyo::program::Program;
use siganpyo::wire::picture_choices::PictureChoices;
use siganpyo::wire::snapshot_file;

const CHOICES: &str = "choices";

/// What the picture shows that was saved last for this program.
pub fn saved(program: &Program) -> Option<Snapshot> {
    snapshot_file::read(&storage::read_copy(&saved_key(program))?)
}

/// Remembers what the saved picture shows, or that none was saved.
pub fn remember_saved(program: &Program, snapshot: Option<&Snapshot>) {
    storage::write_copy(&saved_key(program), &snapshot.map(snapshot_file::write).unwrap_or_default());
}

/// What was chosen last.
pub fn choices() -> PictureChoices {
    storage::read_copy(CHOICES).map(|text| PictureChoices::read(&text)).unwrap_or_default()
}

/// Remembers what was chosen.
pub fn remember_choices(choices: &PictureChoices) {
    storage::write_copy(CHOICES, &choices.write());
}

/// The photo that is kept, as the address of its data.
pub async fn photo() -> Option<String> {
    storage::load_photo().await.ok().flatten().filter(|address| address.starts_with("data:image/"))
}

/// Keeps a photo, or keeps none. Where the device has no room the next picture does without it.
pub async fn keep_photo(address: Option<String>) {
    let _ = match address {
        Some(address) => storage::save_photo(address).await,
        None => storage::remove_photo().await,
    };
}

fn saved_key(program: &Program) -> String {
    format!("picture.{}", program.id)
}
