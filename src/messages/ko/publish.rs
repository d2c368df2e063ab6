//! Korean: making a site.

use crate::messages::Refusal;
use crate::messages::publish::PublishMessages;

pub(in crate::messages) const PUBLISH: PublishMessages = PublishMessages {
    no_settings: || Refusal {
        message: "프로그램을 지정하는 site.toml이 없습니다".to_owned(),
        hint: "programs = [\"programs/my.json\"] 한 줄로 만드세요. 다른 항목은 README에 있습니다.".to_owned(),
    },
    base: |base| Refusal {
        message: format!("“{base}” – 웹 서버의 경로가 아닙니다"),
        hint: "/ 또는 /pycon/처럼 슬래시로 시작하고 끝나는 경로를 입력하세요.".to_owned(),
    },
    missing: |path| Refusal {
        message: format!("파일이 없습니다: {path}"),
        hint: "그 자리에 파일을 넣거나, 파일을 가리키는 항목을 빼세요.".to_owned(),
    },
    not_text: |path| Refusal {
        message: format!("UTF-8 텍스트가 아닙니다: {path}"),
        hint: "UTF-8 텍스트로 다시 저장하세요.".to_owned(),
    },
    not_png: |path| Refusal {
        message: format!("PNG 이미지가 아닙니다: {path}"),
        hint: "PNG로 다시 저장하거나 스크린샷에서 빼세요.".to_owned(),
    },
    program: |path, reason| Refusal {
        message: format!("프로그램 파일을 쓸 수 없습니다: {path}. {reason}"),
        hint: format!("파일을 수정하세요. `siganpyo check {path}` 명령으로 자세히 볼 수 있습니다."),
    },
    template: |problem, hint| Refusal {
        message: format!("앱 파일이 온전하지 않습니다: {problem}"),
        hint: format!("게시된 앱을 다시 받거나 새로 빌드하세요: {hint}."),
    },
    not_a_site: || Refusal {
        message: "이 앱으로 만든 사이트가 아닙니다".to_owned(),
        hint: "비어 있거나 새로운 폴더, 또는 `siganpyo publish`로 만든 폴더를 지정하세요. 바뀐 것은 없습니다.".to_owned(),
    },
    no_app: || Refusal {
        message: "이 명령줄 프로그램에는 앱이 들어 있지 않습니다".to_owned(),
        hint: "배포된 프로그램을 쓰거나, 이 앱으로 만든 사이트에서 앱을 가져오세요: --template https://timetable.example.org/"
            .to_owned(),
    },
    published: |place, base, pages| {
        format!("완성했습니다: {place} ({base} 경로, {pages}쪽). 웹 공간에 복사하세요. 웹 서버 설정은 hosting/에 있습니다.")
    },
};
