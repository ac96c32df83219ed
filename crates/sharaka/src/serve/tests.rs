//! The loopback host over the wire: who is answered, who is turned away, and what a tab hears.

use super::*;
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

/// Serves a fresh office and sends one raw request; answers its status line and body.
struct Served {
    address: SocketAddr,
    /// While it is held, the host goes on.
    end: watch::Sender<bool>,
    _folder: tempfile::TempDir,
}

impl Served {
    async fn begin() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let office = Arc::new(app::open(folder.path(), Options::default()).unwrap());
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let (end, ending) = watch::channel(false);
        let router = router(Host::of(office, address, ending));
        tokio::spawn(connections::serve(listener, router, LIMITS, std::future::pending()));
        Self { address, end, _folder: folder }
    }

    async fn send(&self, first: &str, headers: &[(&str, &str)], body: &str) -> String {
        String::from_utf8_lossy(&self.send_for_bytes(first, headers, body).await).into_owned()
    }

    async fn send_for_bytes(&self, first: &str, headers: &[(&str, &str)], body: &str) -> Vec<u8> {
        let mut stream = tokio::net::TcpStream::connect(self.address).await.unwrap();
        let mut request = format!("{first} HTTP/1.1\r\nConnection: close\r\nContent-Length: {}\r\n", body.len());
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        request.push_str(&format!("\r\n{body}"));
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.unwrap();
        answer
    }

    fn host(&self) -> String {
        format!("127.0.0.1:{}", self.address.port())
    }
}

const JSON: (&str, &str) = ("Content-Type", "application/json");

#[tokio::test]
async fn every_command_reaches_the_office_over_http() {
    let served = Served::begin().await;
    let host = served.host();
    for command in app::FEATURES.commands() {
        let answer = served.send(&format!("POST /call/{}", command.name), &[("Host", &host), JSON], "{}").await;
        assert!(!answer.starts_with("HTTP/1.1 404"), "{} is in the table, but not reachable", command.name);
        assert!(answer.contains("cache-control: no-store"), "an answer is kept nowhere: {answer}");
    }
    let unknown = served.send("POST /call/staff.fly", &[("Host", &host), JSON], "{}").await;
    assert!(unknown.starts_with("HTTP/1.1 404"), "a test that could not fail would prove nothing: {unknown}");
}

#[tokio::test]
async fn other_sites_and_other_names_for_this_machine_are_turned_away() {
    let served = Served::begin().await;
    let host = served.host();
    let look = "POST /call/office.look";
    let forbidden = "HTTP/1.1 403";
    let foreign_name = served.send(look, &[("Host", "evil.example"), JSON], "{}").await;
    assert!(foreign_name.starts_with(forbidden), "{foreign_name}");
    let foreign_origin = served.send(look, &[("Host", &host), ("Origin", "http://evil.example"), JSON], "{}").await;
    assert!(foreign_origin.starts_with(forbidden), "{foreign_origin}");
    let form = ("Content-Type", "application/x-www-form-urlencoded");
    let foreign_form = served.send(look, &[("Host", &host), form], "a=b").await;
    assert!(foreign_form.starts_with(forbidden), "{foreign_form}");
    let own = format!("http://{host}");
    let fine = served.send(look, &[("Host", &host), ("Origin", &own), JSON], "{}").await;
    assert!(fine.starts_with("HTTP/1.1 200"), "{fine}");
    for header in
        ["content-security-policy: default-src 'self'", "x-frame-options: DENY", "x-content-type-options: nosniff"]
    {
        assert!(fine.contains(header), "{header} is missing");
    }
}

