//! The arguments of `siganpyo mirror`.

use crate::source::Source;
use clap::{Args, ValueHint};
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(
    after_help = "Each program goes to DIR/ID.json, and DIR/directory.json says which file is from where, so keep the folder between runs. A program
keeps its id, a file that would be the same is not touched, and where a source fails its last good version stays. The exit code is 0
if the folder has at least one program, whatever failed; the report names what did.

Examples:
  siganpyo mirror addresses.txt -o public/programs
  siganpyo mirror https://ggt.gaa.st/menu.json -o programs --json
  echo 'https://example.org/schedule.ics Asia/Seoul' | siganpyo mirror - -o programs --strict"
)]
pub struct MirrorOptions {
    /// Addresses, one in each line, with the zone of the venue behind where the file states none, and comments after #; or a
    /// directory (siganpyo-directory/1), or a menu of Giggity
    #[arg(value_hint = ValueHint::AnyPath)]
    pub list: Source,
    /// Folder for the programs and the directory; made where it is not there
    #[arg(short, long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub output: PathBuf,
    /// Exit with 1 if any source failed; all others are written all the same
    #[arg(long)]
    pub strict: bool,
}
