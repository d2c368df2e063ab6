//! The desk at which an organiser makes a site, without the page around it.

use crate::small_app::app;
use siganpyo::import::{Options, import};
use siganpyo::messages::Language;
use siganpyo::messages::Refusal;
use siganpyo::program::Program;
use siganpyo::publish::desk::{Desk, Fields, Part};
use siganpyo::publish::rewrite::rewrite;
use siganpyo::publish::{Content, Files, Target, archive, publish, template};
use siganpyo::wire::program_file;

const TABLE: &str = "# time_zone: Asia/Seoul\n# title: Craft Days\ndate,start,end,room,title\n\
    2031-05-10,10:00,10:45,Hall,Looms\n2031-05-10,13:00,13:40,Attic,Dyes\n2031-05-11,10:00,10:40,Attic,Knots\n";

const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><script>alert(1)</script><rect width='10' height='10' fill='#a00'/></svg>";

fn program(table: &str) -> Program {
    import(table.as_bytes(), &Options::default()).unwrap().program
}

fn desk(table: &str) -> Desk {
    let mut desk = Desk::new(program(table), Language::English);
    desk.put_app(app());
    desk
}

fn typed(more: &[(&str, &str)]) -> Fields {
    let always = [("name", "Craft Days 2031"), ("en", "on"), ("base", "/2031/")];
    always.iter().chain(more).map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// Makes the site: the name of its archive, and that.
fn make(desk: &mut Desk, fields: &Fields) -> Result<(String, Vec<u8>), Refusal> {
    Ok(desk.act(fields, "make")?.file.expect("a file"))
}

fn look(desk: &mut Desk, fields: &Fields) -> Vec<Part> {
    desk.act(fields, "").expect("looking makes nothing").parts
}

fn part<'p>(parts: &'p [Part], name: &str) -> &'p str {
    &parts.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("no part {name}")).1
}

#[test]
fn the_site_is_that_of_the_build_byte_for_byte() {
    let fields = typed(&[("color", "#224488"), ("own_color", "on"), ("short_name", "Craft"), ("walking", "Hall > Attic = 4")]);
    let (name, made) = make(&mut desk(TABLE), &fields).unwrap();
    assert_eq!(name, "craft-days-2031.zip");

    // Built for this path, as that of the desk was for another one.
    let mut files = app();
    files.put("index.html", files.text("index.html").unwrap().replace("\"/app-", "\"/2031/app-"));
    let settings = "programs = ['programs/craft-days-2031.json']\nname = 'Craft Days 2031'\nshort_name = 'Craft'\nlanguages = ['en']\ncolor = '#224488'";
    files.put("site.toml", settings);
    let walked = TABLE.replacen("date,", "# walk: Hall > Attic = 4\ndate,", 1);
    files.put("programs/craft-days-2031.json", program_file::write(&program(&walked)));
    let content = Content::read(&files, false).unwrap();
    let built = publish(files, &content, Target { base: "/2031/", is_draft: false }).unwrap().files;
    let made = archive::unpack(&made).unwrap();
    let code = "modulepreload\" href=\"/2031/app-0123456789abcdef.js\"";
    assert!(made.text("index.html").unwrap().contains(code), "the code is below the path of the site");
    let differing = |one: &Files, other: &Files| -> Vec<String> {
        let differs = |(path, bytes): &(&str, &[u8])| other.bytes(path).ok() != Some(*bytes);
        one.iter().filter(differs).map(|(path, _)| path.to_owned()).collect()
    };
    assert_eq!(differing(&made, &built), Vec::<String>::new());
    assert_eq!(differing(&built, &made), Vec::<String>::new());
}

