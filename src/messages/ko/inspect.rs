//! Korean: a site, looked at as a phone would.

use super::command_line::COMMAND_LINE;
use crate::messages::Refusal;
use crate::messages::inspect::{Area, Fault, Grade, HostKind, InspectMessages, Setting};

pub(in crate::messages) const INSPECT: InspectMessages = InspectMessages {
    grade: |grade| match grade {
        Grade::Grave => "심각한 오류",
        Grade::Fault => "오류",
        Grade::Hint => "참고 사항",
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
        HostKind::Other => "알 수 없는 호스트",
        HostKind::None => "호스트 없음",
    },
    more: |count| format!("외 {count}개"),
    program: |title, id| format!("첫 프로그램: {title} ({id})"),
    sizes: |first, offline| {
        format!(
            "첫 방문에 받는 파일: {}개, {}. 현장용으로 휴대폰에 저장하는 파일: {}개, {}.",
            first.files,
            size(first.bytes),
            offline.files,
            size(offline.bytes),
        )
    },
    without_host: "호스트를 거치지 않아 헤더, 미디어 타입, 압축은 확인하지 않았습니다. 게시한 뒤 주소로 다시 확인하세요.",
    area: |area| match area {
        Area::Address => "주소",
        Area::Pages => "페이지",
        Area::Files => "파일과 해시",
        Area::Worker => "서비스 워커",
        Area::Headers => "헤더",
        Area::Compression => "압축",
        Area::Manifest => "매니페스트와 아이콘",
        Area::Program => "프로그램",
    },
    fine: |areas| format!("이상 없음: {}", areas.join(", ")),
    has_faults: |count| Refusal {
        message: format!("사이트에 오류가 {count}개 있습니다"),
        hint: "위에 적힌 것을 수정하고 다시 확인하세요.".to_owned(),
    },
};

