//! `sharaka serve`, besieged by another program of the same machine: it goes on answering whoever works with it, gives
//! nobody room without a session, and ends when it is told to.

use serde_json::{Value, json};
use sharaka_tests::{Host, program};
use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::process::Command;
use std::time::{Duration, Instant};

const PASSWORD: &str = "كلمة مرور طويلة 1448";
/// Longer than anything here may take; a test that waits so long has failed.
const LONG: Duration = Duration::from_secs(60);
/// For an answer while the host is besieged, on a machine that is busy with other tests.
const SOON: Duration = Duration::from_secs(5);
/// As the host promises it.
const ENDS_WITHIN: Duration = Duration::from_secs(5);

/// A host, and what a raw client knows of it.
struct Besieged {
    host: Host,
    authority: String,
}

impl Besieged {
    fn begin() -> Self {
        let host = Host::new();
        let authority = host.address().trim_start_matches("http://").trim_end_matches('/').to_owned();
        Self { host, authority }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.authority).unwrap();
        stream.set_read_timeout(Some(LONG)).unwrap();
        stream
    }

    /// The head of a call, up to the empty line.
    fn head(&self, command: &str, more: &[&str]) -> String {
        let mut head = format!("POST /call/{command} HTTP/1.1\r\nHost: {}\r\n", self.authority);
        head.push_str("Content-Type: application/json\r\nConnection: close\r\n");
        more.iter().for_each(|line| head.push_str(&format!("{line}\r\n")));
        head + "\r\n"
    }

    fn call(&self, command: &str, cookie: &str, input: &str) -> String {
        let mut stream = self.connect();
        let length = format!("Content-Length: {}", input.len());
        let cookie = format!("Cookie: {cookie}");
        write!(stream, "{}{input}", self.head(command, &[&length, &cookie])).unwrap();
        rest(&mut stream)
    }

    /// Sets the office up; answers the cookie of its administrator.
    fn set_up(&self) -> String {
        let input = json!({
            "association": { "name_ar": "جمعية غراس" },
            "administrator": { "name": "نورة", "login": "noura", "password": PASSWORD },
        });
        let answer = self.call("office.set_up", "", &input.to_string());
        let line = answer.lines().find_map(|line| line.strip_prefix("set-cookie: ")).expect("a session begins");
        line.split(';').next().unwrap().to_owned()
    }

    /// Whoever works with the office is answered as ever.
    fn answers(&self) {
        let asked = Instant::now();
        let answer = self.call("office.look", "", "{}");
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        assert!(asked.elapsed() < SOON, "an answer took {:?}", asked.elapsed());
    }
}

