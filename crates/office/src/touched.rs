//! What writes touch, told to the hosts, which tell the screens of everybody.

use crate::command::View;
use crate::guard;
use kernel::id::RequestId;
use std::sync::Mutex;

/// A write that was done: which views show something it changed, and which request did it. What was changed is not said:
/// whoever shows a view asks for it again, as themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched {
    pub views: Vec<View>,
    /// None for what the office does by itself, and for calls that need not be kept from happening twice.
    pub request: Option<RequestId>,
}

type Listener = Box<dyn Fn(&Touched) + Send + Sync>;

/// The hosts that listen. A host lives as long as its office, so that nobody ever leaves.
#[derive(Default)]
pub struct Listeners {
    all: Mutex<Vec<Listener>>,
}

impl Listeners {
    pub fn add(&self, listener: Listener) {
        guard(&self.all).push(listener);
    }

    pub fn tell(&self, views: &[View], request: Option<RequestId>) {
        if views.is_empty() {
            return;
        }
        let touched = Touched { views: views.to_vec(), request };
        guard(&self.all).iter().for_each(|listener| listener(&touched));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn whoever_listens_hears_every_write_and_nothing_of_reads() {
        let listeners = Listeners::default();
        let heard: Arc<Mutex<Vec<Touched>>> = Arc::default();
        for _ in 0..2 {
            let heard = Arc::clone(&heard);
            listeners.add(Box::new(move |touched| guard(&heard).push(touched.clone())));
        }
        listeners.tell(&[], None);
        assert!(guard(&heard).is_empty(), "a read touches nothing");
        listeners.tell(&[View("staff"), View("tasks")], None);
        assert_eq!(*guard(&heard), vec![Touched { views: vec![View("staff"), View("tasks")], request: None }; 2]);
    }
}