#[test]
fn the_next_version_remembers_and_says_what_changed() {
    let fields = typed(&[("color", "#224488"), ("own_color", "on"), ("domain", "craft.example.org")]);
    let mut first = desk(TABLE);
    first.put_picture("icon", SVG.into()).unwrap();
    let (_, made) = make(&mut first, &fields).unwrap();

    let later = TABLE.replace("Craft Days", "Craft days, second edition").replace("13:00,13:40", "14:00,14:40");
    let mut next = desk(&later);
    let remembered = next.put_before(&made).unwrap();
    for (name, value) in [("name", "Craft Days 2031"), ("base", "/2031/"), ("color", "#224488"), ("domain", "craft.example.org")]
    {
        assert_eq!(remembered[name], value);
    }
    assert!(remembered.contains_key("en") && !remembered.contains_key("ko"));
    let changes = look(&mut next, &remembered);
    assert!(part(&changes, "changes").contains("Dyes") && part(&changes, "changes").contains("14:00"), "{changes:?}");
    let (name, again) = make(&mut next, &remembered).unwrap();
    assert_eq!(name, "craft-days-2031.zip", "phones know it by its id");
    let [before, after] = [made, again].map(|made| archive::unpack(&made).unwrap());
    assert_eq!(before.bytes("icons/icon-192.png").unwrap(), after.bytes("icons/icon-192.png").unwrap());
    assert!(!after.has("icons/icon.svg") && !after.text("index.html").unwrap().contains("alert(1)"));
}

#[test]
fn another_conference_and_anything_else_than_a_site_change_nothing() {
    let (_, made) = make(&mut desk(TABLE), &typed(&[])).unwrap();
    let other = "# time_zone: Asia/Seoul\n# title: Owls\ndate,start,end,title\n2029-01-02,10:00,11:00,Feathers\n2029-01-02,12:00,13:00,Flight\n";
    let mut desk = desk(other);
    assert!(desk.put_before(&made).unwrap_err().message.contains("Craft Days"));
    assert!(desk.put_before(b"PK, but no archive").unwrap_err().message.contains("not the ZIP"));
    assert_eq!(make(&mut desk, &typed(&[])).unwrap().0, "owls-2029.zip");
}

#[test]
fn what_is_wrong_is_said_at_its_field_and_nothing_is_made() {
    let mut desk = desk(TABLE);
    let long = "x".repeat(1_000);
    for (name, value) in [
        ("name", long.as_str()),
        ("short_name", long.as_str()),
        ("base", "2031"),
        ("base", "https://example.org/"),
        ("domain", "no host"),
        ("color", "red"),
        ("walking", "from here to there"),
    ] {
        let fields = typed(&[(name, value), ("own_color", "on")]);
        let looked = look(&mut desk, &fields);
        assert!(!part(&looked, &format!("problem-{name}")).is_empty(), "{name} = {value}");
        make(&mut desk, &fields).unwrap_err();
    }
    let mut wordless = typed(&[]);
    wordless.remove("en");
    assert!(!part(&look(&mut desk, &wordless), "problem-languages").is_empty());
    let fine = look(&mut desk, &typed(&[]));
    assert!(fine.iter().filter(|(name, _)| name.starts_with("problem-")).all(|(_, said)| said.is_empty()), "{fine:?}");
}

#[test]
fn a_picture_that_is_none_is_refused_and_that_of_before_stays() {
    for field in ["icon", "logo"] {
        let mut desk = desk(TABLE);
        desk.put_picture(field, SVG.into()).unwrap();
        let before = desk.draft(&typed(&[]));
        for (picture, words) in [(vec![0; 40_000_000], "KB"), (b"<html>".to_vec(), "SVG or PNG")] {
            let refusal = desk.put_picture(field, picture).unwrap_err();
            assert!(refusal.message.contains(words) && refusal.message.contains(field), "{refusal:?}");
            assert_eq!(desk.draft(&typed(&[])), before);
        }
        make(&mut desk, &typed(&[])).unwrap();
        desk.put_picture(field, Vec::new()).unwrap();
        assert!(!desk.draft(&typed(&[])).contains(field));
    }
}

/// A picture that cannot be packed, with more bytes than a draft has room for.
fn large_png() -> Vec<u8> {
    let mut picture = tiny_skia::Pixmap::new(400, 400).unwrap();
    let mut state = 1_u32;
    for byte in picture.data_mut().iter_mut() {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        *byte = state.to_be_bytes()[0];
    }
    picture.data_mut().chunks_exact_mut(4).for_each(|pixel| pixel[3] = 255);
    picture.encode_png().unwrap()
}

