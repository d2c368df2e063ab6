//! The languages of the catalogue.

use super::Messages;
use super::command_line::CommandLine;
use super::desk::DeskMessages;
use super::directory::DirectoryMessages;
use super::embed::EmbedMessages;
use super::extension::ExtensionMessages;
use super::file::FileMessages;
use super::find::FindMessages;
use super::hide::HideMessages;
use super::import::ImportMessages;
use super::inspect::InspectMessages;
use super::library::LibraryMessages;
use super::mirror::MirrorMessages;
use super::now::NowMessages;
use super::picture::PictureMessages;
use super::plan_page::PlanMessages;
use super::publish::PublishMessages;
use super::safety::SafetyMessages;
use super::sharing::SharingMessages;
use super::site::SiteMessages;
use super::static_page::StaticPageMessages;
use super::studio::StudioMessages;

/// Makes [`Language`] and the functions from a language to its messages from one list, so that adding a language takes one
/// line here and a module with its texts. Each part of the catalogue has its own function: a program contains only the parts
/// that it uses.
macro_rules! languages {
    ($($(#[$doc:meta])* $language:ident: $module:ident,)*) => {
        /// A language with a complete catalogue.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Language {
            $($(#[$doc])* $language,)*
        }

        impl Language {
            /// All languages, in the order in which they are offered.
            pub const ALL: [Language; [$(Language::$language),*].len()] = [$(Language::$language),*];

            /// Returns the messages that every page needs.
            pub fn messages(self) -> &'static Messages {
                match self {
                    $(Language::$language => &super::$module::MESSAGES,)*
                }
            }

            /// Returns the messages of the command line.
            pub fn command_line(self) -> &'static CommandLine {
                match self {
                    $(Language::$language => &super::$module::COMMAND_LINE,)*
                }
            }

            /// Returns the messages of the desk at which a site is made.
            pub fn desk_messages(self) -> &'static DeskMessages {
                match self {
                    $(Language::$language => &super::$module::DESK,)*
                }
            }

            /// Returns the messages of finding a conference in a directory.
            pub fn directory_messages(self) -> &'static DirectoryMessages {
                match self {
                    $(Language::$language => &super::$module::DIRECTORY,)*
                }
            }

            /// Returns the messages of the timetable on the conference's own page.
            pub fn embed_messages(self) -> &'static EmbedMessages {
                match self {
                    $(Language::$language => &super::$module::EMBED,)*
                }
            }

            /// Returns the messages of the browser extension.
            pub fn extension_messages(self) -> &'static ExtensionMessages {
                match self {
                    $(Language::$language => &super::$module::EXTENSION,)*
                }
            }

            /// Returns the messages about files that cannot be read.
            pub fn file_messages(self) -> &'static FileMessages {
                match self {
                    $(Language::$language => &super::$module::FILE,)*
                }
            }

            /// Returns the messages that only the static page needs.
            pub fn static_page_messages(self) -> &'static StaticPageMessages {
                match self {
                    $(Language::$language => &super::$module::STATIC_PAGE,)*
                }
            }

            /// Returns the messages of search and filters.
            pub fn find_messages(self) -> &'static FindMessages {
                match self {
                    $(Language::$language => &super::$module::FIND,)*
                }
            }

            /// Returns the messages about hiding.
            pub fn hide_messages(self) -> &'static HideMessages {
                match self {
                    $(Language::$language => &super::$module::HIDE,)*
                }
            }

            /// Returns the messages of importing.
            pub fn import_messages(self) -> &'static ImportMessages {
                match self {
                    $(Language::$language => &super::$module::IMPORT,)*
                }
            }

            /// Returns the messages about a site that is looked at.
            pub fn inspect_messages(self) -> &'static InspectMessages {
                match self {
                    $(Language::$language => &super::$module::INSPECT,)*
                }
            }

            /// Returns the messages of the library.
            pub fn library_messages(self) -> &'static LibraryMessages {
                match self {
                    $(Language::$language => &super::$module::LIBRARY,)*
                }
            }

            /// Returns the messages about directories of programs.
            pub fn mirror_messages(self) -> &'static MirrorMessages {
                match self {
                    $(Language::$language => &super::$module::MIRROR,)*
                }
            }

            /// Returns the messages of the card that says where to go now.
            pub fn now_messages(self) -> &'static NowMessages {
                match self {
                    $(Language::$language => &super::$module::NOW,)*
                }
            }

            /// Returns the messages of pictures.
            pub fn picture_messages(self) -> &'static PictureMessages {
                match self {
                    $(Language::$language => &super::$module::PICTURE,)*
                }
            }

            /// Returns the messages of the plan's page.
            pub fn plan_messages(self) -> &'static PlanMessages {
                match self {
                    $(Language::$language => &super::$module::PLAN,)*
                }
            }

            /// Returns the messages of making a site.
            pub fn publish_messages(self) -> &'static PublishMessages {
                match self {
                    $(Language::$language => &super::$module::PUBLISH,)*
                }
            }

            /// Returns the messages about storage and safety in the settings.
            pub fn safety_messages(self) -> &'static SafetyMessages {
                match self {
                    $(Language::$language => &super::$module::SAFETY,)*
                }
            }

            /// Returns the messages about shared timetables.
            pub fn sharing_messages(self) -> &'static SharingMessages {
                match self {
                    $(Language::$language => &super::$module::SHARING,)*
                }
            }

            /// Returns the messages about the settings of a site.
            pub fn site_messages(self) -> &'static SiteMessages {
                match self {
                    $(Language::$language => &super::$module::SITE,)*
                }
            }

            /// Returns the messages of the wallpaper page.
            pub fn studio_messages(self) -> &'static StudioMessages {
                match self {
                    $(Language::$language => &super::$module::STUDIO,)*
                }
            }
        }
    };
}

languages! {
    /// Korean.
    Korean: ko,
    /// English.
    English: en,
}

impl Language {
    /// The language for users who prefer none of these.
    pub const FALLBACK: Language = Language::English;

    /// Returns the BCP 47 tag.
    pub fn tag(self) -> &'static str {
        self.messages().tag
    }

    /// Returns the language for a tag such as `ko-KR` or a POSIX locale such as `ko_KR.UTF-8`.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let primary = tag.split(['-', '_', '.']).next()?;
        Language::ALL.into_iter().find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }
}
