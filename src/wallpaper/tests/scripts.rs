//! Scripts that the picture's own fonts lack, set with slices.

use super::*;
use crate::wallpaper::fonts::tests::{file, unpacked};
use crate::wallpaper::text::Paragraph;

fn text(name: &str) -> Option<String> {
    Some(String::from_utf8(file(name)?).unwrap())
}

fn list() -> Option<String> {
    text("slices/list.txt")
}

fn slice(name: &str) -> Option<Vec<u8>> {
    unpacked(&format!("slices/{name}"))
}

/// Returns the fonts with every slice, or prints a line and returns `None` if they were not cut.
pub(in crate::wallpaper) fn fonts_with_slices() -> Option<Fonts> {
    let mut fonts = fonts()?;
    let list = list()?;
    for name in list.lines().filter_map(|line| line.split(' ').next()) {
        assert!(fonts.add_slice(name, slice(name)?), "{name} is no font");
    }
    Some(fonts)
}

const TITLES: [&str; 12] = [
    "日本語の組版と改行の規則について",
    "用中文写一个可靠的离线应用程序",
    "使用繁體中文撰寫離線應用程式",
    "كيف نبني تطبيقات تعمل بدون اتصال في عام 2018",
    "איך בונים אפליקציה שעובדת בלי רשת, Rust ו־WebAssembly",
    "Як ми ґрунтовно тестуємо їжаків",
    "Πώς γράφουμε ἀρχαῖα ελληνικά με Rust",
    "뷁과 햏은 드문 음절 漢字",
    "Lập trình với những thứ nhỏ bé",
    "हिन्दी में प्रोग्रामिंग",
    "เขียนโปรแกรมด้วย Rust",
    "រៀនសរសេរកម្មវិធី",
];

/// Titles with emoji and symbols, how many glyphs each has, and whether the slice of common emoji suffices.
const SIGNS: [(&str, usize, bool); 13] = [
    ("파이썬🐍🎉", 5, true),
    ("⭐❤☕⚡", 4, true),
    ("👩\u{200d}💻", 1, true),
    ("👩🏽\u{200d}💻", 1, true),
    ("👍🏿❤\u{fe0f}", 2, true),
    ("🏋\u{fe0f}\u{200d}♀\u{fe0f}", 1, false),
    ("👩\u{200d}🚒", 2, false),
    ("🇰🇷🇪🇺", 2, false),
    ("🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}", 1, false),
    ("🏳\u{fe0f}\u{200d}🌈🏴\u{200d}☠\u{fe0f}", 2, false),
    ("🫠🦥", 2, false),
    ("⌘⌥⏎∀⟶✈𝐏", 7, false),
    ("H₂O10⁻⁹", 7, false),
];

#[test]
fn emoji_and_symbols_come_as_slices() {
    let Some((list, covered)) = list().zip(text("characters.txt")) else { return };
    for (title, glyphs, is_common) in SIGNS {
        let Some(mut fonts) = fonts() else { return };
        let mut program = program();
        program.sessions.clear();
        program.title = title.to_owned();
        let names = slices::of_program(&program, &slices::lacking(&program, &covered), &list);
        assert_eq!(names.iter().all(|name| name.starts_with("emoji-common-")), is_common, "{title}: {names:?}");
        for name in names {
            assert!(fonts.add_slice(name, slice(name).unwrap()));
        }
        assert_eq!(fonts.uncovered(title), BTreeSet::new(), "{title}");
        let lines = Paragraph::title(&mut fonts, title, false).lines(&mut fonts, 40.0, 900.0, 1);
        let drawn: Vec<_> = lines.iter().flat_map(|line| &line.glyphs).collect();
        assert!(drawn.iter().all(|glyph| glyph.id != 0), "{title}: {drawn:?}");
        assert_eq!(drawn.len(), glyphs, "{title}: {drawn:?}");
    }
}

#[test]
fn lines_without_spaces_end_where_phrases_end() {
    let Some(mut fonts) = fonts_with_slices() else { return };
    let mut check = |preferred, title: &str, width: f32, expected: &[&str]| {
        fonts.prefer(preferred);
        let lines = Paragraph::title(&mut fonts, title, false).lines(&mut fonts, 40.0, width, 5);
        assert!(lines.iter().flat_map(|line| &line.glyphs).all(|glyph| glyph.id != 0), "{title}");
        let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, expected, "{title}");
        let drawn: usize = lines.iter().map(|line| line.glyphs.len()).sum();
        let letters = texts.concat().chars().count();
        assert!(drawn == letters || ["th-", "km-"].contains(&preferred), "{title}: marks are not drawn");
    };
    check("ja-", "日本語の組版と改行の規則について", 260.0, &["日本語の", "組版と改行の", "規則について"]);
    check("ja-", "パイソンではじめるテスト", 300.0, &["パイソンで", "はじめるテスト"]);
    check("zh-", "用中文写一个可靠的离线应用程序", 300.0, &["用中文写一个", "可靠的离线应", "用程序"]);
    check("th-", "การเขียนโปรแกรมด้วยภาษาสำหรับผู้เริ่มต้น", 300.0, &["การเขียนโปรแกรม", "ด้วยภาษาสำหรับผู้", "เริ่มต้น"]);
    check("km-", "ការអភិវឌ្ឍកម្មវិធីទូរស័ព្ទដោយប្រើភាសារ៉ាស់", 300.0, &["ការអភិវឌ្ឍកម្មវិធី", "ទូរស័ព្ទដោយប្រើ", "ភាសារ៉ាស់"]);
}