/// What comes until the other side closes.
fn rest(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    // A connection that is cut after its answer may end in an error.
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

/// Sends a byte now and then until the other side closes, or answers; gives how long it let itself be kept waiting.
fn drip(stream: &mut TcpStream, every: Duration) -> Duration {
    let began = Instant::now();
    stream.set_read_timeout(Some(every)).unwrap();
    let mut piece = [0; 1024];
    while began.elapsed() < LONG {
        if stream.write_all(b"a").is_err() {
            break;
        }
        match stream.read(&mut piece) {
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
            _ => break,
        }
    }
    began.elapsed()
}

/// Whether the other side has closed this connection.
fn is_closed(stream: &TcpStream) -> bool {
    stream.set_nonblocking(true).unwrap();
    let read = (&mut &*stream).read(&mut [0; 64]);
    stream.set_nonblocking(false).unwrap();
    !matches!(read, Err(error) if error.kind() == ErrorKind::WouldBlock)
}

#[test]
fn headers_that_come_by_drops_are_cut() {
    let besieged = Besieged::begin();
    let mut dripping: Vec<TcpStream> = (0..20).map(|_| besieged.connect()).collect();
    for stream in &mut dripping {
        write!(stream, "POST /call/office.look HTTP/1.1\r\nHost: {}\r\nX-Slow: ", besieged.authority).unwrap();
    }
    besieged.answers();
    let waited = drip(&mut dripping[0], Duration::from_millis(500));
    assert!(waited > Duration::from_secs(5), "a slow machine has its time: {waited:?}");
    assert!(waited < Duration::from_secs(25), "it is cut however steadily it drips: {waited:?}");
    std::thread::sleep(Duration::from_secs(2));
    assert!(dripping.iter().all(is_closed), "and so are the others");
    besieged.answers();
}

#[test]
fn a_body_that_comes_by_drops_is_cut() {
    let besieged = Besieged::begin();
    let mut call = besieged.connect();
    write!(call, "{}", besieged.head("session.sign_in", &["Content-Length: 100000"])).unwrap();
    let waited = drip(&mut call, Duration::from_millis(500));
    assert!((Duration::from_secs(10)..Duration::from_secs(35)).contains(&waited), "{waited:?}");
    besieged.answers();
}

/// Sends a body without end; gives how many bytes the other side took, and its answer.
fn flood(besieged: &Besieged, head: &str) -> (usize, String) {
    let mut stream = besieged.connect();
    stream.set_write_timeout(Some(Duration::from_secs(2))).unwrap();
    stream.write_all(head.as_bytes()).unwrap();
    let piece = vec![b' '; 1024 * 1024];
    let mut taken = 0;
    while taken < 256 * 1024 * 1024 {
        match stream.write(&piece) {
            Ok(0) | Err(_) => break,
            Ok(bytes) => taken += bytes,
        }
    }
    (taken, rest(&mut stream))
}

#[test]
fn a_body_is_not_read_before_who_sends_it_is_known() {
    let besieged = Besieged::begin();
    let cookie = besieged.set_up();
    let endless = "Content-Length: 8000000000";
    // Not a byte of the body is sent, and the answer is there.
    let answered = |command: &str, more: &[&str]| {
        let mut stream = besieged.connect();
        let asked = Instant::now();
        write!(stream, "{}", besieged.head(command, more)).unwrap();
        let answer = rest(&mut stream);
        assert!(asked.elapsed() < SOON, "{command} waited {:?} for a body", asked.elapsed());
        answer
    };
    assert!(answered("staff.fly", &[endless]).starts_with("HTTP/1.1 404"), "there is no such command");
    let stranger = answered("staff.list", &[endless]);
    assert!(stranger.starts_with("HTTP/1.1 422") && stranger.contains("office.signed_out"), "{stranger}");
    let made_up = answered("staff.list", &[endless, "Cookie: sharaka_session=00; sharaka_1_0=11"]);
    assert!(made_up.contains("office.signed_out"), "{made_up}");
    let session = format!("Cookie: {cookie}");
    let large = answered("staff.list", &[endless, &session]);
    assert!(large.starts_with("HTTP/1.1 422") && large.contains("office.input_too_large"), "{large}");

    // A body that comes all the same finds nobody who takes it. What the system itself keeps between the two is a few MB.
    for (command, more) in
        [("staff.list", vec![endless]), ("staff.list", vec![endless, &session]), ("session.sign_in", vec![endless])]
    {
        let (taken, _) = flood(&besieged, &besieged.head(command, &more));
        assert!(taken < 32 * 1024 * 1024, "{command}: {taken} bytes were taken");
    }
    // One that does not tell its length is cut at the limit.
    let chunked = besieged.head("session.sign_in", &["Transfer-Encoding: chunked"]) + "10000000\r\n";
    let (taken, _) = flood(&besieged, &chunked);
    assert!(taken < 32 * 1024 * 1024, "{taken} bytes were taken");
    besieged.answers();
    assert!(besieged.call("staff.list", &cookie, "{}").starts_with("HTTP/1.1 200"), "and the session goes on");
}

#[test]
fn a_deep_or_crowded_input_is_refused() {
    let besieged = Besieged::begin();
    let cookie = besieged.set_up();
    for (what, input) in [
        ("lists within lists", "[".repeat(200_000)),
        ("records within records", r#"{"a":"#.repeat(50_000)),
        ("a crowd of values", format!("[{}]", vec!["0"; 100_000].join(","))),
    ] {
        for (command, cookie) in [("session.sign_in", ""), ("staff.list", cookie.as_str())] {
            let answer = besieged.call(command, cookie, &input);
            assert!(answer.starts_with("HTTP/1.1 422"), "{what}: {answer}");
            assert!(answer.contains("office.input_too_deep"), "{what}: {answer}");
        }
    }
    besieged.answers();
}

#[test]
fn five_hundred_idle_connections_keep_nobody_out() {
    let besieged = Besieged::begin();
    let cookie = besieged.set_up();
    let mut events = besieged.connect();
    write!(events, "GET /events HTTP/1.1\r\nHost: {}\r\nCookie: {cookie}\r\n\r\n", besieged.authority).unwrap();
    assert!(events.read(&mut [0; 1024]).unwrap() > 0, "a tab listens");
    let idle: Vec<TcpStream> = (0..500).map(|_| besieged.connect()).collect();
    besieged.answers();
    let open = idle.iter().filter(|stream| !is_closed(stream)).count();
    assert!(open <= 256, "{open} of 500 are still open");
    assert!(!is_closed(&events), "who is being answered does not make room");
    // The half of a head, too, is only waiting.
    let mut begun: Vec<TcpStream> = (0..500).map(|_| besieged.connect()).collect();
    for stream in &mut begun {
        let _ = write!(stream, "POST /call/office.look HTTP/1.1\r\n");
    }
    besieged.answers();
    std::thread::sleep(Duration::from_secs(20));
    assert!(idle.iter().chain(&begun).all(is_closed), "whoever says nothing is let go");
    besieged.answers();
}

/// A register that takes long to read and to judge.
fn register(people: usize) -> String {
    let line = |number: usize| format!("نورة سعد فهد العتيبي {number},{},05{number:08}\n", 1_000_000_000 + number);
    std::iter::once("الاسم,رقم الهوية,الجوال\n".to_owned()).chain((0..people).map(line)).collect()
}

#[test]
fn it_ends_when_it_is_told_to_whatever_hangs() {
    let mut besieged = Besieged::begin();
    let cookie = besieged.set_up();
    let session = format!("Cookie: {cookie}");
    let file = register(150_000);
    let mut bring = besieged.connect();
    let head = format!(
        "POST /file HTTP/1.1\r\nHost: {}\r\n{session}\r\nConnection: close\r\nSharaka-For: importing.open\r\n\
         Content-Type: application/octet-stream\r\nContent-Length: {}\r\n\r\n{file}",
        besieged.authority,
        file.len()
    );
    bring.write_all(head.as_bytes()).unwrap();
    let brought = rest(&mut bring);
    let ticket: Value = serde_json::from_str(brought.split("\r\n\r\n").nth(1).unwrap()).unwrap();

    // A file that is judged, a body that never comes, a head that never ends, a tab that listens, and an idle connection.
    let open = json!({
        "id": "0190a5c0-0000-7000-8000-000000000001", "subject": "beneficiaries", "name": "a.csv",
        "ticket": ticket["ticket"],
    });
    let open = open.to_string();
    let mut judging = besieged.connect();
    let length = format!("Content-Length: {}", open.len());
    write!(judging, "{}{open}", besieged.head("importing.open", &[&length, &session])).unwrap();
    let mut half = besieged.connect();
    write!(half, "{}{{", besieged.head("session.sign_in", &["Content-Length: 1000"])).unwrap();
    let mut begun = besieged.connect();
    write!(begun, "GET / HTTP/1.1\r\n").unwrap();
    let mut events = besieged.connect();
    write!(events, "GET /events HTTP/1.1\r\nHost: {}\r\n{session}\r\n\r\n", besieged.authority).unwrap();
    assert!(events.read(&mut [0; 1024]).unwrap() > 0, "a tab listens");
    let _idle = besieged.connect();
    std::thread::sleep(Duration::from_millis(500));
    assert!(!is_closed(&judging), "the file is still being judged; it must be larger for this test");

    let took = besieged.host.ask_to_end(LONG).expect("it ends");
    assert!(took < ENDS_WITHIN, "it took {took:?}; its log:\n{}", besieged.host.log());

    // Nothing that was acknowledged is lost, and the office is as sound as before.
    let verified = Command::new(program("SHARAKA_BIN", "sharaka"))
        .args(["verify", "--as", "noura", "--office"])
        .arg(besieged.host.office())
        .env("SHARAKA_PASSWORD", PASSWORD)
        .env("SHARAKA_MARKS", std::env::temp_dir().join("sharaka-test-marks"))
        .output()
        .unwrap();
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stderr));
}

