//! English: making a site.

use crate::messages::Refusal;
use crate::messages::publish::PublishMessages;

pub(in crate::messages) const PUBLISH: PublishMessages = PublishMessages {
    no_settings: || Refusal {
        message: "site.toml is missing, which names the program".to_owned(),
        hint: "Write it with one line: programs = [\"programs/my.json\"]. README says what else it may hold.".to_owned(),
    },
    base: |base| Refusal {
        message: format!("“{base}” is not a path on the web server"),
        hint: "Give a path that begins and ends with a slash, such as / or /pycon/.".to_owned(),
    },
    missing: |path| Refusal {
        message: format!("{path} is not there"),
        hint: "Put the file there, or leave out what names it.".to_owned(),
    },
    not_text: |path| Refusal {
        message: format!("{path} is not text in UTF-8"),
        hint: "Save it again as text in UTF-8.".to_owned(),
    },
    not_png: |path| Refusal {
        message: format!("{path} is not a PNG image"),
        hint: "Save it again as PNG, or leave it out of the screenshots.".to_owned(),
    },
    program: |path, reason| Refusal {
        message: format!("The program {path} is refused. {reason}"),
        hint: format!("Correct the file; `siganpyo check {path}` says more."),
    },
    template: |problem, hint| Refusal {
        message: format!("The files of the app are not complete: {problem}"),
        hint: format!("Take the app from where it is published, or build it again: {hint}."),
    },
    not_a_site: || Refusal {
        message: "this is not a site of this app".to_owned(),
        hint: "Name an empty or new folder, or one that `siganpyo publish` has written. Nothing was changed.".to_owned(),
    },
    no_app: || Refusal {
        message: "This build of the command line has no app in it".to_owned(),
        hint:
            "Use a published release, or take the app from any site that is made of it: --template https://timetable.example.org/"
                .to_owned(),
    },
    published: |place, base, pages| {
        format!(
            "{place} is complete: {pages} pages for {base}. Copy it to your web space; hosting/ has configurations for web servers."
        )
    },
};