fn fault_of(fault: &Fault, named: &str) -> (String, String) {
    let (message, hint): (String, &str) = match fault {
        Fault::NotSecure => (
            "주소가 http://로 시작해 브라우저가 오프라인용 파일을 저장하지 않고 앱도 설치하지 않습니다".to_owned(),
            "https로 게시하세요.",
        ),
        Fault::PlainToo => (
            "http://로도 열리고 https://로 넘어가지 않습니다. 그렇게 들어온 사람은 앱을 오프라인에서 쓸 수 없습니다".to_owned(),
            "http://를 https://로 넘기세요.",
        ),
        Fault::OtherBase { base, there } => {
            (format!("사이트는 {base} 경로용인데 {there}에 있습니다. 그래서 페이지가 파일을 하나도 찾지 못합니다"), "")
        }
        Fault::Redirected { to } => (
            format!("다른 주소로 넘어갑니다: {named} → {to}. 서비스 워커와 페이지에는 이 주소가 그대로 있어야 합니다"),
            "리디렉션을 없애세요.",
        ),
        Fault::NoSlash => (
            format!("끝에 슬래시가 없으면 앱이 열리지 않습니다: {named}. 사람들은 그렇게 입력합니다"),
            "슬래시가 있는 주소로 넘기세요.",
        ),
        Fault::NoPage { status } => (
            format!("앱 안으로 가는 링크가 열리지 않습니다(상태 {status}): {named}"),
            "그 이름의 폴더에 있는 페이지를, 없으면 404.html을 보내세요.",
        ),
        Fault::OtherPage { title } => (
            format!("앱이 아닌 페이지가 있습니다: {named}, 제목 “{title}”"),
            "그 이름의 폴더에 있는 페이지를 로그인 없이 보내세요.",
        ),
        Fault::FoundAnything => (
            format!("없는 주소에 404 대신 200으로 답합니다: {named}. 없는 파일이 있는 것처럼 보입니다"),
            "404.html을 상태 404로 보내세요.",
        ),
        Fault::OtherNotFound { status } => (
            format!("페이지가 없는 주소에서 앱이 아니라 호스트의 페이지가 나옵니다(상태 {status}): {named}"),
            "사이트의 404.html을 상태 404로 보내세요.",
        ),
        Fault::Listing => (format!("폴더의 파일 목록이 보입니다: {named}"), "목록 표시를 끄세요."),
        Fault::Injected => (
            format!(
                "호스트나 그 앞의 무언가가 페이지에 스크립트를 넣습니다: {named}. 스크립트는 차단되고, 휴대폰은 바뀐 페이지를 거부합니다"
            ),
            "통계, 광고, 페이지 “최적화”처럼 스크립트를 넣는 기능을 끄세요.",
        ),
        Fault::Unanswered(why) => {
            (format!("{named} – {}", (COMMAND_LINE.not_fetched)(why).message), "다시 확인하고, 그대로면 파일을 다시 복사하세요.")
        }
        Fault::Failing { status } => (
            format!("호스트가 답하지 못합니다(상태 {status}). 행사장에서 한꺼번에 열 때도 그럴 것입니다: {named}"),
            "다시 확인하고, 그대로면 호스트의 로그에서 이유를 찾으세요.",
        ),
        Fault::Missing { status } => {
            (format!("호스트에 없어 앱이 오프라인에서 쓰지 못합니다(상태 {status}): {named}"), "파일을 복사하세요.")
        }
        Fault::PageForFile { title } => (
            format!("파일 대신 “{title}” 웹페이지가 옵니다: {named}"),
            "누구나 로그인 없이 받을 수 있게 하고, 없는 파일에 페이지를 보내지 마세요.",
        ),
        Fault::CutOff => (format!("앞부분만 있습니다: {named}"), "다시 복사하세요."),
        Fault::Changed => (
            format!("서비스 워커가 아는 파일이 아니어서 휴대폰이 거부합니다: {named}"),
            "한 번에 만든 사이트 전체를 다시 복사하고, 중간에서 파일이 바뀌지 않게 하세요.",
        ),
        Fault::MediaType { found, expected } => {
            (format!("미디어 타입이 다릅니다: {named}. {found} 대신 {expected}"), "알맞은 Content-Type을 보내세요.")
        }
        Fault::OtherCoding { coding } => {
            (format!("{coding} 압축이라고 하지만 아닙니다: {named}"), "Content-Encoding은 압축한 파일에만 보내세요.")
        }
        Fault::Unannounced { coding } => (
            format!("{coding} 압축으로 오는데 Content-Encoding이 없습니다: {named}"),
            "Content-Encoding 헤더를 함께 보내거나, 압축하지 않은 파일을 보내세요.",
        ),
        Fault::StaleSibling => (
            format!("압축 파일의 내용이 원래 파일과 다릅니다: {named}. 호스트가 옛 내용을 보냅니다"),
            "다른 버전에서 남은 .br, .gz 파일을 없애거나 빈 폴더에 게시하세요.",
        ),
        Fault::Uncompressed { bytes } => (
            format!("텍스트가 압축 없이 옵니다({}): {named}", size(*bytes)),
            "호스트에서 압축하거나, 옆에 있는 .br과 .gz를 보내세요.",
        ),
        Fault::NoList => (
            format!("완성된 사이트의 서비스 워커가 아닙니다: {named}. 오프라인용으로 아무것도 저장되지 않습니다"),
            "사이트의 sw.js를 다시 복사하세요.",
        ),
        Fault::SwitchedOff => (
            "앱이 꺼져 있습니다. sw.js 자리에 앱을 휴대폰에서 없애는 sw-kill.js가 있습니다".to_owned(),
            "이제 켜려면 원래 sw.js로 사이트를 다시 게시하세요.",
        ),
        Fault::OtherWorkerIfPacked => (
            format!("압축해서 받으면 내용이 다릅니다: {named}. 휴대폰이 옛 버전에 머뭅니다"),
            "호스트에서 sw.js.br과 sw.js.gz를 없애세요.",
        ),
        Fault::KeptLong { seconds } => (
            format!("브라우저가 {} 동안 보관합니다: {named}. 새 버전이 도착하지 않습니다", duration(*seconds)),
            "Cache-Control: no-cache를 함께 보내세요.",
        ),
        Fault::ClearSiteData => {
            (format!("Clear-Site-Data 헤더가 담은 세션을 모두 없앱니다: {named}"), "이 헤더를 바로 없애세요.")
        }
        Fault::Policy { directive, source } => (
            format!("Content-Security-Policy가 앱에 필요한 것을 막습니다: {named}. {directive}에 {source} 없음"),
            "정책은 페이지에 들어 있으니 헤더에서 빼거나, 이것을 허용하세요.",
        ),
        Fault::SavedInstead => (
            format!("Content-Disposition: attachment가 함께 와서 브라우저가 앱을 여는 대신 파일로 저장합니다: {named}"),
            "이 헤더를 없애세요.",
        ),
        Fault::NotEmbeddable => (
            format!(
                "Cross-Origin-Resource-Policy 때문에 다른 사이트가 불러오지 못해 행사 홈페이지에 프로그램이 나오지 않습니다: {named}"
            ),
            "Cross-Origin-Resource-Policy: cross-origin을 함께 보내거나 이 헤더를 없애세요.",
        ),
        Fault::NotSent => (format!("앱을 더 안전하게 하는 헤더가 없습니다: {named}"), "호스트에서 할 수 있으면 보내세요."),
        Fault::NotShared => (
            format!("다른 곳의 앱이 프로그램을 읽지 못합니다: {named}, Access-Control-Allow-Origin 없음"),
            "programs/ 아래 파일에 Access-Control-Allow-Origin: *을 보내세요.",
        ),
        Fault::NotKept => (
            format!("바뀌지 않는 파일을 방문할 때마다 다시 묻습니다: {named}"),
            "이름에 해시가 있는 파일에 Cache-Control: public, max-age=31536000, immutable을 보내세요.",
        ),
        Fault::NoManifest => (format!("매니페스트를 읽을 수 없어 앱을 설치할 수 없습니다: {named}"), "다시 복사하세요."),
        Fault::NoIcons => (
            format!("192, 512픽셀 PNG 아이콘이 없어 앱을 설치할 수 없습니다: {named}"),
            "사이트를 다시 게시하세요. 아이콘은 site.toml의 `icon`으로 만듭니다.",
        ),
        Fault::NotPng => (format!("PNG 이미지가 아닙니다: {named}"), "다시 복사하세요."),
        Fault::OtherSize { stated, found } => (
            format!("이미지 크기가 다릅니다: {named}. 매니페스트에는 {stated}, 실제는 {found}"),
            "사이트를 다시 게시하면 한 이미지로 아이콘을 모두 만듭니다.",
        ),
        Fault::OutsideBase => (format!("매니페스트가 앱 밖을 가리킵니다: {named}"), "사이트가 있는 경로로 다시 게시하세요."),
        Fault::NoTouchIcon => (
            "아이폰 홈 화면에 쓸 아이콘이 없습니다".to_owned(),
            "icons/apple-touch-icon.png이 들어가게 사이트를 다시 게시하세요.",
        ),
        Fault::NoProgram => {
            (format!("프로그램을 읽을 수 없습니다: {named}"), "`siganpyo check`로 파일 자체를 확인하고 사이트를 다시 게시하세요.")
        }
    };
    let hint = match fault {
        Fault::OtherBase { there, .. } => format!("사이트가 있는 경로로 다시 게시하세요: --base {there}"),
        _ => hint.to_owned(),
    };
    (message, hint)
}