#[test]
fn a_picture_too_large_for_the_draft_is_used_and_said() {
    let mut desk = desk(TABLE);
    desk.put_picture("logo", large_png()).unwrap();
    assert!(part(&look(&mut desk, &typed(&[])), "logo").contains("choose them again"));
    assert!(desk.draft(&typed(&[])).len() < 10_000, "what is typed is kept all the same");
    let made = archive::unpack(&make(&mut desk, &typed(&[])).unwrap().1).unwrap();
    assert!(made.has("logo.png"));
}

#[test]
fn a_logo_stands_beside_the_name_offline_too_and_is_remembered() {
    let mut first = desk(TABLE);
    let without = archive::unpack(&make(&mut first, &typed(&[])).unwrap().1).unwrap();
    assert!(!without.has("logo.png") && !without.text("index.html").unwrap().contains("logo.png"));

    let logo = SVG.replace("width='10' height", "width='4' height");
    first.put_picture("logo", logo.into()).unwrap();
    assert!(part(&look(&mut first, &typed(&[])), "preview").contains("class=\"logo\""));
    let (_, made) = make(&mut first, &typed(&[])).unwrap();
    let site = archive::unpack(&made).unwrap();
    let page = site.text("index.html").unwrap();
    assert!(page.contains("[data-program=\"craft-days-2031\"]") && page.contains("url(/2031/logo.png)"), "{page}");
    let kept = site.text("sw.js").unwrap();
    assert!(kept.contains("logo.png") && kept.contains("logo.txt"), "it is kept offline, for pages and for pictures");
    assert!(site.paths().all(|path| !path.starts_with("given/")), "what it was drawn from is not published");
    assert!(site.text("template/files.json").unwrap().lines().all(|line| !line.contains("logo")), "it is no file of the app");

    let mut next = desk(TABLE);
    let remembered = next.put_before(&made).unwrap();
    let again = archive::unpack(&make(&mut next, &remembered).unwrap().1).unwrap();
    assert_eq!(site.bytes("logo.png").unwrap(), again.bytes("logo.png").unwrap());
}

#[test]
fn a_background_is_kept_from_its_first_use_and_is_remembered() {
    let mut first = desk(TABLE);
    let refusal = first.put_picture("background", SVG.into()).unwrap_err();
    assert!(refusal.hint.contains("JPEG"), "{refusal:?}");
    let photo = [b"\xff\xd8\xff".to_vec(), vec![7; 400_000]].concat();
    first.put_picture("background", photo.clone()).unwrap();
    let mut made = make(&mut first, &typed(&[])).unwrap().1;
    for round in 0..2 {
        let site = archive::unpack(&made).unwrap();
        assert_eq!(site.bytes("background.jpg").unwrap(), photo, "round {round}");
        assert!(site.text("index.html").unwrap().contains("data-background=\"background.jpg\""));
        let (kept, later) = site.text("sw.js").unwrap().split_once("ONCE_USED = ").unwrap();
        assert!(!kept.contains("background.jpg") && later.contains("background.jpg"), "nobody gets it who does not want it");
        let mut next = desk(TABLE);
        let remembered = next.put_before(&made).unwrap();
        made = make(&mut next, &remembered).unwrap().1;
    }
}

#[test]
fn a_draft_brings_everything_back() {
    let mut desk = desk(TABLE);
    desk.put_picture("icon", SVG.into()).unwrap();
    desk.put_picture("logo", SVG.into()).unwrap();
    let draft = desk.draft(&typed(&[("description", "말 \"그대로\"")]));
    let mut again = Desk::new(program(TABLE), Language::Korean);
    let fields = again.put_draft(&draft).unwrap();
    assert_eq!(fields, typed(&[("description", "말 \"그대로\"")]));
    again.put_app(app());
    assert_eq!(make(&mut again, &fields), make(&mut desk, &fields));
    assert_eq!(again.put_draft("{}"), None);
}

#[test]
fn nothing_of_a_program_or_a_field_becomes_markup() {
    let evil = TABLE.replace("Craft Days", "<img src=x onerror=alert(1)>").replace("Looms", "<script>alert(2)</script>");
    let mut desk = desk(&evil);
    let fields = typed(&[("name", "\"><script>alert(3)</script>"), ("short_name", "<b>"), ("walking", "<i> > Attic = 2")]);
    let (_, made) = make(&mut desk, &typed(&[])).unwrap();
    desk.put_before(&made).unwrap();
    for (name, markup) in desk.page(Some(&fields)).iter().filter(|(name, _)| name != "style") {
        assert!(!markup.contains("<script") && !markup.contains("<img src=x") && !markup.contains("<b><"), "{name}: {markup}");
    }
}

