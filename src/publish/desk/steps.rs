//! How to put a site on the web: three steps for each of the usual hosts, on the desk and in a page beside the site.

use crate::markup::Element;
use crate::messages::Language;
use crate::messages::desk::HostSteps;
use crate::publish::prerender::text::Text;
use crate::site::Site;

/// Where a site has the page.
pub const PAGE: &str = "hosting/steps.html";

/// What GitHub runs to unpack the archive of a site and to publish it.
const WORKFLOW: &str = include_str!("pages.yml");

const STYLE: &str = "body{font:1.0625rem/1.5 system-ui,sans-serif;max-width:44rem;margin:auto;padding:1rem}\
    pre{overflow:auto;padding:1rem;border:1px solid}";

/// The steps as markup.
pub fn steps(language: Language) -> String {
    let messages = language.desk_messages();
    let section = Text::new("section").class("steps").child(Text::new("h2").text(messages.steps));
    section.child(Text::new("p").text(messages.steps_about)).children(messages.hosts.iter().map(host)).finish()
}

/// The page that lies beside a site, in its languages.
pub(in crate::publish) fn page(site: &Site) -> String {
    let title = Text::new("title").text(&format!("{} · {}", site.language().desk_messages().steps, site.name)).finish();
    let sections: String = site.languages.iter().map(|language| steps(*language)).collect();
    format!(
        "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <meta name=\"robots\" content=\"noindex\"><meta name=\"color-scheme\" content=\"light dark\">{title}<style>{STYLE}</style></head>\
         <body><main>{sections}</main></body></html>\n",
        site.language().tag()
    )
}

fn host(host: &HostSteps) -> Text {
    let steps = Text::new("ol").children(host.steps.iter().map(|step| Text::new("li").text(step)));
    let details = Text::new("details").child(Text::new("summary").text(host.name)).child(steps);
    if host.has_workflow { details.child(Text::new("pre").text(WORKFLOW)) } else { details }
}
