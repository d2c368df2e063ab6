//! Times with a dot in a column of numbers: a spreadsheet makes 9.30 the number 9.3, which alone could be anything.

use super::Row;

/// Writes the times of a column as 9:30 if all its cells are hours, with or without minutes after a dot, and at least one of them can
/// only be minutes. Of quarters and halves, 9.5 may be 9:30.
pub(super) fn spell_out(rows: &mut [Row], column: usize) {
    let mut texts = rows.iter().map(|row| row.text(column)).filter(|text| !text.is_empty());
    let are_hours = texts.all(|text| split(text).is_some());
    let mut minutes = rows
        .iter()
        .filter_map(|row| split(row.text(column)))
        .map(|(_, minutes)| minutes)
        .filter(|minutes| !minutes.is_empty())
        .peekable();
    let has_dots = minutes.peek().is_some();
    let are_clear = minutes.any(|minutes| !matches!(minutes, "5" | "25" | "75" | "50" | "0" | "00"));
    if !(are_hours && has_dots && are_clear) {
        return;
    }
    for row in rows {
        let Some((hour, minutes)) = split(row.text(column)) else { continue };
        let text = format!("{hour}:{minutes:0<2}");
        row.put(column, &text);
    }
}

/// Returns the hour and what stands after the dot.
fn split(text: &str) -> Option<(&str, &str)> {
    let (hour, minutes) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |text: &str| text.len() < 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_hour = !hour.is_empty() && is_number(hour) && hour.parse::<u8>().is_ok_and(|hour| hour < 25);
    (is_hour && is_number(minutes) && !minutes.starts_with(['6', '7', '8', '9'])).then_some((hour, minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_with_dots_are_times_if_that_is_clear() {
        let check = |cells: &[&str], expected: &[&str]| {
            let mut rows: Vec<Row> = cells.iter().map(|cell| Row { cells: vec![(*cell).to_owned()], ..Row::default() }).collect();
            spell_out(&mut rows, 0);
            assert_eq!(rows.iter().map(|row| row.text(0)).collect::<Vec<_>>(), expected);
        };
        check(&["9.3", "10", "", "11.15", "13.5"], &["9:30", "10:00", "", "11:15", "13:50"]);
        for unclear in
            [&["9.5", "10", "11.25"][..], &["9.3", "10.75"], &["9", "10"], &["9.3", "TBA"], &["9:30", "10.3"], &["9.30.26"]]
        {
            check(unclear, unclear);
        }
    }
}
