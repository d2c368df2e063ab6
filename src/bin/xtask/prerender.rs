//! Placeholder.

use siganpyo::program::{Program, Session};

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// The program as markup.
pub fn body(program: &Program) -> String {
    let items: Vec<String> = program.sessions.iter().map(|session| format!("<li>{}</li>", escape(&session.title))).collect();
    format!("<h1>{}</h1><ul>{}</ul>", escape(&program.title), items.concat())
}

/// One session as markup.
pub fn session(_program: &Program, session: &Session) -> String {
    format!("<h1>{}</h1>", escape(&session.title))
}
