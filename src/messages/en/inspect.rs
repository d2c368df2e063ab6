//! English: a site, looked at as a phone would.

use super::command_line::COMMAND_LINE;
use super::plural;
use crate::messages::Refusal;
use crate::messages::inspect::{Area, Fault, Grade, HostKind, InspectMessages, Setting};

pub(in crate::messages) const INSPECT: InspectMessages = InspectMessages {
    grade: |grade| match grade {
        Grade::Grave => "Grave fault",
        Grade::Fault => "Fault",
        Grade::Hint => "Hint",
    },
    fault: |fault, named| {
        let (message, hint) = fault_of(fault, named);
        Refusal { message, hint }
    },
    place,
    host: |host| match host {
        HostKind::Nginx => "nginx",
        HostKind::Apache => "Apache",
        HostKind::Caddy => "Caddy",
        HostKind::GitHub => "GitHub Pages",
        HostKind::Netlify => "Netlify",
        HostKind::Cloudflare => "Cloudflare",
        HostKind::S3 => "Amazon S3",
        HostKind::CloudFront => "Amazon CloudFront",
        HostKind::Other => "an unknown host",
        HostKind::None => "no host",
    },
    more: |count| format!("and {count} more"),
    program: |title, id| format!("opens with {title} ({id})"),
    sizes: |first, offline| {
        format!(
            "A first visit loads {} in {}; for the venue a phone keeps {} in {}.",
            size(first.bytes),
            plural(first.files, "file", "files"),
            size(offline.bytes),
            plural(offline.files, "file", "files"),
        )
    },
    without_host: "No host was asked: headers, media types and compression are not checked. Check the address once it is published.",
    area: |area| match area {
        Area::Address => "address",
        Area::Pages => "pages",
        Area::Files => "files and their hashes",
        Area::Worker => "service worker",
        Area::Headers => "headers",
        Area::Compression => "compression",
        Area::Manifest => "manifest and icons",
        Area::Program => "program",
    },
    fine: |areas| format!("Fine: {}", areas.join(", ")),
    has_faults: |count| Refusal {
        message: format!("the site has {}", plural(count, "fault", "faults")),
        hint: "Correct what is named above, and check it again.".to_owned(),
    },
};

