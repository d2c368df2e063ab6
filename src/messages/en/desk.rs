//! English: the desk.

use super::{plural, refusal};
use crate::messages::Refusal;
use crate::messages::desk::{DeskMessages, HostSteps};
use crate::program::line::isolated;

pub(in crate::messages) const DESK: DeskMessages = DeskMessages {
    title: "Publish as a site",
    about: "Make this program a site of its own: attendees open it, pick without a login, and use it offline. You get one ZIP \
            for any web host. Everything is made on this device.",
    name: "Name of the site",
    short_name: "Short name",
    short_name_hint: "Below the icon on a home screen. About twelve letters are shown.",
    description: "Description",
    description_hint: "One sentence for search engines and link previews.",
    languages: "Languages of the app",
    languages_hint: "The app speaks the phone’s language if it is one of these.",
    own_color: "A colour of your own",
    color: "Colour",
    color_hint: "Buttons, links, the icon and the head of wallpapers. It is darkened or lightened where it could not be read.",
    icon: "Icon",
    icon_hint: "SVG or square PNG, in place of the app’s own icon.",
    drop_icon: "Use the app’s own icon again",
    logo: "Logo",
    logo_hint: "SVG or PNG, shown small beside the name at the head of the program, on white, and in one colour in wallpapers.",
    drop_logo: "Show no logo",
    background: "Background for wallpapers",
    background_hint: "JPEG or PNG that attendees may have behind their timetable, dimmed where there is text. At most 1000 KB.",
    drop_background: "Offer no background",
    pictures_not_drafted: "The images are too large to be kept with the draft. If you leave this page, choose them again.",
    base: "Path on the web host",
    base_hint: "/ if the site has a host of its own. On GitHub Pages /NAME-OF-THE-REPOSITORY/.",
    domain: "Host name",
    domain_hint: "Such as timetable.example.org, if you know it already: link previews and calendars then show the full address.",
    walking: "Minutes on foot between rooms",
    walking_hint: "A line for each way: 101, 102 > 201 = 5. The app warns of changes that leave less time.",
    speaker_calendars: "A calendar to subscribe to for each speaker too",
    zone: |zone| format!("All times are in {zone}. If that is wrong, open the schedule file again and choose the zone there."),
    before: "Published before? Open the ZIP of that time",
    before_hint: "Your settings return, attendees keep their picks, and you see what has changed.",
    edit: "Correct sessions",
    sessions: "Sessions",
    sessions_about: "What you correct here is in this site only. Separate several rooms or speakers with semicolons (;).",
    add_session: "Add a session",
    undo: "Undo",
    paste: "Paste rows from a spreadsheet",
    paste_hint: "Copy rows in your spreadsheet, best with their header, and paste them here. A row whose title is in the table \
                 corrects that session; any other row adds one. Title, date, times, room, track, speakers and status are taken.",
    take_rows: "Take these rows",
    pasted: |added, corrected, unchanged, left_out| {
        let said = [
            (added, plural(added, "session added", "sessions added")),
            (corrected, plural(corrected, "corrected", "corrected")),
            (unchanged, plural(unchanged, "already as pasted", "already as pasted")),
            (left_out, plural(left_out, "row that could not be read", "rows that could not be read")),
        ];
        said.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| text).collect::<Vec<_>>().join(", ")
    },
    as_program: "Save the program file",
    as_workbook: "Save as a spreadsheet (Excel)",
    as_table: "Save as a table (CSV)",
    cell_title: "Title",
    cell_date: "Date",
    cell_start: "Start",
    cell_end: "End",
    cell_room: "Room",
    cell_track: "Track",
    cell_speakers: "Speakers",
    cell_cancelled: "Cancelled",
    cell_gone: "Leave out",
    room_names: "Names of rooms",
    track_colors: "Colours of tracks",
    row_unreadable: || {
        refusal("Title, date, start and end are needed", "Fill in what is empty. Until then what was there before counts.")
    },

    loading_app: |here, all| format!("Loading the files of the app… {here} of {all}"),
    app_failed: || refusal("The files of the app could not be loaded", "Go online and try again. What you typed is still here."),
    load_again: "Load again",
    working: "Working… this may take a minute.",
    preview: "Preview",
    on_home_screen: "On a home screen",
    beside_name: "Beside the name",
    beside_links: "Beside a link",
    wallpaper: "A wallpaper",
    changes: "What changes for attendees",
    no_changes: "Nothing changes for attendees.",
    make: "Make the site",
    made: |file, pages, bytes| Refusal {
        message: format!("{file} is ready: {pages} pages, {}", megabytes(bytes)),
        hint: "Keep this ZIP. You need it for the next version.".to_owned(),
    },
    save: "Save the ZIP again",
    not_a_site: || refusal("This is not the ZIP of a site of this app", "Open the ZIP that was made here. Nothing has changed."),
    other_conference: |title| Refusal {
        message: format!("The ZIP holds another conference: “{}”", isolated(title)),
        hint: "Open the ZIP of this conference, or none for a first version. Nothing has changed.".to_owned(),
    },
    no_language: || refusal("No language is chosen", "Choose at least one."),
    app_missing: || refusal("The files of the app are not loaded yet", "Go online and try again."),
    steps: "Put it on the web",
    steps_about: "Any host with https will do. Here are the steps for the usual ones:",
    hosts: [
        HostSteps {
            name: "Netlify",
            steps: [
                "Open app.netlify.com/drop and sign in.",
                "Drop the ZIP there. The path must be /.",
                "Choose a name or your own domain under Domain management. For the next version drop the new ZIP under Deploys.",
            ],
            has_workflow: false,
        },
        HostSteps {
            name: "Cloudflare Pages",
            steps: [
                "In the dashboard open Workers & Pages, Create, Pages, Upload assets, and give the project a name. The path must be /.",
                "Drop the ZIP there (up to 1,000 files) and choose Deploy site.",
                "Add your own domain under Custom domains. For the next version choose Create deployment.",
            ],
            has_workflow: false,
        },
        HostSteps {
            name: "GitHub Pages",
            steps: [
                "Make a repository with the name from the path, and upload the ZIP to it under the name site.zip (Add file, Upload files).",
                "Under Settings, Pages choose the source GitHub Actions.",
                "Choose Add file, Create new file, name it .github/workflows/pages.yml, put the text below into it and commit. For the \
                 next version upload site.zip again.",
            ],
            has_workflow: true,
        },
        HostSteps {
            name: "Amazon S3",
            steps: [
                "Make a bucket for a static website: index.html as index document, 404.html as error document.",
                "Unpack the ZIP and upload what is in it, with the metadata Cache-Control: no-cache.",
                "Put CloudFront in front of it for https.",
            ],
            has_workflow: false,
        },
        HostSteps {
            name: "Web space (FTP, cPanel)",
            steps: [
                "Open the folder that belongs to the path in the file manager of your host, and upload the ZIP.",
                "Extract it there, so that index.html lies in that folder.",
                "Open the address with https://. If that fails, switch https on at your host.",
            ],
            has_workflow: false,
        },
        HostSteps {
            name: "nginx, Caddy, Apache",
            steps: [
                "Unpack the ZIP on the server.",
                "Copy nginx.conf, Caddyfile or apache.conf from the folder hosting to where the server looks for sites, and correct \
                 the host name and the folder in it.",
                "Load the configuration and open the address with https://.",
            ],
            has_workflow: false,
        },
    ],
};

fn megabytes(bytes: usize) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}