#[tokio::test]
async fn the_session_lives_in_a_cookie_no_script_can_read() {
    let served = Served::begin().await;
    let host = served.host();
    let input = json!({
        "association": { "name_ar": "جمعية" },
        "administrator": { "name": "نوف", "login": "nouf", "password": "قهوة وتمر في بريدة" },
    });
    let answer = served.send("POST /call/office.set_up", &[("Host", &host), JSON], &input.to_string()).await;
    let cookie = answer.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
    let pair = cookie.split(';').next().unwrap();
    let list = served.send("POST /call/staff.list", &[("Host", &host), ("Cookie", pair), JSON], "{}").await;
    assert!(list.starts_with("HTTP/1.1 200"), "{list}");
    let table = json!({
        "list": "staff.list", "question": {}, "columns": ["name", "login"], "format": "csv", "title": "فريق العمل",
    });
    let handed =
        served.send("POST /call/tables.export", &[("Host", &host), ("Cookie", pair), JSON], &table.to_string()).await;
    let ticket = handed.split("\"ticket\":\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let path = format!("GET /file/{ticket}");
    let without = served.send(&path, &[("Host", &host)], "").await;
    assert!(!without.starts_with("HTTP/1.1 200"), "a ticket alone fetches nothing: {without}");
    let fetched = served.send(&path, &[("Host", &host), ("Cookie", pair)], "").await;
    assert!(fetched.starts_with("HTTP/1.1 200") && fetched.contains("nouf"), "{fetched}");
    assert!(fetched.contains("filename*=UTF-8''%D9%81"), "a name in Arabic: {fetched}");
    let again = served.send(&path, &[("Host", &host), ("Cookie", pair)], "").await;
    assert!(again.starts_with("HTTP/1.1 404"), "a file is fetched once: {again}");
    let stranger = served.send("POST /call/staff.list", &[("Host", &host), JSON], "{}").await;
    assert!(stranger.starts_with("HTTP/1.1 422"), "{stranger}");
}

const BYTES: (&str, &str) = ("Content-Type", "application/octet-stream");

/// What stands between two marks of an answer.
fn between<'a>(answer: &'a str, before: &str, after: &str) -> &'a str {
    answer.split(before).nth(1).and_then(|rest| rest.split(after).next()).unwrap_or_else(|| panic!("{answer}"))
}

impl Served {
    async fn bring(&self, cookie: &str, command: &str, body: &str) -> String {
        let host = self.host();
        let headers = [("Host", host.as_str()), ("Cookie", cookie), BYTES, ("Sharaka-For", command)];
        self.send("POST /file", &headers, body).await
    }
}

#[tokio::test]
async fn a_file_comes_in_beside_the_call_for_a_session_that_may_and_within_its_limit() {
    let served = Served::begin().await;
    let cookie = served.set_up().await;
    let chart = "رقم الحساب,الحساب\n11106,نقدية في الطريق\n";
    let stranger = served.bring("", "funds.import_chart", chart).await;
    assert!(stranger.starts_with("HTTP/1.1 422") && stranger.contains("office.signed_out"), "{stranger}");
    let unknown = served.bring(&cookie, "staff.list", chart).await;
    assert!(unknown.starts_with("HTTP/1.1 404"), "no command that takes no file: {unknown}");
    let host = served.host();
    let form = [("Host", host.as_str()), ("Cookie", cookie.as_str()), ("Sharaka-For", "funds.import_chart")];
    let form = served.send("POST /file", &form, chart).await;
    assert!(form.starts_with("HTTP/1.1 403"), "only plain bytes: {form}");
    let foreign = [
        ("Host", host.as_str()),
        ("Cookie", cookie.as_str()),
        BYTES,
        ("Sharaka-For", "funds.import_chart"),
        ("Origin", "http://evil.example"),
    ];
    let foreign = served.send("POST /file", &foreign, chart).await;
    assert!(foreign.starts_with("HTTP/1.1 403"), "no other site: {foreign}");

    let came = served.bring(&cookie, "funds.import_chart", chart).await;
    let ticket = between(&came, "\"ticket\":\"", "\"").to_owned();
    let input = || json!({ "name": "chart.csv", "ticket": ticket });
    let without = served.call("funds.import_chart", "", input()).await;
    assert!(without.contains("office.signed_out"), "{without}");
    let password = "قهوة وتمر في بريدة";
    let second = served.call("session.sign_in", "", json!({ "login": "nouf", "password": password })).await;
    let second = between(&second, "set-cookie: ", ";");
    let other = served.call("funds.import_chart", second, input()).await;
    assert!(other.contains("office.file_gone"), "the ticket of another session: {other}");
    let done = served.call("funds.import_chart", &cookie, input()).await;
    assert!(done.starts_with("HTTP/1.1 200"), "{done}");
    let accounts = served.call("funds.chart", &cookie, json!({})).await;
    assert!(accounts.contains("11106"), "what came in stands in the chart: {accounts}");
    let again = served.call("funds.import_chart", &cookie, input()).await;
    assert!(again.contains("office.file_gone"), "a ticket is used once: {again}");
}