#[test]
fn without_the_files_of_the_app_the_form_is_there_and_nothing_is_made() {
    let mut desk = Desk::new(program(TABLE), Language::Korean);
    let page = desk.page(None);
    assert!(part(&page, "desk").contains("value=\"Craft Days\""), "{page:?}");
    assert!(make(&mut desk, &typed(&[])).unwrap_err().message.contains("앱 파일"));
}

#[test]
fn a_site_says_how_to_put_it_on_the_web_in_its_languages() {
    let (_, made) = make(&mut desk(TABLE), &typed(&[("ko", "on")])).unwrap();
    let site = archive::unpack(&made).unwrap();
    let steps = site.text("hosting/steps.html").unwrap();
    for words in ["Put it on the web", "웹에 올리기", "Netlify", "unzip -q site.zip"] {
        assert!(steps.contains(words), "{words} in {steps}");
    }
    assert!(site.has(template::LIST));
}

/// What a page with this markup would hand in.
fn handed_in(markup: &str) -> Fields {
    let fields = std::cell::RefCell::new(Fields::new());
    let handler = lol_html::element!("input[name]", |input| {
        let of = |name: &str| input.get_attribute(name);
        let is_box = of("type").as_deref() == Some("checkbox");
        let value = if is_box { of("checked").map(|_| "on".to_owned()) } else { Some(of("value").unwrap_or_default()) };
        let plain = |text: String| text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        fields.borrow_mut().extend(of("name").zip(value).map(|(name, value)| (plain(name), plain(value))));
        Ok(())
    });
    rewrite(markup, vec![handler]).unwrap();
    fields.into_inner()
}

/// Opens the table of sessions, and returns what the page hands in from then on.
fn with_table(desk: &mut Desk) -> Fields {
    let parts = desk.act(&typed(&[]), "edit").unwrap().parts;
    let mut fields = typed(&[]);
    fields.extend(handed_in(part(&parts, "sessions")));
    fields
}

fn as_program(desk: &mut Desk, fields: &Fields) -> Program {
    let (name, file) = desk.act(fields, "as-program").unwrap().file.unwrap();
    assert!(name.ends_with(".json"));
    program_file::read(std::str::from_utf8(&file).unwrap()).unwrap()
}

/// The name of a field of the session with this title.
fn of(what: &str, title: &str) -> String {
    let program = program(TABLE);
    format!("{what}@{}", program.sessions.iter().find(|session| session.title == title).unwrap().id)
}

#[test]
fn a_table_that_is_opened_and_left_alone_changes_nothing() {
    let mut desk = desk(TABLE);
    let fields = with_table(&mut desk);
    assert_eq!(fields[&of("start", "Dyes")], "13:00");
    assert_eq!(program_file::write(&as_program(&mut desk, &fields)), program_file::write(&program(TABLE)));
}

#[test]
fn a_field_of_the_table_says_whose_it_is_without_its_row() {
    let parts = desk(TABLE).act(&typed(&[]), "edit").unwrap().parts;
    let rows = part(&parts, "sessions");
    for heard in ["Start, Dyes", "Cancelled, Knots"] {
        assert_eq!(rows.matches(&format!("aria-label=\"{heard}\"")).count(), 1, "{heard}");
    }
}