#[test]
fn common_emoji_weigh_at_most_60_kilobytes() {
    let Some(list) = list() else { return };
    let common = list.lines().filter_map(|line| line.split(' ').next()).find(|name| name.starts_with("emoji-common-"));
    let packed = file(&format!("slices/{}.gz", common.expect("a slice of common emoji"))).unwrap();
    assert!(packed.len() <= 60_000, "{} bytes", packed.len());
}

#[test]
fn every_script_is_covered_by_the_needed_slices() {
    let Some((list, covered)) = list().zip(text("characters.txt")) else { return };
    for title in TITLES {
        let Some(mut fonts) = fonts() else { return };
        let mut program = program();
        program.sessions[0].title = title.to_owned();
        let mut plan = Plan::empty(program.id.clone());
        plan.put(Pick::of(&program, &program.sessions[0], "ko"));
        let request = Request::new(&program, &plan, Language::English, Screen { width: 1179, height: 2556 });
        assert!(!uncovered(&request, &fonts).is_empty(), "{title} needs slices");
        let names: Vec<String> = needed_slices(&request, &fonts, &list).into_iter().map(str::to_owned).collect();
        assert!(!names.is_empty() && names.len() <= 16, "{title}: {names:?}");
        let of_program = slices::of_program(&program, &slices::lacking(&program, &covered), &list);
        assert!(names.iter().all(|name| of_program.contains(&name.as_str())), "kept in time: {of_program:?}");
        for name in names {
            assert!(fonts.add_slice(&name, slice(&name).unwrap()));
        }
        assert_eq!(uncovered(&request, &fonts), BTreeSet::new(), "{title}");
        assert!(needed_slices(&request, &fonts, &list).is_empty());
        let scenes = scenes(&request, &mut fonts).unwrap();
        check(&request, &scenes, title);
        let shown: String =
            scenes.iter().flat_map(texts).filter(|run| run.weight == Weight::Bold).map(|run| run.text.as_str()).collect();
        let start: String = title.chars().take_while(|char| *char != ' ').take(3).collect();
        assert!(shown.contains(&start), "{shown}");
    }
}

#[test]
fn the_characters_of_the_own_fonts_are_listed() {
    let Some((fonts, covered)) = fonts().zip(text("characters.txt")) else { return };
    let mut program = program();
    program.sessions.clear();
    program.title = ('\u{a0}'..='\u{ffff}').collect();
    assert_eq!(slices::lacking(&program, &covered), fonts.uncovered(&program.title));
}

#[test]
fn without_slices_a_picture_has_no_boxes() {
    let Some(mut fonts) = fonts() else { return };
    let mut program = program();
    let mut plan = Plan::empty(program.id.clone());
    for (at, title) in TITLES.into_iter().enumerate() {
        program.sessions[at].title = title.to_owned();
        plan.put(Pick::of(&program, &program.sessions[at], "ko"));
    }
    let request = Request::new(&program, &plan, Language::English, Screen { width: 1179, height: 2556 });
    let scenes = scenes(&request, &mut fonts).unwrap();
    check(&request, &scenes, "without slices");
}

#[test]
fn right_to_left_text_begins_at_the_right() {
    let Some(mut fonts) = fonts_with_slices() else { return };
    let mut program = program();
    program.sessions[0].title = TITLES[3].to_owned();
    let mut plan = Plan::empty(program.id.clone());
    plan.put(Pick::of(&program, &program.sessions[0], "ko"));
    let request = Request::new(&program, &plan, Language::English, Screen { width: 1179, height: 2556 });
    let scenes = scenes(&request, &mut fonts).unwrap();
    let band = request.zone.band(request.screen);
    let title: Vec<&TextRun> =
        scenes.iter().flat_map(texts).filter(|run| run.text.contains(|char| ('ا'..='ي').contains(&char))).collect();
    assert!(!title.is_empty());
    for run in title {
        assert!((run.x + run.width - band.right as f32).abs() < 1.0, "{} ends at {}", run.text, run.x + run.width);
    }
}
