//! Korean: the desk.

use super::refusal;
use crate::messages::Refusal;
use crate::messages::desk::{DeskMessages, HostSteps};
use crate::messages::particle::subject;
use crate::program::line::isolated;

pub(in crate::messages) const DESK: DeskMessages = DeskMessages {
    title: "사이트로 만들기",
    about: "이 프로그램을 독립된 사이트로 만듭니다. 참가자는 로그인 없이 담고 인터넷 없이 봅니다. 어느 웹 호스팅에나 올릴 수 있는 ZIP 하나가 \
            나오고, 모두 이 기기 안에서 만들어집니다.",
    name: "사이트 이름",
    short_name: "짧은 이름",
    short_name_hint: "홈 화면 아이콘 아래에 보입니다. 여섯 자쯤 보입니다.",
    description: "설명",
    description_hint: "검색 결과와 링크 미리보기에 나오는 한 문장입니다.",
    languages: "앱의 언어",
    languages_hint: "휴대폰 언어가 이 중에 있으면 그 언어로 보입니다.",
    own_color: "행사 색 쓰기",
    color: "색",
    color_hint: "버튼, 링크, 아이콘, 배경화면 머리의 색입니다. 읽기 어려운 곳에서는 더 진하거나 밝게 씁니다.",
    icon: "아이콘",
    icon_hint: "SVG나 정사각형 PNG. 앱 아이콘 대신 쓰입니다.",
    drop_icon: "앱 아이콘으로 되돌리기",
    logo: "로고",
    logo_hint: "SVG나 PNG. 프로그램 맨 위 이름 옆에 흰 바탕으로 작게 표시되고, 배경화면에는 한 가지 색으로 들어갑니다.",
    drop_logo: "로고 표시하지 않기",
    background: "배경화면용 배경 사진",
    background_hint: "참가자가 시간표 뒤에 깔 수 있는 JPEG나 PNG. 글자 뒤는 어둡게 처리됩니다. 1000 KB 이하.",
    drop_background: "배경 사진 빼기",
    pictures_not_drafted: "이미지가 커서 초안에는 저장되지 않습니다. 이 화면을 떠나면 다시 골라 주세요.",
    base: "웹 호스팅의 경로",
    base_hint: "사이트만의 주소가 있으면 /, GitHub Pages에서는 /저장소이름/입니다.",
    domain: "호스트 이름",
    domain_hint: "예: timetable.example.org. 이미 정해졌다면 링크 미리보기와 캘린더에 전체 주소가 나옵니다.",
    walking: "룸 사이 이동 시간(분)",
    walking_hint: "한 줄에 하나씩 적어 주세요: 101, 102 > 201 = 5. 시간이 모자란 이동을 앱이 알려 줍니다.",
    speaker_calendars: "발표자마다 구독할 캘린더도 만들기",
    zone: |zone| format!("모든 시각은 {zone} 기준입니다. 틀렸다면 시간표 파일을 다시 열고 시간대를 골라 주세요."),
    before: "전에 만든 적이 있다면 그때의 ZIP 열기",
    before_hint: "설정이 돌아오고, 참가자가 담은 세션이 유지되며, 무엇이 바뀌는지 보입니다.",
    edit: "세션 수정하기",
    sessions: "세션",
    sessions_about: "여기서 고친 내용은 이 사이트에만 들어갑니다. 장소와 발표자가 여럿이면 세미콜론(;)으로 나눠 주세요.",
    add_session: "세션 추가",
    undo: "되돌리기",
    paste: "스프레드시트에서 행 붙여넣기",
    paste_hint: "스프레드시트에서 행을 복사해 여기에 붙여넣으세요. 머리글 행까지 복사하면 가장 정확합니다. 표에 있는 제목이면 그 \
                 세션을 고치고, 없는 제목이면 새로 추가합니다. 제목, 날짜, 시각, 장소, 트랙, 발표자, 상태를 가져옵니다.",
    take_rows: "이 행 가져오기",
    pasted: |added, corrected, unchanged, left_out| {
        let said = [(added, "개 추가"), (corrected, "개 고침"), (unchanged, "개는 이미 같음"), (left_out, "개 행은 읽지 못함")];
        let said = said.into_iter().filter(|(count, _)| *count > 0);
        said.map(|(count, text)| format!("{count}{text}")).collect::<Vec<_>>().join(", ")
    },
    as_program: "프로그램 파일 저장",
    as_workbook: "스프레드시트로 저장 (Excel)",
    as_table: "표로 저장 (CSV)",
    cell_title: "제목",
    cell_date: "날짜",
    cell_start: "시작",
    cell_end: "끝",
    cell_room: "장소",
    cell_track: "트랙",
    cell_speakers: "발표자",
    cell_cancelled: "취소됨",
    cell_gone: "빼기",
    room_names: "장소 이름",
    track_colors: "트랙 색",
    row_unreadable: || refusal("제목, 날짜, 시작, 끝이 모두 필요합니다", "빈칸을 채워 주세요. 그때까지는 전의 내용이 쓰입니다."),

    loading_app: |here, all| format!("앱 파일을 받는 중… {here}/{all}"),
    app_failed: || refusal("앱 파일을 받지 못했습니다", "인터넷에 연결한 뒤 다시 시도해 주세요. 입력한 것은 그대로입니다."),
    load_again: "다시 받기",
    working: "만드는 중… 1분쯤 걸릴 수 있습니다.",
    preview: "미리보기",
    on_home_screen: "홈 화면",
    beside_name: "이름 옆",
    beside_links: "링크 미리보기",
    wallpaper: "배경화면",
    changes: "참가자에게 바뀌는 것",
    no_changes: "참가자에게 바뀌는 것이 없습니다.",
    make: "사이트 만들기",
    made: |file, pages, bytes| Refusal {
        message: format!("{file}{} 준비되었습니다: {pages}쪽, {}", subject(file), megabytes(bytes)),
        hint: "이 ZIP을 보관해 주세요. 다음 버전을 만들 때 필요합니다.".to_owned(),
    },
    save: "ZIP 다시 저장",
    not_a_site: || refusal("이 앱으로 만든 사이트의 ZIP이 아닙니다", "여기에서 만든 ZIP을 열어 주세요. 바뀐 것은 없습니다."),
    other_conference: |title| Refusal {
        message: format!("ZIP에 다른 행사가 있습니다: “{}”", isolated(title)),
        hint: "이 행사의 ZIP을 열거나, 첫 버전이라면 열지 마세요. 바뀐 것은 없습니다.".to_owned(),
    },
    no_language: || refusal("고른 언어가 없습니다", "하나 이상 골라 주세요."),
    app_missing: || refusal("앱 파일을 아직 받지 못했습니다", "인터넷에 연결한 뒤 다시 시도해 주세요."),
    steps: "웹에 올리기",
    steps_about: "https를 쓰는 호스팅이면 어디든 됩니다. 자주 쓰는 곳의 순서입니다.",
    hosts: [
        HostSteps {
            name: "Netlify",
            steps: [
                "app.netlify.com/drop을 열고 로그인합니다.",
                "ZIP을 끌어다 놓습니다. 경로는 /여야 합니다.",
                "Domain management에서 이름이나 도메인을 정합니다. 다음 버전은 Deploys에 새 ZIP을 끌어다 놓습니다.",
            ],
            has_workflow: false,
        },
        HostSteps {
            name: "Cloudflare Pages",
            steps: [
                "대시보드에서 Workers & Pages, Create, Pages, Upload assets를 차례로 열고 프로젝트 이름을 정합니다. 경로는 /여야 합니다.",
                "ZIP을 끌어다 놓고(파일 1,000개까지) Deploy site를 누릅니다.",
                "Custom domains에서 도메인을 추가합니다. 다음 버전은 Create deployment로 올립니다.",
            ],
            has_workflow: false,
        },
        HostSteps {
            name: "GitHub Pages",
            steps: [
                "경로와 같은 이름의 저장소를 만들고, ZIP을 site.zip이라는 이름으로 올립니다(Add file, Upload files).",
                "Settings, Pages에서 Source를 GitHub Actions로 바꿉니다.",
                "Add file, Create new file에서 이름을 .github/workflows/pages.yml로 하고 아래 텍스트를 넣어 커밋합니다. 다음 버전은 \
                 site.zip만 다시 올립니다.",
            ],
            has_workflow: true,
        },
        HostSteps {
            name: "Amazon S3",
            steps: [
                "정적 웹사이트용 버킷을 만듭니다. 인덱스 문서는 index.html, 오류 문서는 404.html입니다.",
                "ZIP을 풀고, 메타데이터 Cache-Control: no-cache와 함께 모두 올립니다.",
                "https를 위해 앞에 CloudFront를 둡니다.",
            ],
            has_workflow: false,
        },
        HostSteps {
            name: "웹 호스팅(FTP, cPanel)",
            steps: [
                "호스팅의 파일 관리자에서 경로에 해당하는 폴더를 열고 ZIP을 올립니다.",
                "그 폴더에 압축을 풀어 index.html이 바로 그 안에 있게 합니다.",
                "https:// 주소로 엽니다. 열리지 않으면 호스팅에서 https를 켭니다.",
            ],
            has_workflow: false,
        },
        HostSteps {
            name: "nginx, Caddy, Apache",
            steps: [
                "서버에서 ZIP을 풉니다.",
                "hosting 폴더의 nginx.conf, Caddyfile, apache.conf 중 하나를 서버가 사이트를 찾는 곳에 복사하고, 호스트 이름과 폴더를 \
                 맞춥니다.",
                "설정을 불러오고 https:// 주소로 엽니다.",
            ],
            has_workflow: false,
        },
    ],
};

fn megabytes(bytes: usize) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}
