//! The messages about a site, looked at as a phone would. A separate catalogue, which no browser program contains.

use super::Refusal;
use super::command_line::Unfetched;

/// The messages in one language.
#[expect(missing_docs, reason = "each field is named after what it says; the texts stand in the folders ko and en")]
pub struct InspectMessages {
    pub grade: fn(Grade) -> &'static str,
    /// What is wrong and what to do, whatever the host; `named` are the files, addresses or headers that it is about
    pub fault: fn(&Fault, named: &str) -> Refusal,
    /// Where this host has the setting; empty where nothing can be said of it
    pub place: fn(HostKind, Setting) -> &'static str,
    pub host: fn(HostKind) -> &'static str,
    /// After the first few of a list
    pub more: fn(usize) -> String,
    pub program: fn(title: &str, id: &str) -> String,
    pub sizes: fn(first: Weight, offline: Weight) -> String,
    pub without_host: &'static str,
    pub area: fn(Area) -> &'static str,
    pub fine: fn(&[&str]) -> String,
    pub has_faults: fn(usize) -> Refusal,
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// People lose their picks, or nobody can use the app.
    Grave,
    /// Something that the app promises does not work.
    Fault,
    /// It could be quicker or safer.
    Hint,
}

/// A part of what is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Area {
    /// Https, the path, redirects.
    Address,
    /// The pages of the app, and the one for addresses that have none.
    Pages,
    /// What the service worker keeps.
    Files,
    /// The service worker itself.
    Worker,
    /// What is sent before the files.
    Headers,
    /// What is sent in fewer bytes.
    Compression,
    /// What installing takes.
    Manifest,
    /// The program that the app opens with.
    Program,
}

/// What serves a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HostKind {
    /// nginx.
    Nginx,
    /// Apache httpd.
    Apache,
    /// Caddy.
    Caddy,
    /// GitHub Pages.
    GitHub,
    /// Netlify.
    Netlify,
    /// Cloudflare, with its own Pages or in front of another host.
    Cloudflare,
    /// Amazon's store.
    S3,
    /// Amazon's network in front of it.
    CloudFront,
    /// Anything else.
    Other,
    /// None: the site lies in a folder or an archive.
    None,
}

/// What can be set at a host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Its certificate.
    Https,
    /// What leads from one address to another.
    Redirects,
    /// What it answers where nothing is.
    NotFound,
    /// What it says that files are.
    Types,
    /// What else it sends with files.
    Headers,
    /// Whether it sends packed files.
    Compression,
    /// The files on it.
    Files,
    /// How much it is asked for, and how much it can do.
    Load,
}

/// How much a phone loads.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Weight {
    /// How many files.
    pub files: usize,
    /// Their bytes as they are sent.
    pub bytes: usize,
}