#[test]
fn sessions_are_corrected_added_and_left_out_and_every_step_can_be_undone() {
    let mut desk = desk(TABLE);
    let mut fields = with_table(&mut desk);
    let mut put = |name: String, value: &str| fields.insert(name, value.to_owned());
    put(of("title", "Looms"), "Looms and <threads>");
    put(of("start", "Dyes"), "23:30");
    put(of("end", "Dyes"), "00:30");
    put(of("room", "Dyes"), "Cellar; Hall");
    put(of("speakers", "Dyes"), "Ann Lee; Bo");
    put(of("track", "Dyes"), "Colour");
    put(of("cancelled", "Knots"), "on");
    put("room-name@attic".to_owned(), "Loft");
    let now = as_program(&mut desk, &fields);
    let [looms, dyes, knots] = [0, 1, 2].map(|at| &now.sessions[at]);
    assert_eq!(looms.title, "Looms and <threads>");
    assert_eq!((dyes.span.minutes(), dyes.rooms.len(), dyes.speakers.len(), dyes.track.is_some()), (60, 2, 2, true));
    assert!(
        knots.cancelled && now.rooms.iter().any(|room| room.name == "Loft") && now.rooms.iter().any(|room| room.name == "Cellar")
    );
    assert_ne!(now.version, program(TABLE).version, "phones must see a new version");
    assert_eq!(looms.id, program(TABLE).sessions[0].id, "picks stay with their session");

    // A session more, and one less.
    let parts = desk.act(&fields, "add-session").unwrap().parts;
    let mut fields = typed(&[]);
    fields.extend(handed_in(part(&parts, "sessions")));
    let blank = as_program(&mut desk, &fields);
    assert_eq!(blank.sessions.len(), 3, "an empty row is no session");
    for (what, value) in [("title", "Wool"), ("start", "15:00"), ("end", "15:30")] {
        fields.insert(format!("{what}@+1"), value.to_owned());
    }
    fields.insert(of("gone", "Knots"), "on".to_owned());
    let later = as_program(&mut desk, &fields);
    let titles: Vec<&str> = later.sessions.iter().map(|session| session.title.as_str()).collect();
    assert_eq!(titles, ["Looms and <threads>", "Wool", "Dyes"]);

    // Back to the beginning, step by step.
    let mut steps = 0;
    while as_program(&mut desk, &typed(&[]))
        .sessions
        .iter()
        .any(|session| session.title == "Wool" || session.title.contains("threads"))
    {
        desk.act(&typed(&[]), "undo").unwrap();
        steps += 1;
        assert!(steps < 10);
    }
    assert_eq!(program_file::write(&as_program(&mut desk, &typed(&[]))), program_file::write(&program(TABLE)));
}

#[test]
fn what_is_odd_is_said_beside_the_row() {
    let mut desk = desk(TABLE);
    let mut fields = with_table(&mut desk);
    for (name, value) in [(of("start", "Dyes"), "10:30"), (of("end", "Dyes"), "11:30"), (of("room", "Dyes"), "Hall")] {
        fields.insert(name, value.to_owned());
    }
    for title in ["Looms", "Dyes"] {
        fields.insert(of("speakers", title), "Ann".to_owned());
    }
    fields.insert(of("end", "Knots"), "later".to_owned());
    let looked = look(&mut desk, &fields);
    for row in ["row-0", "row-1"] {
        assert!(part(&looked, row).contains("Hall") && part(&looked, row).contains("Ann speaks"), "{}", part(&looked, row));
    }
    assert!(part(&looked, "row-2").contains("needed"));
    assert_eq!(as_program(&mut desk, &fields).sessions[2].span, program(TABLE).sessions[2].span);
}

#[test]
fn corrections_come_out_as_a_table_and_with_the_site() {
    let mut desk = desk(TABLE);
    let mut fields = with_table(&mut desk);
    fields.insert(of("title", "Looms"), "Looms, \"large\"".to_owned());
    let (name, table) = desk.act(&fields, "as-table").unwrap().file.unwrap();
    assert_eq!(name, "craft-days-2031.csv");
    let read = import(&table, &Options::default()).unwrap().program;
    assert_eq!(read.sessions, as_program(&mut desk, &fields).sessions);
    let (name, workbook) = desk.act(&fields, "as-workbook").unwrap().file.unwrap();
    assert_eq!(name, "craft-days-2031.xlsx");
    assert_eq!(import(&workbook, &Options::default()).unwrap().program.sessions, read.sessions);
    let (_, made) = make(&mut desk, &fields).unwrap();
    let site = archive::unpack(&made).unwrap();
    assert!(site.text("calendar/all.ics").unwrap().contains("Looms\\, \"large\""));

    // A draft has them too.
    let mut again = Desk::new(program(TABLE), Language::English);
    let fields = again.put_draft(&desk.draft(&fields)).unwrap();
    assert_eq!(as_program(&mut again, &fields).sessions[0].title, "Looms, \"large\"");
}