fn fault_of(fault: &Fault, named: &str) -> (String, String) {
    let (message, hint): (String, &str) = match fault {
        Fault::NotSecure => (
            "The address begins with http://, so browsers keep nothing for offline use and do not install the app".to_owned(),
            "Publish it with https.",
        ),
        Fault::PlainToo => (
            "http:// answers too and does not lead on to https://; who comes that way has no app offline".to_owned(),
            "Redirect http:// to https://.",
        ),
        Fault::OtherBase { base, there } => {
            (format!("The site was made for the path {base} and lies at {there}, so its pages find none of their files"), "")
        }
        Fault::Redirected { to } => (
            format!("{named} is redirected to {to}, and service worker and pages need these addresses as they are"),
            "Remove the redirect.",
        ),
        Fault::NoSlash => (
            format!("{named} without the slash at its end does not lead to the app, and people type it like that"),
            "Redirect it to the address with the slash.",
        ),
        Fault::NoPage { status } => (
            format!("Links into the app do not open: {named} (status {status})"),
            "Serve the page in the folder of that name, or else 404.html.",
        ),
        Fault::OtherPage { title } => (
            format!("Something else than the app is at {named}: a page called {title:?}"),
            "Serve the page in the folder of that name, and ask for no login.",
        ),
        Fault::FoundAnything => (
            format!(
                "Addresses at which nothing is are answered with status 200 instead of 404: {named}; a missing file would pass for one"
            ),
            "Answer them with 404.html and the status 404.",
        ),
        Fault::OtherNotFound { status } => (
            format!("Addresses without a page show the host’s own page (status {status}) and not the app: {named}"),
            "Answer them with 404.html of the site and the status 404.",
        ),
        Fault::Listing => (format!("The host shows what is in its folders: {named}"), "Switch listings off."),
        Fault::Injected => (
            format!(
                "The host, or something before it, adds scripts to pages: {named}; they are blocked, and phones refuse the page"
            ),
            "Switch off what adds them: statistics, ads, “optimization” of pages.",
        ),
        Fault::Unanswered(why) => (
            format!("{named}: {}", (COMMAND_LINE.not_fetched)(why).message),
            "Check it again; if it stays like this, copy the file again.",
        ),
        Fault::Failing { status } => (
            format!(
                "The host does not manage to answer (status {status}), and neither will it when a hall opens the app: {named}"
            ),
            "Check it again; if it stays like this, its log says why.",
        ),
        Fault::Missing { status } => {
            (format!("Missing on the host (status {status}), so the app lacks it offline: {named}"), "Copy it there.")
        }
        Fault::PageForFile { title } => (
            format!("A web page called {title:?} comes in place of {named}"),
            "Let everybody read these files, without a login and without a page for what is missing.",
        ),
        Fault::CutOff => (format!("Not all of it is on the host: {named}"), "Copy it again."),
        Fault::Changed => (
            format!("Not the file that the service worker knows, so phones refuse it and lack it offline: {named}"),
            "Copy the whole site again, from one build, and let nothing on the way change its files.",
        ),
        Fault::MediaType { found, expected } => {
            (format!("The host says {found} of what is {expected}: {named}"), "Send the right Content-Type.")
        }
        Fault::OtherCoding { coding } => {
            (format!("Said to be packed with {coding}, and not so: {named}"), "Send Content-Encoding only with packed files.")
        }
        Fault::Unannounced { coding } => (
            format!("Packed with {coding}, and Content-Encoding does not say so: {named}"),
            "Send the header Content-Encoding with it, or the plain file.",
        ),
        Fault::StaleSibling => (
            format!("Packed siblings that are not of their files: {named}; hosts would send the old content"),
            "Remove the files with .br and .gz behind their names that are left from another version, or publish into an empty folder.",
        ),
        Fault::Uncompressed { bytes } => (
            format!("Texts come uncompressed, {} in all: {named}", size(*bytes)),
            "Let the host compress them, or send the .br and .gz beside them.",
        ),
        Fault::NoList => (
            format!("{named} is not the service worker of a finished site, so nothing is kept offline"),
            "Copy sw.js of the site again.",
        ),
        Fault::SwitchedOff => (
            "The app is switched off: sw.js is sw-kill.js, which takes it off people’s devices".to_owned(),
            "If that is over, publish the site again with its own sw.js.",
        ),
        Fault::OtherWorkerIfPacked => (
            format!("{named} is another file if it is sent packed; phones would stay with an old version"),
            "Remove sw.js.br and sw.js.gz from the host.",
        ),
        Fault::KeptLong { seconds } => (
            format!("Browsers are told to keep {named} for {}, so a new version does not arrive", duration(*seconds)),
            "Send Cache-Control: no-cache with it.",
        ),
        Fault::ClearSiteData => {
            (format!("Clear-Site-Data is sent with {named}: it deletes people’s picks"), "Remove this header at once.")
        }
        Fault::Policy { directive, source } => (
            format!("Content-Security-Policy sent with {named} forbids what the app needs: {directive} lacks {source}"),
            "Leave the policy to the pages, which have one of their own, or allow this in it.",
        ),
        Fault::SavedInstead => (
            format!("Content-Disposition: attachment is sent with {named}, so browsers save it and do not open the app"),
            "Remove this header.",
        ),
        Fault::NotEmbeddable => (
            format!(
                "Cross-Origin-Resource-Policy keeps other sites from loading {named}, so the conference’s own page shows no program"
            ),
            "Send Cross-Origin-Resource-Policy: cross-origin with it, or no such header.",
        ),
        Fault::NotSent => (format!("Headers that make the app safer are not sent: {named}"), "Send them if the host can."),
        Fault::NotShared => (
            format!("Other copies of the app cannot read the program: {named} comes without Access-Control-Allow-Origin"),
            "Send Access-Control-Allow-Origin: * with what is below programs/.",
        ),
        Fault::NotKept => (
            format!("Files that never change are asked for at every visit: {named}"),
            "Send Cache-Control: public, max-age=31536000, immutable with names that have a hash.",
        ),
        Fault::NoManifest => (format!("The manifest cannot be read, so the app cannot be installed: {named}"), "Copy it again."),
        Fault::NoIcons => (
            format!("{named} names no icons of 192 and 512 pixels as PNG, so the app cannot be installed"),
            "Publish the site again; `icon` in site.toml is what they are made of.",
        ),
        Fault::NotPng => (format!("Not a PNG image: {named}"), "Copy it again."),
        Fault::OtherSize { stated, found } => (
            format!("{named} has {found} pixels, and the manifest says {stated}"),
            "Publish the site again, which makes its icons of one image.",
        ),
        Fault::OutsideBase => {
            (format!("The manifest leads out of the app: {named}"), "Publish the site again for the path at which it lies.")
        }
        Fault::NoTouchIcon => (
            "There is no icon for the home screen of an iPhone".to_owned(),
            "Publish the site again, with icons/apple-touch-icon.png.",
        ),
        Fault::NoProgram => (
            format!("The program cannot be read: {named}"),
            "Check the file itself with `siganpyo check`, and publish the site again.",
        ),
    };
    let hint = match fault {
        Fault::OtherBase { there, .. } => format!("Publish it again for the path at which it lies: --base {there}"),
        _ => hint.to_owned(),
    };
    (message, hint)
}

