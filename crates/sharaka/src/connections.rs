//! Connections, within bounds: how many there are, how long each may keep the host waiting, and how they end with it.
//!
//! Every program of this machine can connect, whoever runs it. So a connection that only waits makes room for a new one,
//! and one that sends its headers by drops, or does not take its answer, is cut.

use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::http::Response;
use http_body::{Frame, SizeHint};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::collections::BTreeMap;
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};
use tokio_io_timeout::TimeoutStream;

/// What a connection may cost.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Connections at once; below what a process may have open by the habits of most systems (1,024).
    pub most: usize,
    /// For the headers of a request from their beginning to their end, and for a connection that waits for the next one.
    pub headers: Duration,
    /// For the other side to take anything of an answer.
    pub taken: Duration,
    /// For what is under way when the host ends.
    pub farewell: Duration,
}

pub const LIMITS: Limits = Limits {
    most: 256,
    headers: Duration::from_secs(15),
    taken: Duration::from_secs(30),
    farewell: Duration::from_secs(3),
};
/// Bytes of the head of a request: hyper would keep six times as many for each connection.
const LONGEST_HEAD: usize = 64 * 1024;
/// Before the next try, when the machine gives no more connections.
const BREATH: Duration = Duration::from_millis(100);

/// Answers connections until `stopped`; what is under way then has its [farewell](Limits::farewell) to end by itself.
pub async fn serve(listener: TcpListener, router: Router, limits: Limits, stopped: impl Future<Output = ()>) {
    let seats = Arc::new(Seats::default());
    let (end, ending) = watch::channel(false);
    let mut tasks = JoinSet::new();
    let mut stopped = pin!(stopped);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            Some(_) = tasks.join_next(), if !tasks.is_empty() => continue,
            () = &mut stopped => break,
        };
        let Ok((stream, _)) = accepted else {
            sleep(BREATH).await;
            continue;
        };
        // Nobody can be asked to leave: whoever is there is being answered. The new one finds the door shut.
        if let Some(seat) = Seats::take(&seats, limits.most) {
            tasks.spawn(answer(stream, router.clone(), seat, limits, ending.clone()));
        }
    }
    drop(listener);
    let _ = end.send(true);
    let all = async { while tasks.join_next().await.is_some() {} };
    if timeout(limits.farewell, all).await.is_err() {
        tasks.shutdown().await;
    }
}

/// Answers the requests of one connection until it ends, its seat is needed, or the host ends.
async fn answer(stream: TcpStream, router: Router, seat: Seat, limits: Limits, mut ending: watch::Receiver<bool>) {
    let seat = Arc::new(seat);
    let router = TowerToHyperService::new(router);
    let at = Arc::clone(&seat);
    let service = service_fn(move |request: Request<Incoming>| {
        let busy = at.busy();
        let answer = router.call(request);
        async move { answer.await.map(|response| kept_busy(response, busy)) }
    });
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(limits.taken));
    let mut connection = pin!(
        http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(limits.headers)
            .max_buf_size(LONGEST_HEAD)
            .serve_connection(TokioIo::new(Box::pin(stream)), service)
    );
    let mut told = false;
    loop {
        tokio::select! {
            // What went wrong concerns the other side only.
            _ = connection.as_mut() => return,
            () = seat.leave.notified() => return,
            _ = ending.changed(), if !told => {
                told = true;
                connection.as_mut().graceful_shutdown();
            }
        }
    }
}

/// Every connection there is.
#[derive(Default)]
struct Seats(Mutex<Taken>);

#[derive(Default)]
struct Taken {
    /// Given out so far.
    numbers: u64,
    taken: BTreeMap<u64, Waiting>,
}

struct Waiting {
    /// Since when it waits for a request; nothing while one is answered.
    since: Option<Instant>,
    leave: Arc<Notify>,
}

/// The place of one connection; free again when this is dropped.
struct Seat {
    number: u64,
    seats: Arc<Seats>,
    leave: Arc<Notify>,
}

impl Seats {
    fn taken(&self) -> MutexGuard<'_, Taken> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A seat; where all are taken, that of the connection that has waited longest. Nothing where none waits.
    fn take(seats: &Arc<Self>, most: usize) -> Option<Seat> {
        let mut all = seats.taken();
        if all.taken.len() >= most {
            let waits = all.taken.iter().filter_map(|(number, one)| Some((one.since?, *number)));
            let (_, longest) = waits.min()?;
            if let Some(gone) = all.taken.remove(&longest) {
                gone.leave.notify_one();
            }
        }
        all.numbers += 1;
        let (number, leave) = (all.numbers, Arc::new(Notify::new()));
        all.taken.insert(number, Waiting { since: Some(Instant::now()), leave: Arc::clone(&leave) });
        Some(Seat { number, seats: Arc::clone(seats), leave })
    }
}

impl Seat {
    fn wait_since(&self, since: Option<Instant>) {
        if let Some(own) = self.seats.taken().taken.get_mut(&self.number) {
            own.since = since;
        }
    }

    /// It is busy until this is dropped.
    fn busy(self: &Arc<Self>) -> Busy {
        self.wait_since(None);
        Busy(Arc::clone(self))
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.seats.taken().taken.remove(&self.number);
    }
}

struct Busy(Arc<Seat>);

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.wait_since(Some(Instant::now()));
    }
}

/// The answer, whose connection is busy until all of it has gone out.
fn kept_busy(response: Response<Body>, busy: Busy) -> Response<KeptBusy> {
    response.map(|body| KeptBusy { body, _busy: busy })
}

struct KeptBusy {
    body: Body,
    _busy: Busy,
}

impl HttpBody for KeptBusy {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seats() -> Arc<Seats> {
        Arc::new(Seats::default())
    }

    /// Whether a seat was asked for back.
    async fn must_leave(seat: &Seat) -> bool {
        timeout(Duration::from_millis(1), seat.leave.notified()).await.is_ok()
    }

    #[tokio::test(start_paused = true)]
    async fn the_one_that_waits_longest_makes_room() {
        let seats = seats();
        let first = Arc::new(Seats::take(&seats, 3).unwrap());
        tokio::time::advance(Duration::from_secs(1)).await;
        let second = Seats::take(&seats, 3).unwrap();
        tokio::time::advance(Duration::from_secs(1)).await;
        let third = Seats::take(&seats, 3).unwrap();
        drop(first.busy());
        let fourth = Seats::take(&seats, 3).unwrap();
        assert!(must_leave(&second).await, "the first has been answered meanwhile");
        assert!(!must_leave(&first).await && !must_leave(&third).await && !must_leave(&fourth).await);
        assert_eq!(seats.taken().taken.len(), 3);
    }

    #[tokio::test(start_paused = true)]
    async fn nobody_who_is_answered_has_to_leave() {
        let seats = seats();
        let (first, second) = (Arc::new(Seats::take(&seats, 2).unwrap()), Arc::new(Seats::take(&seats, 2).unwrap()));
        let (busy, also_busy) = (first.busy(), second.busy());
        assert!(Seats::take(&seats, 2).is_none());
        drop(also_busy);
        assert!(Seats::take(&seats, 2).is_some());
        assert!(must_leave(&second).await && !must_leave(&first).await);
        drop(busy);
    }

    #[tokio::test]
    async fn a_seat_is_free_when_its_connection_has_gone() {
        let seats = seats();
        drop(Seats::take(&seats, 1).unwrap());
        assert!(seats.taken().taken.is_empty());
    }
}