fn place(host: HostKind, setting: Setting) -> &'static str {
    match (host, setting) {
        (HostKind::Nginx, Setting::Https) => "nginx: certbot --nginx.",
        (HostKind::Apache, Setting::Https) => "Apache: certbot --apache.",
        (HostKind::Caddy, Setting::Https) => "Caddy는 hosting/Caddyfile의 호스트 이름으로 알아서 합니다.",
        (HostKind::GitHub, Setting::Https) => "GitHub: Settings, Pages, Enforce HTTPS.",
        (HostKind::Netlify, Setting::Https) => "Netlify: Domain management, HTTPS.",
        (HostKind::Cloudflare, Setting::Https) => "Cloudflare: SSL/TLS, Edge Certificates, Always Use HTTPS.",
        (HostKind::S3, Setting::Https) => "S3만으로는 안 됩니다. 앞에 CloudFront를 두세요.",
        (HostKind::CloudFront, Setting::Https) => "CloudFront: Viewer protocol policy, Redirect HTTP to HTTPS.",

        (HostKind::Netlify, Setting::Files) => "Netlify: 폴더 전체를 올리고 asset optimization을 끄세요.",
        (HostKind::Cloudflare, Setting::Files) => {
            "Cloudflare: Rocket Loader, Auto Minify, Email Obfuscation, Web Analytics를 끄고 Caching, Purge Everything을 누르세요."
        }
        (HostKind::GitHub, Setting::Files) => "GitHub: 빈 파일 .nojekyll과 함께 사이트 전체를 푸시하세요.",
        (HostKind::S3, Setting::Files) => "S3: aws s3 sync SITE s3://BUCKET --delete --cache-control no-cache",
        (HostKind::CloudFront, Setting::Files) => {
            "S3: aws s3 sync SITE s3://BUCKET --delete --cache-control no-cache. 그다음 CloudFront에서 /*를 무효화하세요."
        }
        (_, Setting::Files) => "",

        (HostKind::Nginx, Setting::Load) => "nginx: limit_req와 worker_connections를 보고 journalctl -u nginx를 확인하세요.",
        (HostKind::Apache, Setting::Load) => "Apache: prefork 대신 event MPM을 쓰고 MaxRequestWorkers와 error.log를 확인하세요.",
        (HostKind::GitHub | HostKind::Netlify | HostKind::Cloudflare, Setting::Load) => {
            "장애인지는 호스트의 상태 페이지에, 요금제 한도에 걸렸는지는 대시보드에 나옵니다."
        }
        (HostKind::S3 | HostKind::CloudFront, Setting::Load) => {
            "S3는 한꺼번에 요청이 몰리면 503으로 답합니다. 앞에 CloudFront를 두세요."
        }
        (_, Setting::Load) => {
            "파일만 있는 사이트라 호스트에 프로그램이 필요 없습니다. Cloudflare Pages 같은 정적 호스트면 충분합니다."
        }

        (HostKind::Nginx, _) => {
            "사이트의 hosting/nginx.conf에 들어 있습니다. 그대로 쓰고 nginx -t && systemctl reload nginx를 실행하세요."
        }
        (HostKind::Apache, _) => {
            "사이트의 hosting/apache.conf에 들어 있습니다. 그대로 쓰세요(웹호스팅에서는 가운데 부분을 .htaccess로)."
        }
        (HostKind::Caddy, _) => "사이트의 hosting/Caddyfile에 들어 있습니다. 그대로 쓰고 systemctl reload caddy를 실행하세요.",

        (HostKind::GitHub, Setting::NotFound) => "GitHub: 404.html이 게시하는 폴더 맨 위에 있어야 합니다.",
        (HostKind::Netlify | HostKind::Cloudflare, Setting::NotFound) => {
            "_redirects나 netlify.toml에서 “/* /index.html 200”을 빼세요. index.html 옆의 404.html이 저절로 쓰입니다."
        }
        (HostKind::S3, Setting::NotFound) => "S3: 정적 웹사이트 호스팅, 오류 문서 404.html.",
        (HostKind::CloudFront, Setting::NotFound) => "CloudFront: Error pages에서 403과 404를 404.html, 응답 코드 404로 하세요.",

        (HostKind::GitHub, Setting::Redirects) => "GitHub: 쓸 주소는 Settings, Pages에 있습니다.",
        (HostKind::Netlify, Setting::Redirects) => "Netlify: _redirects와 netlify.toml을 보세요.",
        (HostKind::Cloudflare, Setting::Redirects) => "Cloudflare: _redirects와 Rules를 보세요.",
        (HostKind::S3 | HostKind::CloudFront, Setting::Redirects) => "S3 버킷의 리디렉션 규칙과 CloudFront의 함수를 보세요.",

        (HostKind::GitHub | HostKind::Netlify | HostKind::Cloudflare, Setting::Types) => {
            "이 호스트는 파일 이름의 끝을 봅니다. 이름을 바꾸지 말고 _headers에 Content-Type을 쓰지 마세요."
        }
        (HostKind::S3 | HostKind::CloudFront, Setting::Types) => {
            "S3: aws s3 cp FILE s3://BUCKET/FILE --content-type TYPE --cache-control no-cache"
        }

        (HostKind::GitHub, Setting::Headers) => {
            "GitHub Pages는 사이트의 헤더를 보내지 않습니다. 필요하면 Netlify나 Cloudflare Pages처럼 _headers를 읽는 곳을 쓰세요."
        }
        (HostKind::Netlify | HostKind::Cloudflare, Setting::Headers) => {
            "사이트의 _headers 파일에 들어 있습니다. 맨 위 폴더에 그대로 두고 다른 규칙을 빼세요."
        }
        (HostKind::S3, Setting::Headers) => {
            "S3: 객체의 메타데이터, aws s3 cp --metadata-directive REPLACE --cache-control no-cache. 다른 헤더에는 CloudFront가 필요합니다."
        }
        (HostKind::CloudFront, Setting::Headers) => {
            "CloudFront: Response headers policy. Cache-Control은 S3 객체의 메타데이터입니다."
        }

        (HostKind::GitHub | HostKind::Netlify, Setting::Compression) => {
            "이 호스트는 알아서 압축합니다. 프록시처럼 중간에 있는 것을 살펴보세요."
        }
        (HostKind::Cloudflare, Setting::Compression) => "Cloudflare: Rules, Compression Rules.",
        (HostKind::S3, Setting::Compression) => "S3는 압축하지 않습니다. 앞에 CloudFront를 두세요.",
        (HostKind::CloudFront, Setting::Compression) => "CloudFront: Behavior의 Compress objects automatically.",

        (HostKind::Other, _) => "호스트가 할 일은 사이트의 hosting/nginx.conf에 있습니다. 설정할 곳은 호스트에 물어보세요.",
        (HostKind::None, _) => "",
    }
}

fn size(bytes: usize) -> String {
    if bytes < 1_000_000 { format!("{} KB", bytes.div_ceil(1000)) } else { format!("{:.1} MB", bytes as f64 / 1e6) }
}

fn duration(seconds: u64) -> String {
    match seconds {
        0..7200 => format!("{}분", seconds.div_ceil(60)),
        7200..172_800 => format!("{}시간", seconds / 3600),
        _ => format!("{}일", seconds / 86_400),
    }
}