fn place(host: HostKind, setting: Setting) -> &'static str {
    match (host, setting) {
        (HostKind::Nginx, Setting::Https) => "On nginx: certbot --nginx.",
        (HostKind::Apache, Setting::Https) => "On Apache: certbot --apache.",
        (HostKind::Caddy, Setting::Https) => "Caddy does it by itself for the host name in hosting/Caddyfile.",
        (HostKind::GitHub, Setting::Https) => "On GitHub: Settings, Pages, Enforce HTTPS.",
        (HostKind::Netlify, Setting::Https) => "On Netlify: Domain management, HTTPS.",
        (HostKind::Cloudflare, Setting::Https) => "On Cloudflare: SSL/TLS, Edge Certificates, Always Use HTTPS.",
        (HostKind::S3, Setting::Https) => "S3 by itself has none for sites: put CloudFront in front of it.",
        (HostKind::CloudFront, Setting::Https) => "On CloudFront: viewer protocol policy, Redirect HTTP to HTTPS.",

        (HostKind::Netlify, Setting::Files) => "On Netlify: deploy the whole folder, and switch off its asset optimization.",
        (HostKind::Cloudflare, Setting::Files) => {
            "On Cloudflare: switch off Rocket Loader, Auto Minify, Email Obfuscation and Web Analytics, and choose Caching, Purge Everything."
        }
        (HostKind::GitHub, Setting::Files) => "On GitHub: push the whole site, with the empty file .nojekyll.",
        (HostKind::S3, Setting::Files) => "On S3: aws s3 sync SITE s3://BUCKET --delete --cache-control no-cache",
        (HostKind::CloudFront, Setting::Files) => {
            "On S3: aws s3 sync SITE s3://BUCKET --delete --cache-control no-cache; then on CloudFront an invalidation of /*."
        }
        (_, Setting::Files) => "",

        (HostKind::Nginx, Setting::Load) => "On nginx: limit_req and worker_connections; journalctl -u nginx.",
        (HostKind::Apache, Setting::Load) => {
            "On Apache: MaxRequestWorkers, and the event MPM in place of prefork; its error.log."
        }
        (HostKind::GitHub | HostKind::Netlify | HostKind::Cloudflare, Setting::Load) => {
            "Its status page says whether it is down, and its dashboard whether a limit of the plan is reached."
        }
        (HostKind::S3 | HostKind::CloudFront, Setting::Load) => {
            "S3 answers 503 to too many requests at once: CloudFront in front of it keeps copies."
        }
        (_, Setting::Load) => {
            "A site of plain files needs no program at the host: a host for static files, such as Cloudflare Pages, takes any hall."
        }

        (HostKind::Nginx, _) => {
            "hosting/nginx.conf of the site does this: use it as it is, then nginx -t && systemctl reload nginx."
        }
        (HostKind::Apache, _) => {
            "hosting/apache.conf of the site does this: use it as it is (on shared hosting its middle as .htaccess)."
        }
        (HostKind::Caddy, _) => "hosting/Caddyfile of the site does this: use it as it is, then systemctl reload caddy.",

        (HostKind::GitHub, Setting::NotFound) => "On GitHub: 404.html must lie at the top of what is published.",
        (HostKind::Netlify | HostKind::Cloudflare, Setting::NotFound) => {
            "Remove “/* /index.html 200” from _redirects or netlify.toml; 404.html beside index.html then counts by itself."
        }
        (HostKind::S3, Setting::NotFound) => "On S3: static website hosting, error document 404.html.",
        (HostKind::CloudFront, Setting::NotFound) => {
            "On CloudFront: Error pages, for 403 and 404 the page 404.html with the response code 404."
        }

        (HostKind::GitHub, Setting::Redirects) => "On GitHub: Settings, Pages says the address to use.",
        (HostKind::Netlify, Setting::Redirects) => "On Netlify: look into _redirects and netlify.toml.",
        (HostKind::Cloudflare, Setting::Redirects) => "On Cloudflare: look into _redirects and Rules.",
        (HostKind::S3 | HostKind::CloudFront, Setting::Redirects) => {
            "On S3: look into the redirection rules of the bucket, and on CloudFront into its functions."
        }

        (HostKind::GitHub | HostKind::Netlify | HostKind::Cloudflare, Setting::Types) => {
            "This host goes by the ending of the name: keep names as they are, and no Content-Type in _headers."
        }
        (HostKind::S3 | HostKind::CloudFront, Setting::Types) => {
            "On S3: aws s3 cp FILE s3://BUCKET/FILE --content-type TYPE --cache-control no-cache"
        }

        (HostKind::GitHub, Setting::Headers) => {
            "GitHub Pages sends no headers of a site: if it matters, use a host that reads _headers, such as Netlify or Cloudflare Pages."
        }
        (HostKind::Netlify | HostKind::Cloudflare, Setting::Headers) => {
            "The file _headers of the site says it: copy it unchanged to the top folder, and remove other rules."
        }
        (HostKind::S3, Setting::Headers) => {
            "On S3: metadata of the object, aws s3 cp --metadata-directive REPLACE --cache-control no-cache; others need CloudFront."
        }
        (HostKind::CloudFront, Setting::Headers) => {
            "On CloudFront: a response headers policy; Cache-Control is metadata of the object in S3."
        }

        (HostKind::GitHub | HostKind::Netlify, Setting::Compression) => {
            "This host compresses by itself: look for something between it and you, such as a proxy."
        }
        (HostKind::Cloudflare, Setting::Compression) => "On Cloudflare: Rules, Compression Rules.",
        (HostKind::S3, Setting::Compression) => "S3 compresses nothing: put CloudFront in front of it.",
        (HostKind::CloudFront, Setting::Compression) => "On CloudFront: Compress objects automatically, in the behaviour.",

        (HostKind::Other, _) => "hosting/nginx.conf in the site shows what a host should do; ask yours where that is set.",
        (HostKind::None, _) => "",
    }
}

fn size(bytes: usize) -> String {
    if bytes < 1_000_000 { format!("{} KB", bytes.div_ceil(1000)) } else { format!("{:.1} MB", bytes as f64 / 1e6) }
}

fn duration(seconds: u64) -> String {
    let (count, one, many) = match seconds {
        0..7200 => (seconds.div_ceil(60), "minute", "minutes"),
        7200..172_800 => (seconds / 3600, "hour", "hours"),
        _ => (seconds / 86_400, "day", "days"),
    };
    plural(usize::try_from(count).unwrap_or(usize::MAX), one, many)
}
