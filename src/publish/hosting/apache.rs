//! `hosting/apache.conf`: a site for Apache httpd. What concerns the folder may be a file `.htaccess` as well, which is all that many
//! shared hosts allow.

use super::host::Host;
use super::kinds::{KINDS, Kind};
use super::placeholders::{FOLDER, folder_note};
use super::rules::{Place, Rule};

/// The site. Of two headers with one name the one in `If` counts, which is merged last.
pub fn configuration(Host { base, name: host_name, rules }: &Host<'_>) -> String {
    format!(
        "# Siganpyo behind Apache httpd 2.4, with its modules headers and rewrite: a2enmod headers rewrite
#
# Put this file into /etc/apache2/sites-enabled, change ServerName and the folder, and run: apachectl configtest && apachectl graceful
# {note}
# The app needs https, which `certbot --apache` sets up.
# Where the host's site is there already, it needs <Directory> only; on shared hosting, a file .htaccess beside index.html with what
# stands there below the line.

<VirtualHost *:80>
    ServerName {host_name}
    DocumentRoot {FOLDER}

    <Directory {FOLDER}{below}>
        Require all granted
        # ----
        Options -Indexes -MultiViews
        DirectoryIndex index.html
        ErrorDocument 404 {base}404.html

        # The compressed sibling, where there is one and the browser can read it.
        RewriteEngine On
{siblings}        RemoveLanguage .br
        RemoveEncoding .br .gz
{encodings}
{kinds}
{headers}    </Directory>
</VirtualHost>
",
        note = folder_note(base),
        below = base.trim_end_matches('/'),
        siblings = sibling("br", "br") + &sibling("gzip", "gz"),
        encodings = encoding("br", "br") + &encoding("gzip", "gz"),
        kinds = KINDS.iter().map(media_type).collect::<String>(),
        headers = rules.iter().map(|rule| header(rule, base)).collect::<String>(),
    )
}

fn sibling(coding: &str, ending: &str) -> String {
    format!(
        "        RewriteCond %{{HTTP:Accept-Encoding}} (^|[\\s,]){coding}([\\s,;]|$)
        RewriteCond %{{REQUEST_FILENAME}}.{ending} -f
        RewriteRule ^.+$ %{{REQUEST_URI}}.{ending} [L]
"
    )
}

/// For siblings only: slices of fonts end with `.gz` too, and the app unpacks them itself.
fn encoding(coding: &str, ending: &str) -> String {
    let endings: Vec<&str> = KINDS.iter().filter(|kind| kind.is_compressed).map(|kind| kind.ending).collect();
    format!(
        "        <FilesMatch \"\\.({})\\.{ending}$\">
            AddEncoding {coding} .{ending}
        </FilesMatch>
",
        endings.join("|")
    )
}

fn media_type(kind: &Kind) -> String {
    let siblings = if kind.is_compressed { "(\\.(br|gz))?" } else { "" };
    // A sibling has two endings; what is of this kind itself has one.
    let start = if kind.ending == "gz" { "^[^.]+" } else { "" };
    format!(
        "        <FilesMatch \"{start}\\.{}{siblings}$\">
            ForceType \"{}{}\"
        </FilesMatch>
",
        kind.ending,
        kind.media_type,
        kind.charset()
    )
}

fn header(rule: &Rule, base: &str) -> String {
    let line = format!("Header always set {} \"{}\"", rule.header, rule.value);
    match &rule.place {
        Place::Everywhere => format!("        {line}\n"),
        place => format!(
            "        <If \"%{{REQUEST_URI}} =~ m#{}#\">
            {line}
        </If>
",
            place.pattern(base)
        ),
    }
}
