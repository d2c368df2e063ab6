//! `hosting/nginx.conf`: a site for nginx as Debian ships it. It sends `.br` siblings without the module for them, which few have.

use super::host::Host;
use super::kinds::{KINDS, Kind};
use super::placeholders::{FOLDER, folder_note};
use super::rules::{Place, Rule};

/// The site: what nginx calls maps, for what depends on the address, and a server.
pub fn configuration(Host { base, name: host_name, rules }: &Host<'_>) -> String {
    let name = variables(base);
    let location = if *base == "/" { "/".to_owned() } else { format!("^~ {base}") };
    format!(
        "# Siganpyo behind nginx 1.18 or later. No module is needed beyond the usual ones.
#
# Put this file into /etc/nginx/sites-enabled, change server_name and root, and run: nginx -t && systemctl reload nginx
# {folder}
# The app needs https, which `certbot --nginx` sets up.
# Where the host's server block is there already, move the location into it and leave the maps here.

map $http_accept_encoding ${name}_br {{
    default \"\";
    \"~*(^|[\\s,])br([\\s,;]|$)\" .br;
}}
map $uri ${name}_coding {{
    default \"\";
    \"~\\.br$\" br;
}}
{maps}
server {{
    listen 80;
    server_name {host_name};
    root {FOLDER};

    location {location} {{
{headers}        add_header Vary Accept-Encoding always;
        add_header Content-Encoding ${name}_coding always;
        error_page 404 {base}404.html;
        charset utf-8;
        charset_types{texts};
        gzip off;
        gzip_static on;

        # A page, or a file that is compressed by its nature.
        types {{
            text/html html br;
{types}        }}
        default_type application/octet-stream;
        try_files $uri${name}_br $uri $uri/index.html${name}_br $uri/index.html =404;

        # The id of a session may end like the name of a file.
        location ^~ {base}session/ {{
            try_files $uri/index.html${name}_br $uri/index.html =404;
        }}
{locations}    }}
}}
",
        folder = folder_note(base),
        maps = maps(rules, base, &name),
        headers = headers(rules, &name),
        texts = KINDS.iter().filter(|kind| is_other_text(kind)).map(|kind| format!(" {}", kind.media_type)).collect::<String>(),
        types = types(),
        locations = KINDS
            .iter()
            .filter(|kind| kind.is_compressed && kind.ending != "html")
            .map(|kind| location_of(kind, &name))
            .collect::<String>(),
    )
}

/// The beginning of our variables. nginx knows only one of each name, so a second copy of the app under another path needs its own.
fn variables(base: &str) -> String {
    let path: String = base.chars().map(|sign| if sign.is_ascii_alphanumeric() { sign } else { '_' }).collect();
    format!("siganpyo{}", path.trim_end_matches('_'))
}

/// nginx lets a location inherit either all headers or none, so all stand in one place and those that differ are variables.
fn headers(rules: &[Rule], name: &str) -> String {
    let line = |header: &str| {
        let value = if varying(rules, header) {
            format!("${name}_{}", variable(header))
        } else {
            format!("\"{}\"", everywhere(rules, header))
        };
        format!("        add_header {header} {value} always;\n")
    };
    headers_named(rules).into_iter().map(line).collect()
}

fn maps(rules: &[Rule], base: &str, name: &str) -> String {
    let row = |place: &Place, value: &str| format!("    \"~{}\" \"{value}\";\n", place.pattern(base));
    let map = |header: &str| {
        let rows = rules.iter().rev().filter(|rule| rule.header == header && !matches!(rule.place, Place::Everywhere));
        let rows: String = rows.map(|rule| row(&rule.place, &rule.value)).collect();
        format!("map $uri ${name}_{} {{\n    default \"{}\";\n{rows}}}\n", variable(header), everywhere(rules, header))
    };
    headers_named(rules).into_iter().filter(|header| varying(rules, header)).map(map).collect()
}

/// Each header once, in the order of the rules.
fn headers_named(rules: &[Rule]) -> Vec<&'static str> {
    let mut names: Vec<&str> = Vec::new();
    for rule in rules {
        if !names.contains(&rule.header) {
            names.push(rule.header);
        }
    }
    names
}

fn varying(rules: &[Rule], header: &str) -> bool {
    rules.iter().any(|rule| rule.header == header && !matches!(rule.place, Place::Everywhere))
}

/// What is sent where no other rule holds. nginx does not send a header whose value is empty.
fn everywhere<'r>(rules: &'r [Rule], header: &str) -> &'r str {
    let rule = rules.iter().find(|rule| rule.header == header && matches!(rule.place, Place::Everywhere));
    rule.map_or("", |rule| &rule.value)
}

fn variable(header: &str) -> String {
    header.to_ascii_lowercase().replace('-', "_")
}

/// Texts beside HTML, which nginx itself takes for one.
fn is_other_text(kind: &Kind) -> bool {
    kind.media_type.starts_with("text/") && kind.ending != "html"
}

fn types() -> String {
    let kinds = KINDS.iter().filter(|kind| !kind.is_compressed);
    kinds.map(|kind| format!("            {} {};\n", kind.media_type, kind.ending)).collect()
}

/// A location for each ending: nginx would name the sibling's type after `.br`.
fn location_of(kind: &Kind, name: &str) -> String {
    format!(
        "        location ~ \\.{}$ {{
            types {{ }}
            default_type {};
            try_files $uri${name}_br $uri =404;
        }}
",
        kind.ending, kind.media_type
    )
}