#[tokio::test]
async fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let served = Served::begin().await;
    let cookie = served.set_up().await;
    // The length is told, and nothing of the body is ever sent: the answer comes all the same.
    let mut stream = tokio::net::TcpStream::connect(served.address).await.unwrap();
    let request = format!(
        "POST /file HTTP/1.1\r\nHost: {}\r\nCookie: {cookie}\r\nConnection: close\r\nSharaka-For: documents.attach\r\n\
         Content-Type: application/octet-stream\r\nContent-Length: {}\r\n\r\n",
        served.host(),
        10 * 1024 * 1024 + 1
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut piece = vec![0; 4096];
    let read =
        tokio::time::timeout(Duration::from_secs(20), stream.read(&mut piece)).await.expect("an answer").unwrap();
    let answer = String::from_utf8_lossy(&piece[..read]);
    assert!(answer.starts_with("HTTP/1.1 422") && answer.contains("office.file_too_large"), "{answer}");

    // One that does not tell its length is cut off at the limit.
    let mut stream = tokio::net::TcpStream::connect(served.address).await.unwrap();
    let request = format!(
        "POST /file HTTP/1.1\r\nHost: {}\r\nCookie: {cookie}\r\nConnection: close\r\nSharaka-For: association.save\r\n\
         Content-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n\r\n100400\r\n",
        served.host()
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    // It may be turned away while it is still being sent.
    let _ = stream.write_all(&vec![b' '; 1024 * 1024 + 1024]).await;
    let read =
        tokio::time::timeout(Duration::from_secs(20), stream.read(&mut piece)).await.expect("an answer").unwrap();
    let answer = String::from_utf8_lossy(&piece[..read]);
    assert!(answer.starts_with("HTTP/1.1 422") && answer.contains("office.file_too_large"), "{answer}");
}

#[tokio::test]
async fn a_backup_goes_out_whole_from_the_disk() {
    let served = Served::begin().await;
    let cookie = served.set_up().await;
    let made = served.call("backups.make", &cookie, json!({})).await;
    let id = between(&made, "\"id\":\"", "\"").to_owned();
    let handed = served.call("backups.file", &cookie, json!({ "id": id })).await;
    let size: usize = between(&handed, "\"size\":", ",").parse().unwrap();
    let path = format!("GET /file/{}", between(&handed, "\"ticket\":\"", "\""));
    let host = served.host();
    let file = served.send_for_bytes(&path, &[("Host", &host), ("Cookie", &cookie)], "").await;
    let head = file.windows(4).position(|four| four == b"\r\n\r\n").unwrap() + 4;
    assert!(String::from_utf8_lossy(&file[..head]).contains(&format!("content-length: {size}")), "its length is told");
    assert_eq!(file.len() - head, size);
    assert!(file[head..].starts_with(b"PK"), "a backup is a zip");
}

/// A line that was opened, and what has come over it so far.
struct Heard {
    stream: tokio::net::TcpStream,
    text: String,
}

impl Heard {
    /// Reads until the text holds something, or the line ends.
    async fn until(&mut self, wanted: &str) -> bool {
        let mut piece = [0; 1024];
        while !self.text.contains(wanted) {
            // The last piece of an answer that comes in pieces; the connection itself may be used again.
            if self.text.ends_with("\r\n0\r\n\r\n") {
                return false;
            }
            let read = tokio::time::timeout(Duration::from_secs(20), self.stream.read(&mut piece));
            match read.await.expect("the line says something or ends").unwrap() {
                0 => return false,
                count => self.text.push_str(&String::from_utf8_lossy(&piece[..count])),
            }
        }
        true
    }
}

impl Served {
    async fn listen(&self, cookie: &str) -> Heard {
        let mut stream = tokio::net::TcpStream::connect(self.address).await.unwrap();
        let request = format!("GET /events HTTP/1.1\r\nHost: {}\r\nCookie: {cookie}\r\n\r\n", self.host());
        stream.write_all(request.as_bytes()).await.unwrap();
        Heard { stream, text: String::new() }
    }

    /// Calls a command; answers the whole response.
    async fn call(&self, name: &str, cookie: &str, input: Value) -> String {
        let host = self.host();
        let headers = [("Host", host.as_str()), ("Cookie", cookie), JSON];
        self.send(&format!("POST /call/{name}"), &headers, &input.to_string()).await
    }

    /// Sets the office up; answers the cookie of its administrator.
    async fn set_up(&self) -> String {
        let input = json!({
            "association": { "name_ar": "جمعية" },
            "administrator": { "name": "نوف", "login": "nouf", "password": "قهوة وتمر في بريدة" },
        });
        cookie(&self.call("office.set_up", "", input).await)
    }
}

fn cookie(answer: &str) -> String {
    let line =
        answer.lines().find_map(|line| line.strip_prefix("set-cookie: ")).expect("a session begins with a cookie");
    line.split(';').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_tab_hears_what_another_session_touched_until_its_own_ends() {
    let served = Served::begin().await;
    let first = served.set_up().await;
    let signed = json!({ "login": "nouf", "password": "قهوة وتمر في بريدة" });
    let second = cookie(&served.call("session.sign_in", "", signed).await);
    assert_ne!(first, second, "two sessions of one person");
    let mut heard = served.listen(&second).await;
    assert!(heard.until(": alive").await, "an open line shows that it is: {}", heard.text);
    assert!(heard.text.contains("content-type: text/event-stream"), "{}", heard.text);
    let added = json!({
        "id": "0190a5c0-0000-7000-8000-000000000001",
        "name": "سارة الحربي",
        "login": "sara",
        "role": "finance",
        "password": "تمر وقهوة في عنيزة",
    });
    let answer = served.call("staff.add", &first, added).await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(heard.until("event: touched").await && heard.until("\"staff\"").await, "{}", heard.text);
    assert!(!heard.text.contains("سارة") && !heard.text.contains("sara"), "names of views, no data: {}", heard.text);
    served.call("session.lock", &second, json!({})).await;
    assert!(!heard.until("event: never").await, "the line ends with the lock");
    assert!(served.listen(&second).await.until("HTTP/1.1 401").await, "a locked screen hears nothing");
}

#[tokio::test]
async fn nobody_hears_anything_without_a_session_or_from_another_site() {
    let served = Served::begin().await;
    let cookie = served.set_up().await;
    assert!(served.listen("").await.until("HTTP/1.1 401").await, "nobody is signed in here");
    let host = served.host();
    let foreign = [("Host", host.as_str()), ("Origin", "http://evil.example"), ("Cookie", cookie.as_str())];
    let answer = served.send("GET /events", &foreign, "").await;
    assert!(answer.starts_with("HTTP/1.1 403"), "{answer}");
    let renamed = served.send("GET /events", &[("Host", "evil.example"), ("Cookie", &cookie)], "").await;
    assert!(renamed.starts_with("HTTP/1.1 403"), "{renamed}");
}

#[tokio::test]
async fn the_lines_end_when_the_host_does() {
    let served = Served::begin().await;
    let cookie = served.set_up().await;
    let mut heard = served.listen(&cookie).await;
    assert!(heard.until(": alive").await);
    served.end.send(true).unwrap();
    assert!(!heard.until("event: never").await, "a line that stays open would hold the host up");
}
