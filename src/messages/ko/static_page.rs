//! Korean: the static page.

use crate::messages::static_page::StaticPageMessages;

pub(in crate::messages) const STATIC_PAGE: StaticPageMessages = StaticPageMessages {
    app_unsupported: "이 브라우저에서는 시간표를 볼 수만 있습니다. 세션을 담으려면 잠금 모드를 끄거나 다른 브라우저로 열어 주세요.",
    rest_loading: "나머지 세션을 불러오는 중…",
    calendars: "캘린더 구독",
    calendars_about: "구독하면 시간이나 장소가 바뀔 때 캘린더도 따라 바뀝니다. 아래에서 하나를 눌러 주세요. Google 캘린더에서는 컴퓨터로 링크를 복사해 ‘다른 캘린더 추가 › URL로 추가’에 붙여 넣어 주세요. Google은 하루에 한 번쯤 확인합니다.",
    all_sessions: "모든 세션",
    tracks: "트랙",
    rooms: "장소",
    speakers: "발표자",
    start: "컨퍼런스",
    start_about: "하나를 골라 주세요. 로그인 없이 세션을 담고, 인터넷 없이도 볼 수 있습니다.",
    misplaced: "앱 파일을 찾지 못합니다. {built} 경로용으로 빌드했는데 {here}에 있습니다. 직접 운영하는 사이트라면 다시 빌드해 올리거나(`cargo xtask build --public-url {here}`) {built} 경로로 옮겨 주세요.",
    incomplete: "앱 파일 일부가 없습니다. 페이지를 새로고침해 주세요. 그래도 안 되고 직접 운영하는 사이트라면 dist 폴더 전체를 다시 올려 주세요.",
};
