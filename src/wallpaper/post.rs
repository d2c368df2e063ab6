//! Pictures for posting instead of a lock screen.

use super::screen::Screen;
use super::zone::Zone;
use crate::messages::studio::StudioMessages;

/// A picture for posting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Post {
    /// For a feed.
    Square,
    /// 9:16; networks cover its top and its bottom with their own controls.
    Story,
}

impl Post {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Post; 2] = [Post::Square, Post::Story];

    /// Returns the name used on the command line and in what the device remembers.
    pub fn name(self) -> &'static str {
        match self {
            Post::Square => "square",
            Post::Story => "story",
        }
    }

    /// Returns the picture with this name.
    pub fn parse(name: &str) -> Option<Post> {
        Post::ALL.into_iter().find(|post| post.name() == name)
    }

    /// Returns its name for users.
    pub fn in_words(self, messages: &StudioMessages) -> &'static str {
        match self {
            Post::Square => messages.other_pictures.square,
            Post::Story => messages.other_pictures.story,
        }
    }

    /// Returns its size in pixels.
    pub fn screen(self) -> Screen {
        match self {
            Post::Square => Screen { width: 1080, height: 1080 },
            Post::Story => Screen { width: 1080, height: 1920 },
        }
    }

    /// Returns the part of it that the timetable uses.
    pub fn zone(self) -> Zone {
        match self {
            Post::Square => Zone::Full,
            Post::Story => Zone::Story,
        }
    }
}
