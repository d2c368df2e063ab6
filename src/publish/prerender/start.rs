//! The page from which people choose one of several programs.

use super::Prerender;
use super::text::Text;
use crate::markup::Element;
use crate::program::Listing;
use crate::site::LOGO;

impl Prerender<'_> {
    /// The whole page. Each link opens the app with a program, whichever another one was open before.
    pub fn start(&self, programs: &[Listing]) -> String {
        let programs = programs.iter().map(|listing| Text::new("li").child(self.way_to(listing)));
        let logo = self.site.has_logo.then(|| Text::new("img").attr("alt", "").attr("src", &format!("{}{LOGO}", self.base)));
        let heading = Text::new("h1").children(logo).text(&self.site.name);
        let list = Text::new("ul").children(programs);
        let main = Text::new("main").child(heading).children(self.paragraphs(|texts| texts.start_about)).child(list);
        self.alone(&self.in_all(|texts| texts.start), main, "")
    }

    fn way_to(&self, listing: &Listing) -> Text {
        let dates = listing.days.map(|(first, last)| (self.language().library_messages().dates)(first, last));
        let about: Vec<&str> = [dates.as_deref(), listing.place.as_deref()].into_iter().flatten().collect();
        let about = (!about.is_empty()).then(|| Text::new("span").text(&about.join(" · ")));
        let address = format!("{}#p={}", self.base, urlencoding::encode(&listing.address));
        Text::new("a").attr("href", &address).text(&listing.title).children(about)
    }
}
