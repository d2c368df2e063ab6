//! Korean: the static page.

use crate::messages::static_page::StaticPageMessages;

pub(in crate::messages) const STATIC_PAGE: StaticPageMessages = StaticPageMessages {
    app_unsupported: "이 브라우저에서는 앱이 실행되지 않습니다(WebAssembly 없음). 프로그램은 아래에서 읽을 수 있습니다. 담으려면 잠금 모드를 끄거나 다른 브라우저로 열어 주세요.",
    rest_loading: "나머지 프로그램은 앱과 함께 나타납니다…",
};
