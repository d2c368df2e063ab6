//! The languages of the catalogue.

use super::Messages;
use super::command_line::CommandLine;
use super::find::FindMessages;
use super::hide::HideMessages;
use super::import::ImportMessages;
use super::library::LibraryMessages;
use super::picture::PictureMessages;
use super::plan_page::PlanMessages;
use super::safety::SafetyMessages;
use super::sharing::SharingMessages;
use super::studio::StudioMessages;

/// Makes [`Language`] and the way from a language to its texts out of one list, so that a language is a line here and a module with its
/// texts. Each part of the catalogue has a function of its own: a program carries only the parts that it asks for.
macro_rules! languages {
    ($($(#[$doc:meta])* $language:ident: $module:ident,)*) => {
        /// A language that the catalogue is complete in.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Language {
            $($(#[$doc])* $language,)*
        }

        impl Language {
            /// All of them, in the order in which they are offered.
            pub const ALL: [Language; [$(Language::$language),*].len()] = [$(Language::$language),*];

            /// The texts that every page needs.
            pub fn messages(self) -> &'static Messages {
                match self {
                    $(Language::$language => &super::$module::MESSAGES,)*
                }
            }

            /// What the command line has to say in this language.
            pub fn command_line(self) -> &'static CommandLine {
                match self {
                    $(Language::$language => &super::$module::COMMAND_LINE,)*
                }
            }

            /// What searching and filtering have to say in this language.
            pub fn find_messages(self) -> &'static FindMessages {
                match self {
                    $(Language::$language => &super::$module::FIND,)*
                }
            }

            /// What hiding has to say in this language.
            pub fn hide_messages(self) -> &'static HideMessages {
                match self {
                    $(Language::$language => &super::$module::HIDE,)*
                }
            }

            /// What importing has to say in this language.
            pub fn import_messages(self) -> &'static ImportMessages {
                match self {
                    $(Language::$language => &super::$module::IMPORT,)*
                }
            }

            /// What the library says in this language.
            pub fn library_messages(self) -> &'static LibraryMessages {
                match self {
                    $(Language::$language => &super::$module::LIBRARY,)*
                }
            }

            /// What pictures have to say in this language.
            pub fn picture_messages(self) -> &'static PictureMessages {
                match self {
                    $(Language::$language => &super::$module::PICTURE,)*
                }
            }

            /// What the page of the plan says in this language.
            pub fn plan_messages(self) -> &'static PlanMessages {
                match self {
                    $(Language::$language => &super::$module::PLAN,)*
                }
            }

            /// What the settings say of safety in this language.
            pub fn safety_messages(self) -> &'static SafetyMessages {
                match self {
                    $(Language::$language => &super::$module::SAFETY,)*
                }
            }

            /// What is said of shared timetables in this language.
            pub fn sharing_messages(self) -> &'static SharingMessages {
                match self {
                    $(Language::$language => &super::$module::SHARING,)*
                }
            }

            /// What the wallpaper page says in this language.
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
    /// For whoever prefers none of them.
    pub const FALLBACK: Language = Language::English;

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        self.messages().tag
    }

    /// The language that a tag such as `ko-KR` or a POSIX locale such as `ko_KR.UTF-8` asks for.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let primary = tag.split(['-', '_', '.']).next()?;
        Language::ALL.into_iter().find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }

    /// The first of the tags that the catalogue has a language for.
    pub fn preferred<S: AsRef<str>>(tags: &[S]) -> Language {
        tags.iter().find_map(|tag| Language::from_tag(tag.as_ref())).unwrap_or(Language::FALLBACK)
    }
}