/// Presses a button of the table: what is said of pasted rows, and what the page hands in from then on.
fn press(desk: &mut Desk, fields: &Fields, action: &str) -> (String, Fields) {
    let parts = desk.act(fields, action).unwrap().parts;
    let table = parts.iter().find(|(name, _)| name == "sessions").map(|(_, markup)| handed_in(markup));
    let mut next = table.unwrap_or_else(|| fields.clone());
    next.extend(typed(&[]));
    (part(&parts, "pasted").to_owned(), next)
}

#[test]
fn rows_of_a_spreadsheet_correct_and_add_and_can_be_undone() {
    let mut desk = desk(TABLE);
    let mut fields = with_table(&mut desk);
    fields.insert(of("speakers", "Dyes"), "Ann Lee".to_owned());
    let rows = "시작\t끝\t날짜\t제목\t장소\n14:00\t14:40\t2031-05-10\tDyes\tCellar\n10:00\t10:45\t2031-05-10\tLooms\tHall\n\
        오후 3시\t오후 4시\t2031. 5. 11.\t=Felt \"wet\"\tHall\n";
    fields.insert("pasted".to_owned(), rows.to_owned());
    let (said, mut fields) = press(&mut desk, &fields, "paste-rows");
    assert!(said.contains("1 session added, 1 corrected, 1 already as pasted"), "{said}");
    let now = as_program(&mut desk, &fields);
    let dyes = now.sessions.iter().find(|session| session.title == "Dyes").unwrap();
    assert_eq!((dyes.span.start.clock().as_str(), dyes.speakers.len()), ("14:00", 1), "what the rows are silent about stays");
    assert_eq!(dyes.id, program(TABLE).sessions[1].id);
    assert!(now.sessions.iter().any(|session| session.title == "=Felt \"wet\"" && session.span.start.clock() == "15:00"));
    assert_eq!(now.sessions.len(), 4);

    // The same again changes nothing, and a row added before is corrected as well.
    fields.insert("pasted".to_owned(), rows.replace("오후 4시", "오후 5시"));
    let (said, fields) = press(&mut desk, &fields, "paste-rows");
    assert!(said.contains("1 corrected, 2 already as pasted"), "{said}");
    assert_eq!(as_program(&mut desk, &fields).sessions.len(), 4);
    let (_, fields) = press(&mut desk, &fields, "undo");
    let (_, fields) = press(&mut desk, &fields, "undo");
    assert_eq!(as_program(&mut desk, &fields).sessions.len(), 3);
}

#[test]
fn what_is_pasted_and_is_no_table_changes_nothing_and_says_why() {
    let mut desk = desk(TABLE);
    let mut fields = with_table(&mut desk);
    for text in ["", "just words", "date,start,title\nsoon,sometime,Owls"] {
        fields.insert("pasted".to_owned(), text.to_owned());
        let (said, _) = press(&mut desk, &fields, "paste-rows");
        assert!(said.len() > 20, "{text}: {said}");
        assert_eq!(as_program(&mut desk, &fields).sessions, program(TABLE).sessions);
    }
}

#[test]
fn of_a_large_program_one_day_is_shown_and_corrections_of_the_others_are_kept() {
    let row = |number: usize| format!("2031-05-{:02},10:00,10:40,Room {number},Talk {number}\n", 10 + number % 2);
    let table =
        format!("# time_zone: Asia/Seoul\n# title: Large\ndate,start,end,room,title\n{}", (0..400).map(row).collect::<String>());
    let mut desk = desk(&table);
    let mut fields = with_table(&mut desk);
    let titles = fields.keys().filter(|name| name.starts_with("title@")).cloned().collect::<Vec<_>>();
    assert_eq!(titles.len(), 200);
    fields.insert(titles[0].clone(), "Corrected".to_owned());
    let parts = desk.act(&fields, "day-2031-05-11").unwrap().parts;
    let mut other = typed(&[]);
    other.extend(handed_in(part(&parts, "sessions")));
    assert!(!other.contains_key(&titles[0]));
    let now = as_program(&mut desk, &other);
    assert_eq!((now.sessions.len(), now.sessions.iter().filter(|session| session.title == "Corrected").count()), (400, 1));
}