/// What may be wrong with a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Its address does not begin with https.
    NotSecure,
    /// It answers without https, too, and does not lead on.
    PlainToo,
    /// It was made for another path.
    OtherBase {
        /// The one that it was made for.
        base: String,
        /// The one at which it lies.
        there: String,
    },
    /// An address leads to another one.
    Redirected {
        /// That one.
        to: String,
    },
    /// The address without the slash at its end leads nowhere.
    NoSlash,
    /// An address of the app has no page.
    NoPage {
        /// The status of the answer.
        status: u16,
    },
    /// Something else than a page of the app is at its address.
    OtherPage {
        /// The title of that page.
        title: String,
    },
    /// An address at which nothing is has something.
    FoundAnything,
    /// An address at which nothing is has a page of the host.
    OtherNotFound {
        /// The status of the answer.
        status: u16,
    },
    /// A folder shows what is in it.
    Listing,
    /// Something on the way puts scripts into pages.
    Injected,
    /// There was no whole answer.
    Unanswered(Unfetched),
    /// A file is not there.
    Missing {
        /// The status of the answer.
        status: u16,
    },
    /// The host could not answer.
    Failing {
        /// The status of the answer.
        status: u16,
    },
    /// A page came in place of a file.
    PageForFile {
        /// Its title.
        title: String,
    },
    /// Only the beginning of a file came.
    CutOff,
    /// A file is not what the service worker knows.
    Changed,
    /// A file is called something else than it is.
    MediaType {
        /// What the host calls it.
        found: String,
        /// What it is.
        expected: &'static str,
    },
    /// A file is said to be packed in a way in which it is not.
    OtherCoding {
        /// That way.
        coding: String,
    },
    /// A file comes packed, and the host does not say so.
    Unannounced {
        /// The way in which it is packed.
        coding: &'static str,
    },
    /// The packed sibling of a file is that of another one.
    StaleSibling,
    /// Texts come as they are.
    Uncompressed {
        /// How many bytes they have together.
        bytes: usize,
    },
    /// The service worker is not that of a finished site.
    NoList,
    /// The service worker is the one that switches the app off.
    SwitchedOff,
    /// Another service worker comes if it may be packed.
    OtherWorkerIfPacked,
    /// Browsers are told to keep something that must be asked for again.
    KeptLong {
        /// How long.
        seconds: u64,
    },
    /// Browsers are told to delete what the site keeps in them.
    ClearSiteData,
    /// A policy forbids what the app needs.
    Policy {
        /// The part of the policy.
        directive: String,
        /// What it would have to allow.
        source: String,
    },
    /// Browsers are told to save something instead of opening it.
    SavedInstead,
    /// Pages of other sites may not load the embed.
    NotEmbeddable,
    /// Headers are not sent.
    NotSent,
    /// Other sites may not read the programs.
    NotShared,
    /// Browsers are not told to keep files that never change.
    NotKept,
    /// The manifest cannot be read.
    NoManifest,
    /// The manifest names no icon with which an app can be installed.
    NoIcons,
    /// A picture is none.
    NotPng,
    /// A picture has another size than the manifest says.
    OtherSize {
        /// What the manifest says.
        stated: String,
        /// What it has.
        found: String,
    },
    /// The manifest leads out of the app.
    OutsideBase,
    /// There is no icon for iPhones.
    NoTouchIcon,
    /// The built-in program cannot be read.
    NoProgram,
}

impl Grade {
    /// Returns the word for it in reports for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Grade::Grave => "grave",
            Grade::Fault => "fault",
            Grade::Hint => "hint",
        }
    }
}

impl Area {
    /// All of them, in the order of reports.
    pub const ALL: [Area; 8] =
        [Area::Address, Area::Pages, Area::Files, Area::Worker, Area::Headers, Area::Compression, Area::Manifest, Area::Program];

    /// Returns the word for it in reports for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Area::Address => "address",
            Area::Pages => "pages",
            Area::Files => "files",
            Area::Worker => "worker",
            Area::Headers => "headers",
            Area::Compression => "compression",
            Area::Manifest => "manifest",
            Area::Program => "program",
        }
    }
}

impl HostKind {
    /// Returns the word for it in reports for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            HostKind::Nginx => "nginx",
            HostKind::Apache => "apache",
            HostKind::Caddy => "caddy",
            HostKind::GitHub => "github",
            HostKind::Netlify => "netlify",
            HostKind::Cloudflare => "cloudflare",
            HostKind::S3 => "s3",
            HostKind::CloudFront => "cloudfront",
            HostKind::Other => "other",
            HostKind::None => "none",
        }
    }
}

