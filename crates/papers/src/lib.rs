//! Arabic papers: from a template and its data to pages, PDF and pictures.
//!
//! Typst sets the type, as a library inside the program: the fonts are embedded whole, nothing is fetched, and no font of
//! the machine is used, so a paper looks the same on every machine. The look that all papers share (letterhead, footer,
//! tables, amounts, dates) stands in `typ/sharaka.typ`; what one paper says lives with its feature, as a `.typ` file that
//! starts with `#import "/sharaka.typ": *`.
//!
//! Data never becomes markup. It reaches a template as a dictionary read from a virtual file, so that a name like
//! `#panic()` prints as itself. What does not live here: the words (they come in with the [`Style`]), the figures and
//! what they mean.

mod fonts;
mod foreign;
mod logo;
mod paper;
mod press;
mod printable;
mod render_world;
mod style;

pub use foreign::pages_of_pdf;
pub use logo::{LOGO_TOO_LARGE, LOGO_UNREADABLE, Logo, REFUSALS};
pub use paper::Paper;
pub use press::{Press, Template};
pub use style::{Dates, Digits, Language, Letterhead, Style};
