//! The order of a volume of proceedings as a tree, from which computational linguists make their schedules: a line for each day
//! (`*`), session (`=`), other thing to attend (`+`, `!`) and paper, with remarks such as `%room`.

use super::super::json::Json;

/// Whether a text is such an order: it begins with a day, and most lines begin with a sign or a paper's number.
pub(super) fn is_order(text: &str) -> bool {
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).take(60);
    let known = lines().filter(|line| entry(line).is_some() || line.starts_with(['*', '@', '='])).count();
    lines().next().is_some_and(|line| line.starts_with("* "))
        && lines().any(|line| line.starts_with(['=', '+', '!']) && entry(line).is_some())
        && known * 4 >= lines().count() * 3
}

/// Reads an order. What is said in other lines has no time.
pub(super) fn read(text: &str) -> Json {
    let mut days: Vec<(String, Vec<Json>)> = Vec::new();
    for line in text.lines().map(str::trim) {
        if let Some(day) = line.strip_prefix('*') {
            days.push((without_remarks(day).to_owned(), Vec::new()));
        } else if let (Some((_, entries)), Some(fields)) = (days.last_mut(), entry(line)) {
            match entries.last_mut() {
                Some(session) if line.starts_with(|sign: char| sign.is_ascii_digit()) => add_paper(session, fields),
                _ => entries.push(fields),
            }
        }
    }
    let day = |(date, entries): (String, Vec<Json>)| {
        Json::Object(vec![("date".to_owned(), Json::Text(date)), ("sessions".to_owned(), Json::List(entries))])
    };
    Json::Object(vec![("days".to_owned(), Json::List(days.into_iter().map(day).collect()))])
}

/// Puts a paper into the session above it.
fn add_paper(session: &mut Json, paper: Json) {
    let Json::Object(fields) = session else { return };
    match fields.iter_mut().find(|(name, _)| name == "papers") {
        Some((_, Json::List(papers))) => papers.push(paper),
        _ => fields.push(("papers".to_owned(), Json::List(vec![paper]))),
    }
}

/// Reads `= 9:10--10:30 Session 1A # %room Oak`, or `12 9:10--9:30 # A paper`.
fn entry(line: &str) -> Option<Json> {
    let rest = line.trim_start_matches(|sign: char| sign.is_ascii_digit() || "=+!".contains(sign));
    // The number of a paper of a journal.
    let rest = if rest.starts_with('/') { rest.split_once(' ').map_or("", |(_, rest)| rest) } else { rest };
    if rest.len() == line.len() {
        return None;
    }
    let (time, title) = rest.trim().split_once([' ', '\t'])?;
    let time = time.replace("--", "-");
    let has_time = time.starts_with(|digit: char| digit.is_ascii_digit()) && time.contains(':');
    let text = |name: &str, text: &str| (name.to_owned(), Json::Text(text.to_owned()));
    let mut fields = vec![text("title", without_remarks(title.trim().trim_start_matches('#')))];
    fields.push(text("time", &time));
    let remarks = title.split('%').skip(1).filter_map(|remark| remark.split_once(' '));
    let names = [("room", "room"), ("by", "speaker")];
    fields.extend(remarks.filter_map(|(name, value)| {
        let (_, role) = names.iter().find(|(known, _)| *known == name)?;
        Some(text(role, value.trim()))
    }));
    has_time.then_some(Json::Object(fields))
}

fn without_remarks(text: &str) -> &str {
    text.split(['#', '%']).next().unwrap_or_default().trim()
}
