//! Names of the field in both languages, where letters and sounds do not tell, or where abstracts shall be searched too.

/// A line for each group of names that mean the same. The names of a line are separated by `=`.
pub(super) const NAMES: &str = "\
Python=파이썬
Django=장고
Flask=플라스크
Sanic=새닉
PyQt=파이큐티
FastAPI=패스트API
PyCon=파이콘
PyTorch=파이토치
TensorFlow=텐서플로=텐서플로우
Keras=케라스
NumPy=넘파이
pandas=판다스
scikit learn=사이킷런
Jupyter=주피터
JavaScript=자바스크립트=JS
TypeScript=타입스크립트=TS
Java=자바
Kotlin=코틀린
Scala=스칼라
Swift=스위프트
Rust=러스트
golang=고랭=Go언어
Ruby=루비
Rails=레일즈=루비온레일즈
PHP=피에이치피
Elixir=엘릭서
Haskell=하스켈
Erlang=얼랭
Clojure=클로저
WebAssembly=웹어셈블리=Wasm
React=리액트
React Native=리액트 네이티브
Vue=뷰
Angular=앵귤러
Svelte=스벨트
Next.js=넥스트JS
Node.js=노드JS
Flutter=플러터
Spring=스프링
Spring Boot=스프링 부트
GraphQL=그래프QL=그래프큐엘
Docker=도커
Kubernetes=쿠버네티스=k8s
Helm=헬름
Terraform=테라폼
Ansible=앤서블
Jenkins=젠킨스
GitHub=깃허브
GitLab=깃랩
Git=깃
Linux=리눅스
Ubuntu=우분투
Debian=데비안
Windows=윈도우=윈도
Android=안드로이드
Raspberry Pi=라즈베리 파이
Arduino=아두이노
PostgreSQL=포스트그레스=Postgres=포스트그레SQL
MySQL=마이SQL
MongoDB=몽고DB=몽고디비
Redis=레디스
Elasticsearch=엘라스틱서치
Kafka=카프카
Spark=스파크
Hadoop=하둡
Airflow=에어플로=에어플로우
Prometheus=프로메테우스
Grafana=그라파나
Nginx=엔진엑스
AWS=아마존 웹 서비스
Amazon=아마존
Google=구글
Naver=네이버
Kakao=카카오
LINE=라인
Coupang=쿠팡
Toss=토스
Samsung=삼성
Microsoft=마이크로소프트
Apple=애플
Facebook=페이스북
Netflix=넷플릭스
Mozilla=모질라
Firefox=파이어폭스
Chrome=크롬
Safari=사파리
WebKit=웹킷
Slack=슬랙
Discord=디스코드
Notion=노션
Figma=피그마
Unity=유니티
Unreal=언리얼
OpenAI=오픈AI
ChatGPT=챗GPT=챗지피티
Claude=클로드
Gemini=제미나이
LangChain=랭체인
LLM=거대언어모델=대규모언어모델
AI=인공지능=에이아이
machine learning=머신러닝=기계학습
deep learning=딥러닝=심층학습
reinforcement learning=강화학습
neural network=신경망=뉴럴 네트워크
natural language processing=자연어처리=NLP
computer vision=컴퓨터 비전
learning=러닝
model=모델
code=코드
token=토큰
type=타입
class=클래스
pattern=패턴
query=쿼리
cache=캐시
log=로그
bug=버그
user=유저=사용자
news=뉴스
Excel=엑셀
data=데이터
big data=빅데이터
data engineering=데이터 엔지니어링
data base=데이터베이스
data science=데이터사이언스=데이터과학
data analysis=데이터 분석
visualization=시각화
algorithm=알고리즘
artificial intelligence=인공지능
agent=에이전트
prompt=프롬프트
open source=오픈소스
community=커뮤니티
conference=컨퍼런스=콘퍼런스
workshop=워크숍=워크샵
keynote=키노트=기조연설
tutorial=튜토리얼
lightning talk=라이트닝토크
networking=네트워킹
network=네트워크
panel=패널
web=웹
app=앱
mobile=모바일
server=서버
serverless=서버리스
cloud=클라우드
front end=프론트엔드=프런트엔드
back end=백엔드
full stack=풀스택
DevOps=데브옵스
microservice=마이크로서비스
architecture=아키텍처
infrastructure=인프라
container=컨테이너
deployment=배포
monitoring=모니터링
logging=로깅
testing=테스팅
test=테스트
debugging=디버깅
refactoring=리팩터링=리팩토링
code review=코드리뷰
pair programming=페어 프로그래밍
programming=프로그래밍
coding=코딩
compiler=컴파일러
interpreter=인터프리터
framework=프레임워크
library=라이브러리
package=패키지
module=모듈
type hint=타입힌트
decorator=데코레이터
generator=제너레이터
coroutine=코루틴
async=비동기=asynchronous=asyncio
thread=스레드=쓰레드
performance=퍼포먼스
optimization=최적화
security=보안
privacy=프라이버시
accessibility=접근성
block chain=블록체인
cryptography=암호학
hacking=해킹
hacker=해커
chat bot=챗봇
crawling=크롤링
crawler=크롤러
scraping=스크래핑=스크레이핑
automation=자동화
game=게임
robot=로봇=로보트
IoT=사물인터넷
drone=드론
quantum=양자
bioinformatics=생물정보학
startup=스타트업
developer=개발자
designer=디자이너
project=프로젝트
service=서비스
platform=플랫폼
API=에이피아이
web socket=웹소켓
browser=브라우저
email=이메일=메일
diversity=다양성
";
