//! The pages that a static host finds: the program, one for each session, one for each page of the app, and the one for
//! everything else.

use super::prerender::Prerender;
use super::shell::{Page, Shell};
use super::{Files, PublishError};
use crate::markup::pages;
use crate::program::{Program, Session, plain_text};

/// How much of an abstract goes into the description.
const DESCRIPTION_CHARS: usize = 160;

/// Writes all pages and returns how many. 404.html is the app as well, for addresses that have no page of their own.
pub fn write(files: &mut Files, shell: &Shell, program: &Program, prerender: &Prerender<'_>) -> Result<usize, PublishError> {
    files.put("index.html", shell.page(&program_page(program, prerender))?);
    files.put("404.html", shell.page(&app_page("404", prerender))?);
    for page in pages::PATHS {
        files.put(format!("{page}/index.html"), shell.page(&app_page(page, prerender))?);
    }
    let sessions: Vec<&Session> = program.sessions.iter().filter(|session| is_file_name(session.id.as_str())).collect();
    for session in &sessions {
        files.put(format!("session/{}/index.html", session.id), shell.page(&session_page(program, session, prerender))?);
    }
    Ok(sessions.len() + pages::PATHS.len() + 2)
}

fn app_page(path: &str, prerender: &Prerender<'_>) -> Page {
    Page { body: prerender.waiting(path), ..Page::default() }
}

fn program_page(program: &Program, prerender: &Prerender<'_>) -> Page {
    let lines = [&program.subtitle, &program.venue].into_iter().flatten().cloned().collect::<Vec<_>>();
    Page {
        title: Some(program.title.clone()).filter(|title| *title != prerender.site.name),
        description: Some(lines.join(" · ")).filter(|text| !text.is_empty()),
        body: prerender.program(program),
    }
}

fn session_page(program: &Program, session: &Session, prerender: &Prerender<'_>) -> Page {
    Page {
        title: Some(session.title.clone()),
        description: Some(description(program, session)),
        body: prerender.session(program, session),
    }
}

/// When, where, who, and how its abstract begins.
fn description(program: &Program, session: &Session) -> String {
    let span = session.span;
    let mut parts = vec![format!("{} {}–{}", span.start.date(), span.start.clock(), span.end.clock())];
    parts.extend([program.room_names(session, "").join(", "), session.speakers.join(", ")]);
    let words = plain_text(&session.about);
    parts.push(words.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(DESCRIPTION_CHARS).collect());
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// An id that cannot be the name of a folder on every host gets no page of its own; 404.html serves it.
fn is_file_name(id: &str) -> bool {
    id.len() <= 200
        && !id.starts_with('.')
        && !id.contains(['/', '\\', '?', '#', '%', ':', '*', '"', '<', '>', '|'])
        && !id.contains(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_safe_ids_become_folders() {
        for safe in ["keynote", "파이썬", "intro.js", "A b-1_2"] {
            assert!(is_file_name(safe), "{safe}");
        }
        for unsafe_id in ["..", ".git", "a/b", "a\\b", "a?b", "50%", "a\nb", &"x".repeat(201)] {
            assert!(!is_file_name(unsafe_id), "{unsafe_id}");
        }
    }
}
