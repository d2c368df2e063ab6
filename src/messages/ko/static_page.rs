//! Korean: the static page.

use crate::messages::static_page::StaticPageMessages;

pub(in crate::messages) const STATIC_PAGE: StaticPageMessages = StaticPageMessages {
    app_unsupported: "이 브라우저에서는 시간표를 볼 수만 있습니다. 세션을 담으려면 잠금 모드를 끄거나 다른 브라우저로 열어 주세요.",
    rest_loading: "나머지 세션을 불러오는 중…",
    misplaced: "앱 파일을 찾지 못합니다. {built} 경로용으로 빌드했는데 {here}에 있습니다. 직접 운영하는 사이트라면 다시 빌드해 올리거나(`cargo xtask build --public-url {here}`) {built} 경로로 옮겨 주세요.",
    incomplete: "앱 파일 일부가 없습니다. 페이지를 새로고침해 주세요. 그래도 안 되고 직접 운영하는 사이트라면 dist 폴더 전체를 다시 올려 주세요.",
};
