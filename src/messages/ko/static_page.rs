//! Korean: the static page.

use crate::messages::static_page::StaticPageMessages;

pub(in crate::messages) const STATIC_PAGE: StaticPageMessages = StaticPageMessages {
    app_unsupported: "이 브라우저에서는 앱이 실행되지 않습니다(WebAssembly 없음). 프로그램은 아래에서 읽을 수 있습니다. 담으려면 잠금 모드를 끄거나 다른 브라우저로 열어 주세요.",
    rest_loading: "나머지 프로그램은 앱과 함께 나타납니다…",
    misplaced: "이 앱은 {built} 경로용으로 빌드되었지만 {here}에 있어서 파일을 찾지 못합니다. 직접 운영하는 사이트라면 `cargo xtask build --public-url {here}`로 다시 빌드해 올리거나 {built} 경로로 옮겨 주세요.",
    incomplete: "앱 파일 일부가 없습니다. 페이지를 새로고침해 주세요. 그래도 안 되고 직접 운영하는 사이트라면 dist 폴더 전체를 다시 올려 주세요.",
};
