//! The names of columns in tables, in the languages in which organisers write them.

use crate::messages::column::Column;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Returns the names of a column in Korean, English, German, French, Spanish, Portuguese, Italian, Dutch, Danish,
/// Swedish, Finnish, Polish, Czech, Russian, Turkish, Japanese and Chinese: without blanks, signs and accents, in lower case.
pub(super) fn names(column: Column) -> impl Iterator<Item = &'static str> {
    let words = match column {
        Column::Date => {
            "date day 발표일 진행일 개최일 scheduleddate startdate eventdate sessiondate 날짜 일자 일정 행사일 시작일 datum dato fecha data dia jour giorno dag \
             日付 日にち 日程 開催日程 日期 开催日 開催日 fechainicio datainicio dates 날 행사날짜 일차 conferenceday sessionday dzien termin den paivamaara paiva дата день tarih"
        }
        Column::Weekday => {
            "weekday dayofweek 요일 wochentag jourdelasemaine diadelasemana diadasemana giornodellasettimana \
             weekdag ugedag 曜日 星期"
        }
        Column::Status => {
            "status state 상태 진행상태 진행여부 cancelled canceled iscancelled iscanceled archived deleted 취소 취소여부 statut estado stato 状態 \
             状态 狀態"
        }
        Column::Start => {
            "start starttime startsat starts begin from time datetime timestart eventstart startdatetime \
             starttimelocal scheduledat scheduledstart scheduledtime beginsat 시작 시작시간 시작시각 시작일시 시간 시각 일시 beginn startzeit anfang anfangszeit uhrzeit zeit von \
             zeitraum zeitslot slot debut heure heuredebut heurededebut horaire horaires creneau inicio \
             horainicio horadeinicio hora horario inizio orainizio ora orario orari tijd starttijd begintijd \
             aanvang tijdslot tid tidspunkt starttid starttidspunkt klokken timeslot times when schedule 開始 開始時刻 \
             開始時間 時間 時刻 日時 时间 开始 开始时间 开始日期 시간대 진행시간 발표시간 세션시간 일정시간 starttime24h startat dtstart 開始日時 開催時間 godzina godz poczatek rozpoczecie cas zacatek zahajeni od kello klo aika alkaa alkaminen alkamisaika время начало saat baslangic baslangicsaati wann quand cuando quando"
        }
        Column::End => {
            "end endtime scheduledend endsat ends finish until to timeend eventend enddatetime 종료 종료시간 종료시각 종료일시 끝 끝시간 마침 ende \
             endzeit bis fin heurefin heuredefin termino horafin horafim horadefin horadetermino fim fine orafine \
             einde eindtijd slut sluttid sluttidspunkt 終了 終了時刻 終了時間 終了日時 dtend 结束 结束时间 結束 結束時間 endat 마감 종료시점 koniec zakonczenie konec do paattyy loppuu paattymisaika конец окончание bitis bitissaati"
        }
        Column::EndDate => "enddate duedate 종료일 종료일자 enddatum datefin fechafin datafim datafine einddatum slutdato",
        Column::Duration => {
            "duration length lange longueur minutes mins min 소요시간 길이 분 dauer duree duracion duracao durata duur varighed \
             durationmin lengthmin runtime scheduledduration 所要時間 时长 時長 진행분 발표시간분 소요 czastrwania delka trvani kesto длительность продолжительность sure"
        }
        Column::Room => {
            "room rooms location venue place hall locationname venuename hallname stagename stage roomlocation roomname 장소 발표장소 진행장소 강연장소 공간 위치 강당 회의실 강의실 발표장 홀 방 룸 raum \
             saal ort salle lieu sala lugar local luogo aula zaal ruimte locatie lokale sal sted rum where \
             auditorium 会場 部屋 場所 ホール 会场 地点 地點 房间 教室 會場 장소명 강의장 세미나실 행사장 트랙장소 buhne escenario palco podium scena scene 舞台 무대 miejsce pomieszczenie pokoj mistnost misto lokal sali tila paikka rom зал место аудитория salon yer wo ou donde dove onde"
        }
        Column::Title => {
            "title name session sessiontitle proposaltitle sessionname talk talktitle event eventname eventtitle \
             topic summary 제목 발표제목 세션제목 강의제목 강의명 강연명 행사명 프로그램명 세션 세션명 발표명 프로그램 강연제목 titel vortrag vortragstitel \
             programmpunkt veranstaltung titre intitule conference titulo titulocharla charla ponencia palestra \
             titolo intervento lezing sessie titulodelapalestra foredrag oplaeg indslag sessionsnavn タイトル 演題 演題名 題目 講演名 講演タイトル 発表タイトル セッション名 プログラム \
             セッション 标题 標題 题目 議題 议题 演讲题目 papertitle presentationtitle presentation activity programitem agendaitem item \
             what lecturetitle act artist band performer kunstler kunstlerin artista artiste zespol 出演者名 공연 공연명 議程主題 議程名稱 講題 演講主題 会议主题 강의 강연 발표주제 세션주제 강연주제 행사 프로그램내용 tytul temat nazwa wyklad prelekcja referat wystapienie nazev prednaska tema rubrik forelasning otsikko aihe ohjelma tittel название тема доклад baslik konu atividade actividad attivita activite activiteit aktivitat aktivitet evento evenement was quoi cosa programme programma sujet 节目 節目 演目 主题 主題"
        }
        Column::Subtitle => {
            "subtitle 부제 부제목 untertitel soustitre subtitulo sottotitolo ondertitel undertitel サブタイトル 副标题 副標題"
        }
        Column::Speakers => {
            "speaker speakers speakername speakernames presenter presenters author authors people 발표자 발표자명 연사 연사명 \
             강사 강연자 연자 발표 referent referenten referentin referentinnen vortragende vortragender sprecher \
             sprecherin sprecherinnen intervenant intervenants intervenante orateur orateurs conferencier ponente \
             ponentes orador oradores palestrante palestrantes relatore relatori spreker sprekers oplaegsholder \
             taler foredragsholder who host moderator facilitator lecturer instructor speakerlist paperauthors \
             登壇者 発表者 講演者 スピーカー 講師 演者 讲者 講者 演讲人 嘉宾 演讲者 主讲人 발제자 진행자 발표자이름 강연자명 강사명 출연자 prelegent prelegenci prelegentka prowadzacy autor autorzy prednasejici recnik autori talare forelasare foredragshallare puhuja puhujat esiintyja спикер спикеры докладчик докладчики konusmaci konusmacilar wer qui quien chi quem 演讲嘉宾 演講嘉賓 分享嘉宾 讲师"
        }
        Column::Track => "track tracks 트랙 spur piste traccia trilha spor strang トラック 分会场 sciezka трек",
        Column::Category => {
            "category categories theme subject tag tags 분류 분야 주제 카테고리 kategorie categorie categoria kategori \
             thema カテゴリ カテゴリー 分类 分類 類別 kategoria kategoriat"
        }
        Column::Level => {
            "level difficulty audience 난이도 수준 대상 niveau nivel livello stufe zielgruppe レベル 难度 難度 級別 poziom uroven taso уровень seviye"
        }
        Column::Language => {
            "language lang 언어 sprache langue idioma lingua taal sprog 言語 语言 語言 발표언어 jezyk jazyk sprak kieli язык dil"
        }
        Column::Kind => {
            "kind type sessiontype format 종류 유형 형식 구분 art typ tipo soort genre formato formaat 種別 类型 類型 형태 rodzaj druh tyyppi тип"
        }
        Column::Abstract => {
            "abstract description desc about details 설명 초록 내용 소개 요약 beschreibung inhalt zusammenfassung resume \
             descriptif descripcion resumen descricao resumo descrizione riassunto beschrijving samenvatting \
             beskrivelse info 概要 説明 简介 摘要 內容 内容 描述 세부내용 상세 상세내용 발표내용 발표소개 세션소개 opis streszczenie popis anotace beskrivning kuvaus описание аннотация aciklama"
        }
        Column::Url => "url link web page 링크 주소 홈페이지 lien enlace webseite website homepage リンク 链接 連結",
        Column::Id => "id sessionid uid code 번호 아이디",
    };
    words.split(' ')
}

/// The meaning of each name.
static MEANINGS: LazyLock<BTreeMap<&'static str, Column>> =
    LazyLock::new(|| Column::ALL.iter().flat_map(|column| names(*column).map(|name| (name, *column))).collect());

/// Returns the meaning of a name.
pub(super) fn meaning(name: &str) -> Option<Column> {
    MEANINGS.get(name).copied()
}

#[cfg(test)]
mod tests {
    use super::super::super::accents::unaccented;
    use super::*;
    use crate::program::title;

    #[test]
    fn every_name_has_one_meaning_and_is_written_as_it_is_looked_up() {
        let names: Vec<_> = Column::ALL.iter().flat_map(|column| names(*column)).collect();
        let mut once = names.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), names.len());
        for name in names {
            assert_eq!(title::normal(&unaccented(name)), name);
        }
    }
}