#[test]
fn it_ends_at_once_where_nothing_is_under_way() {
    let mut besieged = Besieged::begin();
    besieged.set_up();
    let took = besieged.host.ask_to_end(LONG).expect("it ends");
    assert!(took < Duration::from_secs(2), "it took {took:?}");
}

#[test]
fn two_offices_of_one_machine_keep_their_sessions_apart() {
    let (one, other) = (Besieged::begin(), Besieged::begin());
    let (of_one, of_other) = (one.set_up(), other.set_up());
    let (name, token) = of_one.split_once('=').unwrap();
    let (other_name, _) = of_other.split_once('=').unwrap();
    assert_ne!(name, other_name, "a browser keeps the cookies of all ports together");
    // As a browser sends them: both, to both.
    let both = format!("{of_one}; {of_other}");
    assert!(one.call("staff.list", &both, "{}").starts_with("HTTP/1.1 200"));
    assert!(other.call("staff.list", &both, "{}").starts_with("HTTP/1.1 200"));
    assert!(other.call("staff.list", &of_one, "{}").contains("office.signed_out"), "the cookie of the other office");
    let carried = format!("{other_name}={token}");
    let refused = other.call("staff.list", &carried, "{}");
    assert!(refused.starts_with("HTTP/1.1 422") && refused.contains("session.sign_in_again"), "{refused}");
    let left = one.call("session.sign_out", &both, "{}");
    assert!(left.contains(&format!("set-cookie: {name}=;")), "leaving one takes away its own cookie only: {left}");
    assert!(other.call("staff.list", &both, "{}").starts_with("HTTP/1.1 200"));
}
