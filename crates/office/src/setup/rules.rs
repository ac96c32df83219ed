//! When a first run is a first run.

kernel::refusals! {
    SET_UP_ALREADY = "office.set_up_already";
}