impl Fault {
    /// Returns its word in reports for programs, its area, its grade, and what sets it right at the host, if that is a matter of the host.
    #[rustfmt::skip]
    fn facts(&self) -> (&'static str, Area, Grade, Option<Setting>) {
        use Grade::{Fault as Wrong, Grave, Hint};
        match self {
            Fault::NotSecure => ("not-secure", Area::Address, Grave, Some(Setting::Https)),
            Fault::PlainToo => ("plain-too", Area::Address, Wrong, Some(Setting::Https)),
            Fault::OtherBase { .. } => ("other-base", Area::Address, Grave, None),
            Fault::Redirected { .. } => ("redirected", Area::Address, Wrong, Some(Setting::Redirects)),
            Fault::NoSlash => ("no-slash", Area::Address, Hint, Some(Setting::Redirects)),
            Fault::NoPage { .. } => ("no-page", Area::Pages, Wrong, Some(Setting::NotFound)),
            Fault::OtherPage { .. } => ("other-page", Area::Pages, Wrong, Some(Setting::NotFound)),
            Fault::FoundAnything => ("found-anything", Area::Pages, Wrong, Some(Setting::NotFound)),
            Fault::OtherNotFound { .. } => ("other-not-found", Area::Pages, Wrong, Some(Setting::NotFound)),
            Fault::Listing => ("listing", Area::Pages, Hint, Some(Setting::NotFound)),
            Fault::Injected => ("injected", Area::Pages, Wrong, Some(Setting::Files)),
            Fault::Unanswered(_) => ("unanswered", Area::Files, Wrong, Some(Setting::Files)),
            Fault::Failing { .. } => ("failing", Area::Files, Wrong, Some(Setting::Load)),
            Fault::Missing { .. } => ("missing", Area::Files, Wrong, Some(Setting::Files)),
            Fault::PageForFile { .. } => ("page-for-file", Area::Files, Wrong, Some(Setting::Files)),
            Fault::CutOff => ("cut-off", Area::Files, Wrong, Some(Setting::Files)),
            Fault::Changed => ("changed", Area::Files, Wrong, Some(Setting::Files)),
            Fault::MediaType { expected, .. } => {
                let is_needed = ["text/javascript", "application/wasm", "text/html"].contains(expected);
                ("media-type", Area::Files, if is_needed { Wrong } else { Hint }, Some(Setting::Types))
            }
            Fault::OtherCoding { .. } => ("other-coding", Area::Compression, Wrong, Some(Setting::Compression)),
            Fault::Unannounced { .. } => ("unannounced", Area::Compression, Wrong, Some(Setting::Compression)),
            Fault::StaleSibling => ("stale-sibling", Area::Compression, Wrong, None),
            Fault::Uncompressed { .. } => ("uncompressed", Area::Compression, Hint, Some(Setting::Compression)),
            Fault::NoList => ("no-list", Area::Worker, Wrong, Some(Setting::Files)),
            Fault::SwitchedOff => ("switched-off", Area::Worker, Wrong, None),
            Fault::OtherWorkerIfPacked => ("other-worker-if-packed", Area::Worker, Wrong, None),
            Fault::KeptLong { .. } => ("kept-long", Area::Headers, Wrong, Some(Setting::Headers)),
            Fault::ClearSiteData => ("clear-site-data", Area::Headers, Grave, Some(Setting::Headers)),
            Fault::Policy { .. } => ("policy", Area::Headers, Wrong, Some(Setting::Headers)),
            Fault::SavedInstead => ("saved-instead", Area::Headers, Grave, Some(Setting::Headers)),
            Fault::NotEmbeddable => ("not-embeddable", Area::Headers, Wrong, Some(Setting::Headers)),
            Fault::NotSent => ("not-sent", Area::Headers, Hint, Some(Setting::Headers)),
            Fault::NotShared => ("not-shared", Area::Headers, Hint, Some(Setting::Headers)),
            Fault::NotKept => ("not-kept", Area::Headers, Hint, Some(Setting::Headers)),
            Fault::NoManifest => ("no-manifest", Area::Manifest, Wrong, Some(Setting::Files)),
            Fault::NoIcons => ("no-icons", Area::Manifest, Wrong, None),
            Fault::NotPng => ("not-png", Area::Manifest, Wrong, Some(Setting::Files)),
            Fault::OtherSize { .. } => ("other-size", Area::Manifest, Wrong, None),
            Fault::OutsideBase => ("outside-base", Area::Manifest, Wrong, None),
            Fault::NoTouchIcon => ("no-touch-icon", Area::Manifest, Hint, None),
            Fault::NoProgram => ("no-program", Area::Program, Wrong, None),
        }
    }

    /// Returns the word for it in reports for programs.
    pub fn as_str(&self) -> &'static str {
        self.facts().0
    }

    /// Returns what it is a fault of.
    pub fn area(&self) -> Area {
        self.facts().1
    }

    /// Returns how bad it is.
    pub fn grade(&self) -> Grade {
        self.facts().2
    }

    /// Returns what to set at the host, if that helps.
    pub fn setting(&self) -> Option<Setting> {
        self.facts().3
    }
}
